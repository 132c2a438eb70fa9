//! What must hold of every file that is written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod papers;

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use sha2::{Digest, Sha256};
use typeset::{Draw, Owner, Pages, lay_out, write_pdf};

fn written(paper: &document::Paper, fonts: &typeset::Fonts) -> (Pages, Vec<u8>) {
    let pages = lay_out(paper, fonts);
    let bytes = write_pdf(&pages, fonts, &papers::about(paper)).unwrap();
    (pages, bytes)
}

#[test]
fn the_same_paper_gives_the_same_bytes_whatever_was_written_before() {
    let all = papers::all();
    let forth: Vec<_> = all.iter().map(|paper| written(paper, &papers::fonts()).1).collect();
    let fonts = papers::fonts();
    let mut back: Vec<_> = all.iter().rev().map(|paper| written(paper, &fonts).1).collect();
    back.reverse();
    assert!(forth == back);
}

/// Papers that share nearly all with each other, as before and after an edit.
fn edited() -> Vec<document::Paper> {
    let paragraph =
        |words: &str| document::Block::Paragraph { text: words.into(), tone: document::Tone::Body };
    let second = "The same words stand on the second page of each, in the same places.";
    let two_pages = |first: &str| {
        let blocks = vec![paragraph(first), document::Block::PageBreak, paragraph(second)];
        papers::paper("edited", "Edited", blocks)
    };
    let mut all: Vec<_> =
        ["Zebras", "zebraS", "Other letters come first here", "Zebras"].map(two_pages).into();
    // Other words of the same width, another foot, a mark, other words for a reader's ear.
    all.push(two_pages("Zebras"));
    all[4].furniture.footer = "Version of 25 November 2026".into();
    all.push(two_pages("Zebras"));
    all[5].furniture.draft = true;
    all.push(two_pages("Zebras"));
    all[6].blocks[2] = document::Block::Heading(document::Heading {
        level: 2,
        label: None,
        anchor: None,
        text: second.into(),
    });
    all.extend(same_words());
    let mut constitution = papers::constitution(1);
    all.push(constitution.clone());
    constitution.blocks.remove(12);
    all.push(constitution);
    all
}

/// Papers with the same words, set in other ways: heavier, smaller, narrower, in the middle, as a person gave them, leading
/// elsewhere, as an earlier edition did not have them.
fn same_words() -> impl Iterator<Item = document::Paper> {
    use document::{Anchor, Block, Span, Text, Tone};
    let words =
        "These are the same words in every paper here, and they are long enough to be broken into two lines.";
    let said = || Text::words(words);
    let paragraph = |tone, text| Block::Paragraph { text, tone };
    let span = |span| paragraph(Tone::Body, Text(vec![span]));
    let blocks = [
        paragraph(Tone::Body, said()),
        span(Span::Strong(said())),
        span(Span::Emphasis(said())),
        paragraph(Tone::Small, said()),
        paragraph(Tone::Centred, said()),
        Block::Bullets(vec![vec![paragraph(Tone::Body, said())]]),
        span(Span::Value(words.into())),
        span(Span::Reference { to: Anchor("nowhere".into()), words: words.into() }),
        span(Span::Inserted(said())),
        span(Span::Deleted(said())),
    ];
    blocks.into_iter().map(|block| papers::paper("same", "The same words", vec![block]))
}

#[test]
fn what_is_remembered_of_a_file_changes_none_that_follows() {
    let fonts = papers::fonts();
    for paper in edited() {
        let fresh = written(&paper, &papers::fonts());
        for _ in 0..2 {
            let remembered = written(&paper, &fonts);
            assert!(remembered.0 == fresh.0, "other pages of {}", paper.title);
            assert!(remembered.1 == fresh.1, "other bytes of {}", paper.title);
        }
    }
}

#[test]
fn papers_written_side_by_side_are_those_written_one_by_one() {
    let all = edited();
    let alone: Vec<_> = all.iter().map(|paper| written(paper, &papers::fonts()).1).collect();
    let fonts = papers::fonts();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3)
            .map(|_| scope.spawn(|| all.iter().map(|paper| written(paper, &fonts).1).collect::<Vec<_>>()))
            .collect();
        for thread in threads {
            assert!(thread.join().unwrap() == alone);
        }
    });
}

#[test]
fn the_bytes_are_those_of_other_processes_and_machines() {
    let fonts = papers::fonts();
    let hashes: Vec<String> = papers::all()
        .iter()
        .map(|paper| {
            let hash: String =
                Sha256::digest(written(paper, &fonts).1).iter().map(|b| format!("{b:02x}")).collect();
            format!("{hash} {}", paper.slug)
        })
        .collect();
    insta::assert_snapshot!("hashes", hashes.join("\n"));
}

/// Codes of a font to the words they stand for.
fn to_unicode(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let stream = document.get_object(font.get(b"ToUnicode").unwrap().as_reference().unwrap()).unwrap();
    let cmap = String::from_utf8(stream.as_stream().unwrap().decompressed_content().unwrap()).unwrap();
    let mut map = BTreeMap::new();
    let hex = |text: &str| -> Vec<u16> {
        text.as_bytes()
            .chunks(4)
            .map(|c| u16::from_str_radix(std::str::from_utf8(c).unwrap(), 16).unwrap())
            .collect()
    };
    let mut ranges = false;
    for line in cmap.lines() {
        if line.ends_with("beginbfrange") || line.ends_with("beginbfchar") {
            ranges = line.ends_with("beginbfrange");
            continue;
        }
        let parts: Vec<&str> = line.split(['<', '>']).skip(1).step_by(2).collect();
        match parts.as_slice() {
            [from, to, words] if ranges => {
                let (from, to) = (hex(from)[0], hex(to)[0]);
                for code in from..=to {
                    let mut units = hex(words);
                    *units.last_mut().unwrap() += code - from;
                    map.insert(code, String::from_utf16(&units).unwrap());
                }
            }
            [code, words] if !ranges => {
                map.insert(hex(code)[0], String::from_utf16(&hex(words)).unwrap());
            }
            _ => {}
        }
    }
    map
}

/// What one page shows.
#[derive(Default)]
struct Shown {
    /// The words in marked content with a number, in order.
    words: String,
    numbers: Vec<i64>,
    codes: BTreeSet<(Vec<u8>, u16)>,
}

fn shown(document: &Document, page: ObjectId) -> Shown {
    let fonts = document.get_page_fonts(page).unwrap();
    let maps: BTreeMap<_, _> =
        fonts.iter().map(|(name, font)| (name.clone(), to_unicode(document, font))).collect();
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let mut shown = Shown::default();
    let mut font = Vec::new();
    let mut numbered = None;
    let mut actual = false;
    for operation in &content.operations {
        match operation.operator.as_str() {
            "BDC" => {
                assert!(numbered.is_none(), "marked content does not nest");
                let number =
                    operation.operands[1].as_dict().unwrap().get(b"MCID").and_then(Object::as_i64).ok();
                shown.numbers.extend(number);
                // What is written in another order than it is drawn says how it is read.
                let properties = operation.operands[1].as_dict().unwrap();
                actual = properties.get(b"ActualText").is_ok();
                if let Ok(text) = properties.get(b"ActualText") {
                    shown.words.push_str(&lopdf::decode_text_string(text).unwrap());
                }
                numbered = Some(number.is_some());
            }
            "EMC" => assert!(numbered.take().is_some()),
            "Tf" => font = operation.operands[0].as_name().unwrap().to_vec(),
            "TJ" | "Tj" => {
                let numbered = numbered.expect("text stands in marked content");
                let items = match &operation.operands[0] {
                    Object::Array(items) => items.clone(),
                    other => vec![other.clone()],
                };
                for item in items.iter().filter_map(|item| item.as_str().ok()) {
                    for code in item.chunks(2).map(|c| u16::from_be_bytes([c[0], c[1]])) {
                        assert_ne!(code, 0, "no missing glyph is ever shown");
                        shown.codes.insert((font.clone(), code));
                        let words = &maps[&font][&code];
                        assert!(!words.is_empty() && !words.contains(['\0', '\u{feff}', '\u{fffe}']));
                        if numbered && !actual {
                            shown.words.push_str(words);
                        }
                    }
                }
            }
            "S" | "f" | "B" => assert!(numbered.is_some(), "drawing stands in marked content"),
            _ => {}
        }
    }
    shown
}

fn right_to_left(c: char) -> bool {
    ('\u{590}'..'\u{900}').contains(&c)
}

/// The words with those from right to left taken out: a file shows these letter by letter.
fn ordered(words: &str) -> (String, Vec<char>) {
    let seen = |c: &char| !c.is_whitespace() && *c != '\u{200b}';
    let mut apart: Vec<char> = words.chars().filter(seen).filter(|c| right_to_left(*c)).collect();
    apart.sort_unstable();
    (words.chars().filter(seen).filter(|c| !right_to_left(*c)).collect(), apart)
}

#[test]
fn the_words_can_be_copied_out_as_they_are_read() {
    let fonts = papers::fonts();
    for paper in papers::all() {
        let (pages, bytes) = written(&paper, &fonts);
        let document = Document::load_mem(&bytes).unwrap();
        for (page, id) in pages.pages.iter().zip(document.get_pages().into_values()) {
            let expected: String = page
                .chunks
                .iter()
                .filter(|chunk| matches!(chunk.owner, Owner::Element(_)))
                .flat_map(|chunk| &chunk.draws)
                .filter_map(|draw| match draw {
                    Draw::Glyphs(run) => Some(&*run.shaped.text),
                    _ => None,
                })
                .collect();
            assert_eq!(ordered(&shown(&document, id).words), ordered(&expected), "{}", paper.slug);
        }
    }
}

#[test]
fn tags_and_content_agree() {
    let fonts = papers::fonts();
    for paper in papers::all() {
        let (_, bytes) = written(&paper, &fonts);
        let document = Document::load_mem(&bytes).unwrap();
        let catalogue = document.catalog().unwrap();
        let tree = document
            .get_dictionary(catalogue.get(b"StructTreeRoot").unwrap().as_reference().unwrap())
            .unwrap();
        let parents =
            document.get_dictionary(tree.get(b"ParentTree").unwrap().as_reference().unwrap()).unwrap();
        let numbers = parents.get(b"Nums").unwrap().as_array().unwrap();
        let keyed: BTreeMap<i64, ObjectId> = numbers
            .chunks(2)
            .map(|pair| (pair[0].as_i64().unwrap(), pair[1].as_reference().unwrap()))
            .collect();
        let mut read = Vec::new();
        walk(&document, tree.get(b"K").unwrap(), None, &mut read);
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        let mut in_content = Vec::new();
        for page in &pages {
            let shown = shown(&document, *page);
            let key =
                document.get_dictionary(*page).unwrap().get(b"StructParents").unwrap().as_i64().unwrap();
            let owners = document.get_object(keyed[&key]).unwrap().as_array().unwrap();
            assert_eq!(owners.len(), shown.numbers.len());
            in_content.extend(shown.numbers.iter().map(|number| (*page, *number)));
        }
        let position = |page: &ObjectId| pages.iter().position(|other| other == page).unwrap();
        assert_eq!(
            read.len(),
            in_content.len(),
            "{}: every piece of content is in the tree, once",
            paper.slug
        );
        let sorted: BTreeSet<_> = read.iter().map(|(page, number)| (position(page), *number)).collect();
        assert_eq!(sorted.len(), in_content.len());
        links_are_tagged(&document, &pages, &keyed);
    }
}

/// Collects the numbered content below a kid, in reading order.
fn walk(document: &Document, kid: &Object, page: Option<ObjectId>, read: &mut Vec<(ObjectId, i64)>) {
    match kid {
        Object::Array(kids) => kids.iter().for_each(|kid| walk(document, kid, page, read)),
        Object::Reference(id) => walk(document, document.get_object(*id).unwrap(), page, read),
        Object::Integer(number) => read.push((page.unwrap(), *number)),
        Object::Dictionary(element) => {
            let page = element.get(b"Pg").and_then(Object::as_reference).ok().or(page);
            if let Ok(number) = element.get(b"MCID") {
                read.push((page.unwrap(), number.as_i64().unwrap()));
            } else if let Ok(kids) = element.get(b"K") {
                walk(document, kids, page, read);
            }
        }
        _ => {}
    }
}

fn links_are_tagged(document: &Document, pages: &[ObjectId], keyed: &BTreeMap<i64, ObjectId>) {
    for page in pages {
        let page = document.get_dictionary(*page).unwrap();
        let Ok(annotations) = page.get(b"Annots") else { continue };
        for annotation in annotations.as_array().unwrap() {
            let link = document.get_dictionary(annotation.as_reference().unwrap()).unwrap();
            assert_eq!(link.get(b"F").unwrap().as_i64().unwrap(), 4);
            assert!(!link.get(b"Contents").unwrap().as_str().unwrap().is_empty());
            let element = keyed[&link.get(b"StructParent").unwrap().as_i64().unwrap()];
            let element = document.get_dictionary(element).unwrap();
            assert_eq!(element.get(b"S").unwrap().as_name().unwrap(), b"Link");
        }
    }
}

#[test]
fn fonts_are_embedded_and_cut_and_say_their_true_widths() {
    let fonts = papers::fonts();
    let (_, bytes) = written(&papers::constitution(1), &fonts);
    let document = Document::load_mem(&bytes).unwrap();
    let page = document.get_pages().into_values().next().unwrap();
    let fonts = document.get_page_fonts(page).unwrap();
    assert!(fonts.len() >= 5);
    for font in fonts.values() {
        let base = String::from_utf8(font.get(b"BaseFont").unwrap().as_name().unwrap().to_vec()).unwrap();
        let (tag, _) = base.split_once('+').unwrap();
        assert!(tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()));
        let below = font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0].as_dict().unwrap();
        let descriptor =
            document.get_dictionary(below.get(b"FontDescriptor").unwrap().as_reference().unwrap()).unwrap();
        let program =
            document.get_object(descriptor.get(b"FontFile2").unwrap().as_reference().unwrap()).unwrap();
        let program = program.as_stream().unwrap().decompressed_content().unwrap();
        assert!(program.len() < 150_000, "{base} is cut");
        let face = ttf_parser::Face::parse(&program, 0).unwrap();
        let widths = below.get(b"W").unwrap().as_array().unwrap();
        for pair in widths.chunks(2) {
            let first = pair[0].as_i64().unwrap();
            for (code, width) in (first..).zip(pair[1].as_array().unwrap()) {
                let glyph = ttf_parser::GlyphId(u16::try_from(code).unwrap());
                assert_eq!(width.as_i64().unwrap(), i64::from(face.glyph_hor_advance(glyph).unwrap()));
            }
        }
    }
}

#[test]
fn the_file_says_what_it_is() {
    let fonts = papers::fonts();
    let paper = papers::constitution(1);
    let (_, bytes) = written(&paper, &fonts);
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let document = Document::load_mem(&bytes).unwrap();
    let catalogue = document.catalog().unwrap();
    assert_eq!(catalogue.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
    assert_eq!(catalogue.get(b"PageMode").unwrap().as_name().unwrap(), b"UseOutlines");
    let metadata = document.get_object(catalogue.get(b"Metadata").unwrap().as_reference().unwrap()).unwrap();
    let metadata = metadata.as_stream().unwrap();
    assert!(metadata.dict.get(b"Filter").is_err());
    let xmp = String::from_utf8(metadata.content.clone()).unwrap();
    assert!(xmp.contains("<pdfaid:part>2</pdfaid:part>") && xmp.contains("2026-11-24T00:00:00Z"));
    let outlines =
        document.get_dictionary(catalogue.get(b"Outlines").unwrap().as_reference().unwrap()).unwrap();
    let first = document.get_dictionary(outlines.get(b"First").unwrap().as_reference().unwrap()).unwrap();
    assert_eq!(first.get(b"Title").unwrap().as_str().unwrap(), b"Rules");
    let part = document.get_dictionary(first.get(b"Next").unwrap().as_reference().unwrap()).unwrap();
    assert_eq!(part.get(b"Title").unwrap().as_str().unwrap(), b"Part 1 The society");
    assert_eq!(part.get(b"Count").unwrap().as_i64().unwrap(), 10);
}

#[test]
fn another_foot_is_another_stream_and_leaves_the_texts_as_they_were() {
    let fonts = papers::fonts();
    let streams = |version: &str| {
        let mut paper = papers::constitution(1);
        paper.furniture.footer = version.into();
        paper.furniture.draft = true;
        let document = Document::load_mem(&written(&paper, &fonts).1).unwrap();
        let pages = document.get_pages().into_values();
        pages
            .map(|page| {
                let ids = document.get_page_contents(page);
                let stream =
                    |id: &ObjectId| document.get_object(*id).unwrap().as_stream().unwrap().content.clone();
                (ids.clone(), ids.iter().map(stream).collect::<Vec<_>>())
            })
            .collect::<Vec<_>>()
    };
    let (one, other) = (streams("Version 12ab"), streams("Version ab12"));
    assert!(one.len() > 3);
    for ((ids, page), (_, edited)) in one.iter().zip(&other) {
        // Behind and above the text, the text, the foot, the page's number.
        let same: Vec<bool> = page.iter().zip(edited).map(|(one, other)| one == other).collect();
        assert_eq!(same, [true, true, false, true]);
        // What stands on every page alike is in the file once.
        assert_eq!((ids[0], ids[2]), (one[1].0[0], one[1].0[2]));
    }
}
