//! The checker of written files: sound ones pass, and each fault is found.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod papers;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};
use typeset::conformance::{Rule, breaches};
use typeset::{lay_out, write_pdf};

fn written(paper: &document::Paper) -> Vec<u8> {
    let fonts = papers::fonts();
    write_pdf(&lay_out(paper, &fonts), &fonts, &papers::about(paper)).unwrap()
}

#[test]
fn sample_papers_keep_to_every_rule() {
    for paper in papers::all() {
        let found = breaches(&written(&paper));
        assert!(found.is_empty(), "{}: {:#?}", paper.slug, &found[..found.len().min(20)]);
    }
}

#[test]
fn nothing_stands_below_a_heading_that_nobody_reads() {
    let mut paper = papers::all().swap_remove(0);
    let unread = document::Text(vec![document::Span::Words("\u{200b}".to_owned())]);
    paper.blocks = vec![
        document::Block::Title { text: document::Text::words("Rules"), under: None },
        document::Block::heading(2, unread),
        document::Block::heading(3, document::Text::words("Members")),
    ];
    assert_eq!(breaches(&written(&paper)), []);
}

/// Something done to a sound file, and the rule it breaks.
type Fault = (Rule, fn(&mut Document));

#[test]
fn a_heading_without_words_is_in_neither_outline_nor_contents() {
    let mut paper = papers::all().swap_remove(0);
    paper.blocks.insert(1, document::Block::Contents);
    paper
        .blocks
        .push(document::Block::heading(2, document::Text(vec![document::Span::Blank { millimetres: 30 }])));
    assert_eq!(breaches(&written(&paper)), []);
}

#[test]
fn what_xml_cannot_hold_is_a_gap_in_both_descriptions() {
    let (paper, fonts) = (&papers::all()[0], papers::fonts());
    let about = typeset::About { author: "A\n\u{1}B\u{ffff}C".to_owned(), ..papers::about(paper) };
    let bytes = typeset::write_pdf(&typeset::lay_out(paper, &fonts), &fonts, &about).unwrap();
    assert_eq!(typeset::conformance::breaches(&bytes), []);
}

fn catalogue(document: &mut Document) -> &mut Dictionary {
    document.catalog_mut().unwrap()
}

/// What a key of a dictionary leads to.
fn below(from: &Dictionary, key: &[u8]) -> ObjectId {
    from.get(key).unwrap().as_reference().unwrap()
}

fn page(document: &mut Document, index: usize) -> &mut Dictionary {
    let id = *document.get_pages().values().nth(index).unwrap();
    document.get_dictionary_mut(id).unwrap()
}

/// The first dictionary of which something holds.
fn first(document: &mut Document, which: impl Fn(&Dictionary) -> bool) -> &mut Dictionary {
    document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok()).find(|d| which(d)).unwrap()
}

fn tagged(tag: &'static [u8]) -> impl Fn(&Dictionary) -> bool {
    move |dictionary| dictionary.get(b"S").and_then(Object::as_name).ok() == Some(tag)
}

fn typed(kind: &'static [u8]) -> impl Fn(&Dictionary) -> bool {
    move |dictionary| dictionary.get(b"Type").and_then(Object::as_name).ok() == Some(kind)
}

/// Changes what is drawn on a page.
fn redraw(document: &mut Document, index: usize, change: impl Fn(&mut Vec<Operation>)) {
    let id = *document.get_pages().values().nth(index).unwrap();
    let mut content = Content::decode(&document.get_page_content(id)).unwrap();
    change(&mut content.operations);
    document.change_page_content(id, content.encode().unwrap()).unwrap();
}

/// Changes the text of a stream that says something.
fn rewrite(document: &mut Document, says: &str, change: impl Fn(String) -> String) {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        let plain = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        let Ok(text) = String::from_utf8(plain) else { continue };
        if text.contains(says) {
            stream.dict.remove(b"Filter");
            stream.set_content(change(text).into_bytes());
        }
    }
}

fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// Every rule, and a way to break it.
const FAULTS: &[Fault] = &[
    (Rule::Version, |d| d.version = "1.4".into()),
    (Rule::Passive, |d| catalogue(d).set("OpenAction", Object::Null)),
    (Rule::Identity, |d| {
        d.trailer.remove(b"ID");
    }),
    (Rule::Marked, |d| {
        catalogue(d).remove(b"MarkInfo");
    }),
    (Rule::Language, |d| {
        catalogue(d).remove(b"Lang");
    }),
    (Rule::TitleShown, |d| catalogue(d).set("ViewerPreferences", Dictionary::new())),
    (Rule::Intent, |d| first(d, typed(b"OutputIntent")).set("S", name("GTS_PDFX"))),
    (Rule::Claim, |d| rewrite(d, "pdfuaid:part", |xmp| xmp.replace("<pdfuaid:part>1<", "<pdfuaid:part>2<"))),
    (Rule::Information, |d| {
        let id = d.trailer.get(b"Info").unwrap().as_reference().unwrap();
        d.get_dictionary_mut(id).unwrap().set("Title", Object::string_literal("Another title"));
    }),
    (Rule::Outline, |d| {
        let id = below(d.catalog().unwrap(), b"Outlines");
        let id = below(d.get_dictionary(id).unwrap(), b"First");
        d.get_dictionary_mut(id).unwrap().remove(b"Dest");
    }),
    (Rule::Embedded, |d| {
        first(d, typed(b"FontDescriptor")).remove(b"FontFile2");
    }),
    (Rule::Cut, |d| {
        first(d, |f| f.has(b"DescendantFonts")).set("BaseFont", name("F12022+NotoSerif"));
    }),
    (Rule::Widths, |d| {
        let font = first(d, |f| f.has(b"DescendantFonts"));
        let below = match &mut font.get_mut(b"DescendantFonts").unwrap().as_array_mut().unwrap()[0] {
            Object::Dictionary(below) => below,
            _ => panic!("fonts stand in their fonts"),
        };
        below.set("W", Object::Array(vec![1.into(), Object::Array(vec![5.into()])]));
    }),
    (Rule::Glyphs, |d| {
        redraw(d, 0, |operations| {
            let at = operations.iter().position(|o| o.operator == "TJ").unwrap();
            let shown = Object::Array(vec![Object::String(vec![0, 0], StringFormat::Hexadecimal)]);
            operations.insert(at, Operation::new("TJ", vec![shown]));
        });
    }),
    (Rule::Words, |d| rewrite(d, "beginbf", |_| String::new())),
    (Rule::Content, |d| {
        redraw(d, 0, |operations| {
            let at = operations.iter().position(|o| o.operator == "BDC").unwrap();
            operations.remove(at);
        });
    }),
    (Rule::Colour, |d| {
        redraw(d, 0, |operations| {
            operations.insert(0, Operation::new("k", vec![0.into(), 0.into(), 0.into(), 1.into()]))
        });
    }),
    (Rule::Numbers, |d| {
        redraw(d, 0, |operations| {
            let numbered = operations.iter_mut().find_map(|operation| {
                let Some(Object::Dictionary(properties)) = operation.operands.get_mut(1) else { return None };
                properties.has(b"MCID").then_some(properties)
            });
            numbered.unwrap().set("MCID", 9999);
        });
    }),
    (Rule::Order, |d| {
        first(d, tagged(b"TR")).get_mut(b"K").unwrap().as_array_mut().unwrap().reverse();
    }),
    (Rule::Tags, |d| first(d, tagged(b"P")).set("S", name("Paragraph"))),
    (Rule::Nesting, |d| first(d, tagged(b"LBody")).set("S", name("P"))),
    (Rule::Headings, |d| first(d, tagged(b"H2")).set("S", name("H4"))),
    (Rule::Sections, |d| first(d, tagged(b"P")).set("S", name("H2"))),
    (Rule::Scope, |d| {
        first(d, tagged(b"TH")).remove(b"A");
    }),
    (Rule::Rows, |d| {
        first(d, tagged(b"TR")).get_mut(b"K").unwrap().as_array_mut().unwrap().pop();
    }),
    (Rule::Counted, |d| {
        first(d, tagged(b"L")).remove(b"A");
    }),
    (Rule::Links, |d| {
        first(d, typed(b"Annot")).remove(b"Contents");
    }),
    (Rule::Direction, |d| {
        first(d, |e| e.has(b"ActualText")).remove(b"ActualText");
    }),
    (Rule::PageNumbers, |d| {
        let id = d.get_pages()[&2];
        d.delete_pages(&[3]);
        assert!(d.get_pages().values().any(|page| *page == id));
    }),
    (Rule::Contents, |d| {
        let last = *d.get_pages().values().last().unwrap();
        let link = first(d, typed(b"Annot"));
        link.get_mut(b"Dest").unwrap().as_array_mut().unwrap()[0] = last.into();
    }),
    (Rule::Hidden, |d| {
        redraw(d, 0, |operations| {
            let numbered = operations.iter_mut().find(|operation| {
                let properties = operation.operands.get(1).and_then(|operand| operand.as_dict().ok());
                properties.is_some_and(|properties| properties.has(b"MCID"))
            });
            let mut layout = Dictionary::new();
            layout.set("Type", name("Layout"));
            numbered.unwrap().operands = vec![name("Artifact"), layout.into()];
        });
    }),
    (Rule::Tabs, |d| {
        page(d, 0).remove(b"Tabs");
    }),
];

#[test]
fn every_fault_is_found() {
    let sound = written(&papers::constitution(1));
    for (rule, fault) in FAULTS {
        let mut document = Document::load_mem(&sound).unwrap();
        fault(&mut document);
        let mut broken = Vec::new();
        document.save_to(&mut broken).unwrap();
        let found = breaches(&broken);
        assert!(found.iter().any(|breach| breach.rule == *rule), "{rule:?} is not found; {found:#?}");
    }
    assert!(breaches(b"%PDF-1.7 and no more").iter().any(|breach| breach.rule == Rule::Readable));
}
