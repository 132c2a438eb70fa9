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

/// Has one description of the file say something else.
fn misinform(document: &mut Document, key: &str) {
    let id = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
    document.get_dictionary_mut(id).unwrap().set(key, Object::string_literal("D:20010101000000Z"));
}

/// The elements of the first page's pieces, by number.
fn owners(document: &mut Document) -> &mut Vec<Object> {
    let root = below(document.catalog().unwrap(), b"StructTreeRoot");
    let parents = below(document.get_dictionary(root).unwrap(), b"ParentTree");
    let numbers = document.get_dictionary(parents).unwrap().get(b"Nums").unwrap().as_array().unwrap();
    let first = numbers[1].as_reference().unwrap();
    document.get_object_mut(first).unwrap().as_array_mut().unwrap()
}

/// Whether an operation begins a piece of the tree.
fn begins_piece(operation: &Operation) -> bool {
    let properties = operation.operands.get(1).and_then(|operand| operand.as_dict().ok());
    properties.is_some_and(|properties| properties.has(b"MCID"))
}

/// Every rule, and ways to break it: one for each thing that it looks at.
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
    (Rule::Information, |d| misinform(d, "Title")),
    (Rule::Information, |d| misinform(d, "Author")),
    (Rule::Information, |d| misinform(d, "Subject")),
    (Rule::Information, |d| misinform(d, "Creator")),
    (Rule::Information, |d| misinform(d, "Producer")),
    (Rule::Information, |d| misinform(d, "CreationDate")),
    (Rule::Information, |d| misinform(d, "ModDate")),
    (Rule::Outline, |d| {
        catalogue(d).remove(b"Outlines");
    }),
    (Rule::Outline, |d| {
        let entries = d.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
        for entry in entries.filter(|entry| entry.has(b"Title") && entry.has(b"First")) {
            for key in [&b"First"[..], b"Last", b"Count"] {
                entry.remove(key);
            }
        }
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
    (Rule::Widths, |d| {
        let font = first(d, |f| f.has(b"DescendantFonts"));
        let Object::Dictionary(below) =
            &mut font.get_mut(b"DescendantFonts").unwrap().as_array_mut().unwrap()[0]
        else {
            panic!("fonts stand in their fonts");
        };
        let widths = below.get_mut(b"W").unwrap().as_array_mut().unwrap();
        widths.truncate(widths.len() - 2);
    }),
    (Rule::Glyphs, |d| {
        redraw(d, 0, |operations| {
            let at = operations.iter().position(|o| o.operator == "TJ").unwrap();
            let shown = Object::Array(vec![Object::String(vec![0, 0], StringFormat::Hexadecimal)]);
            operations.insert(at, Operation::new("TJ", vec![shown]));
        });
    }),
    (Rule::Words, |d| rewrite(d, "beginbf", |_| String::new())),
    (Rule::Words, |d| {
        rewrite(d, "beginbf", |map| {
            let nothing = |line: &str| match line.split_once("> <") {
                Some((code, _)) if line.matches('<').count() == 2 => format!("{code}> <FEFF>"),
                _ => line.to_owned(),
            };
            map.lines().map(nothing).collect::<Vec<_>>().join("\n")
        });
    }),
    (Rule::Content, |d| {
        redraw(d, 0, |operations| {
            let piece = operations.iter_mut().find(|operation| begins_piece(operation));
            *piece.unwrap() = Operation::new("BMC", vec![name("P")]);
        });
    }),
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
    (Rule::Numbers, |d| {
        owners(d).pop();
    }),
    (Rule::Numbers, |d| owners(d).swap(0, 1)),
    (Rule::Numbers, |d| {
        let content =
            |kids: &Object| kids.as_array().is_ok_and(|kids| kids.iter().any(|kid| kid.as_i64().is_ok()));
        let one = first(d, |element| tagged(b"P")(element) && element.get(b"K").is_ok_and(content));
        let kids = one.get_mut(b"K").unwrap().as_array_mut().unwrap();
        let again = kids.iter().find(|kid| kid.as_i64().is_ok()).unwrap().clone();
        kids.push(again);
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
    (Rule::Counted, |d| {
        let letters = |list: &Dictionary| {
            let how = list.get(b"A").and_then(Object::as_dict).and_then(|how| how.get(b"ListNumbering"));
            how.and_then(Object::as_name).ok() == Some(b"LowerAlpha")
        };
        let how = first(d, letters).get_mut(b"A").unwrap().as_dict_mut().unwrap();
        how.set("ListNumbering", name("Decimal"));
    }),
    (Rule::Links, |d| {
        first(d, typed(b"Annot")).remove(b"F");
    }),
    (Rule::Links, |d| {
        first(d, typed(b"Annot")).remove(b"StructParent");
    }),
    (Rule::Links, |d| {
        // The key of the first page's own pieces.
        first(d, typed(b"Annot")).set("StructParent", 0);
    }),
    (Rule::Links, |d| {
        let is_link = |kid: &Object| kid.as_dict().is_ok_and(|kid| typed(b"OBJR")(kid));
        let kids = first(d, tagged(b"Link")).get_mut(b"K").unwrap().as_array_mut().unwrap();
        kids.retain(|kid| !is_link(kid));
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
            let numbered = operations.iter_mut().find(|operation| begins_piece(operation));
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
    for (place, (rule, fault)) in FAULTS.iter().enumerate() {
        let mut document = Document::load_mem(&sound).unwrap();
        fault(&mut document);
        let mut broken = Vec::new();
        document.save_to(&mut broken).unwrap();
        let found = breaches(&broken);
        assert!(
            found.iter().any(|breach| breach.rule == *rule),
            "{rule:?}, fault {place}, is not found; {found:#?}"
        );
    }
    assert!(breaches(b"%PDF-1.7 and no more").iter().any(|breach| breach.rule == Rule::Readable));
}
