//! Word files: whole, with ids that are unique and places that exist, and with the numbers of the tree.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod papers;
mod word;

use std::collections::{BTreeMap, BTreeSet};

use document::{Anchor, Block, Heading, Item, ItemDepth, Paper, Span, Text, compare, label};
use proptest::prelude::*;
use typeset::{Fonts, docx, lay_out};
use word::{Parts, R, child, is, labels, parts, read, shown_numbers, value, words};

thread_local! {
    static FONTS: Fonts = papers::fonts();
}

fn written(paper: &Paper) -> Vec<u8> {
    let pages = FONTS.with(|fonts| lay_out(paper, fonts));
    docx(paper, &pages, &papers::about(paper)).unwrap_or_else(|error| panic!("{}: {error}", paper.slug))
}

/// Everything that a reader of the format could stumble over.
fn faults(parts: &Parts) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, text) in parts {
        if let Err(error) = roxmltree::Document::parse(text) {
            faults.push(format!("{path} is not well formed: {error}"));
        }
    }
    if !faults.is_empty() {
        return faults;
    }
    let styles: BTreeSet<String> = ids(parts, "word/styles.xml", "style", "styleId");
    let lists = ids(parts, "word/numbering.xml", "num", "numId");
    let body: Vec<&String> = parts.keys().filter(|path| is_text(path)).collect();
    let mut seen = BTreeSet::new();
    let mut bookmarks = BTreeSet::new();
    for path in &body {
        let document = read(parts, path);
        for node in document.descendants() {
            let counted = ["bookmarkStart", "ins", "del"].iter().any(|name| is(&node, name));
            if counted && !seen.insert(value(&node, "id").unwrap_or_default().to_owned()) {
                faults.push(format!("{path}: id {:?} twice", value(&node, "id")));
            }
            if is(&node, "bookmarkStart")
                && !bookmarks.insert(value(&node, "name").unwrap_or_default().to_owned())
            {
                faults.push(format!("{path}: bookmark {:?} twice", value(&node, "name")));
            }
        }
    }
    for path in &body {
        let document = read(parts, path);
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            let text = || node.text().unwrap_or_default();
            let unknown = match node.tag_name().name() {
                "pStyle" => value(&node, "val").filter(|style| !styles.contains(*style)),
                "numId" => value(&node, "val").filter(|list| !lists.contains(*list)),
                "hyperlink" => value(&node, "anchor").filter(|to| !bookmarks.contains(*to)),
                "instrText" if text().contains("REF ") => {
                    text().split_whitespace().nth(1).filter(|to| !bookmarks.contains(*to))
                }
                "bookmarkEnd" => value(&node, "id").filter(|id| !seen.contains(*id)),
                "tc" if node.last_element_child().is_none_or(|last| !is(&last, "p")) => Some("no paragraph"),
                _ => None,
            };
            if let Some(unknown) = unknown {
                faults.push(format!("{path}: {} {unknown}", node.tag_name().name()));
            }
        }
    }
    faults.extend(loose_ends(parts));
    faults
}

fn is_text(path: &str) -> bool {
    path == "word/document.xml" || path.starts_with("word/header") || path.starts_with("word/footer")
}

fn ids(parts: &Parts, path: &str, name: &str, attribute: &str) -> BTreeSet<String> {
    let document = read(parts, path);
    let nodes = document.descendants().filter(|node| is(node, name));
    nodes.filter_map(|node| value(&node, attribute).map(str::to_owned)).collect()
}

/// Relations that lead nowhere, parts that nobody leads to or whose kind is not said.
fn loose_ends(parts: &Parts) -> Vec<String> {
    let mut faults = Vec::new();
    let mut reached = BTreeSet::from(["[Content_Types].xml".to_owned()]);
    let mut known = BTreeSet::new();
    for (path, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        reached.insert(path.to_owned());
        for node in read(parts, path).root_element().children() {
            let target = format!("{folder}{}", node.attribute("Target").unwrap_or_default());
            if !parts.contains_key(&target) {
                faults.push(format!("{path} leads to {target}, which is not there"));
            }
            reached.insert(target);
            known.insert(node.attribute("Id").unwrap_or_default().to_owned());
        }
    }
    let document = read(parts, "word/document.xml");
    for id in document.descendants().filter_map(|node| node.attribute((R, "id"))) {
        if !known.contains(id) {
            faults.push(format!("relation {id} is not there"));
        }
    }
    let types = read(parts, "[Content_Types].xml");
    let said: BTreeSet<&str> =
        types.descendants().filter_map(|node| node.attribute("PartName")?.strip_prefix('/')).collect();
    for path in parts.keys() {
        if !reached.contains(path) {
            faults.push(format!("nothing leads to {path}"));
        }
        if !path.ends_with(".rels") && path != "[Content_Types].xml" && !said.contains(path.as_str()) {
            faults.push(format!("the kind of {path} is not said"));
        }
    }
    faults
}

#[test]
fn every_paper_is_a_sound_file() {
    for paper in papers::all() {
        assert_eq!(faults(&parts(&written(&paper))), [""; 0], "{}", paper.slug);
    }
}

#[test]
fn a_planted_fault_is_found() {
    let sound = parts(&written(&papers::constitution(1)));
    let plant = |path: &str, from: &str, to: &str| {
        let mut parts = sound.clone();
        let part = parts.get_mut(path).unwrap();
        assert!(part.contains(from), "{path} has no {from}");
        *part = part.replacen(from, to, 1);
        faults(&parts)
    };
    let document = "word/document.xml";
    let cases = [
        (document, "</w:p>", "", "not well formed"),
        (document, "w:id=\"2\" w:name", "w:id=\"1\" w:name", "twice"),
        (document, "w:name=\"_Toc000000002\"", "w:name=\"_Toc000000001\"", "twice"),
        (document, "<w:pStyle w:val=\"BodyText\"", "<w:pStyle w:val=\"Nowhere\"", "pStyle Nowhere"),
        (document, "<w:numId w:val=\"2\"", "<w:numId w:val=\"99\"", "numId 99"),
        (document, "w:anchor=\"_Toc000000003\"", "w:anchor=\"gone\"", "hyperlink gone"),
        (document, " REF r", " REF gone r", "instrText gone"),
        (document, "<w:bookmarkEnd w:id=\"1\"", "<w:bookmarkEnd w:id=\"901\"", "bookmarkEnd 901"),
        (document, "r:id=\"rId6\"", "r:id=\"rId9\"", "relation rId9"),
        ("word/_rels/document.xml.rels", "Target=\"styles.xml\"", "Target=\"looks.xml\"", "not there"),
        ("[Content_Types].xml", "/word/numbering.xml", "/word/other.xml", "kind of word/numbering.xml"),
    ];
    for (path, from, to, expected) in cases {
        let found = plant(path, from, to);
        assert!(found.iter().any(|fault| fault.contains(expected)), "{expected}: {found:?}");
    }
    let mut cell = sound.clone();
    let text = cell.get_mut(document).unwrap();
    *text = text.replacen("</w:p></w:tc>", "</w:p><w:tbl/></w:tc>", 1);
    assert!(faults(&cell).iter().any(|fault| fault.contains("tc no paragraph")));
}

fn counted(paper: &Paper) -> (Vec<String>, Vec<String>) {
    let mut expected = Vec::new();
    labels(&paper.blocks, &mut expected);
    (shown_numbers(&parts(&written(paper))), expected)
}

#[test]
fn word_counts_every_label_of_the_tree() {
    for paper in papers::all() {
        let (shown, expected) = counted(&paper);
        assert_eq!(shown, expected, "{}", paper.slug);
    }
}

fn item(label: &str, blocks: Vec<Block>) -> Item {
    Item { label: label.into(), anchor: None, blocks }
}

fn rule(number: &str, blocks: Vec<Block>) -> Vec<Block> {
    let heading = Heading {
        level: 3,
        label: Some(number.into()),
        anchor: Some(Anchor(number.into())),
        text: "Rule".into(),
    };
    [Block::Heading(heading)].into_iter().chain(blocks).collect()
}

#[test]
fn word_counts_lists_that_begin_anew_skip_and_stand_bare() {
    let list =
        |labels: &[&str]| Block::Items(labels.iter().map(|l| item(l, vec![Block::body("x")])).collect());
    let inner = |labels: &[&str]| vec![Block::body("x"), list(labels), Block::body("or"), list(labels)];
    let mut blocks =
        rule("1", vec![Block::Items(vec![item("1.1", inner(&["(a)", "(b)"])), item("1.2", vec![])])]);
    blocks.extend(rule(
        "2",
        vec![list(&["(a)", "(b)"]), Block::body("and"), list(&["(c)", "(d)", "(h)", "(i)"])],
    ));
    blocks.extend(rule("7", vec![list(&["7.1", "7.2"]), Block::body("then"), list(&["7.3"])]));
    blocks.push(Block::heading(2, "Schedule"));
    blocks.push(list(&["1", "2"]));
    blocks.push(Block::heading(2, "Another"));
    blocks.push(Block::Items(vec![item("1", inner(&["(i)", "(ii)"])), item("2", vec![])]));
    let (shown, expected) = counted(&papers::paper("lists", "Lists", blocks));
    assert_eq!(shown, expected);
}

#[test]
fn a_label_that_word_cannot_count_is_written_as_words() {
    let letters: Vec<Item> =
        (0..29).map(|at| item(&label(ItemDepth::Letter, at, ""), vec![Block::body("x")])).collect();
    let paper = papers::paper("long", "Long", rule("1", vec![Block::Items(letters)]));
    let (shown, expected) = counted(&paper);
    // "(ab)" and "(ac)" are "(bb)" and "(cc)" to Word.
    assert_eq!(shown[..], expected[..28]);
    let parts = parts(&written(&paper));
    let document = read(&parts, "word/document.xml");
    let texts: Vec<String> =
        document.descendants().filter(|n| is(n, "p")).map(|p| words(&p, false)).collect();
    assert!(texts.contains(&"(ab) x".to_owned()), "{texts:?}");
}

#[test]
fn the_same_paper_gives_the_same_bytes_packed_without_a_clock() {
    let paper = papers::constitution(2);
    let bytes = written(&paper);
    written(&papers::minutes());
    assert_eq!(bytes, written(&paper));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    for index in 0..archive.len() {
        let file = archive.by_index(index).unwrap();
        assert_eq!(file.compression(), zip::CompressionMethod::Deflated, "part {index}");
        assert_eq!(file.last_modified(), Some(zip::DateTime::default()), "part {index}");
    }
}

#[test]
fn names_keep_their_direction_and_nothing_a_person_wrote_becomes_markup() {
    let text = Text(vec![
        Span::Value("</w:t></w:r><w:br/>&amp;\u{0}\u{202e}x".into()),
        Span::Words(", ".into()),
        Span::Value("فاطمة الزهراء".into()),
        Span::Value("דוד כהן".into()),
    ]);
    let parts = parts(&written(&papers::paper("x", "X", vec![Block::body(text)])));
    assert_eq!(faults(&parts), [""; 0]);
    let document = read(&parts, "word/document.xml");
    let paragraph = document.descendants().find(|node| is(node, "p")).unwrap();
    assert_eq!(words(&paragraph, false), "</w:t></w:r><w:br/>&amp;x, فاطمة الزهراءדוד כהן");
    let languages: BTreeMap<String, String> = paragraph
        .descendants()
        .filter(|node| is(node, "r"))
        .filter_map(|run| {
            let lang = child(&child(&run, "rPr").filter(|rpr| child(rpr, "rtl").is_some())?, "lang")?;
            Some((words(&run, false), value(&lang, "bidi")?.to_owned()))
        })
        .collect();
    assert_eq!(languages["דוד כהן"], "he-IL");
    assert_eq!(languages["فاطمة الزهراء"], "ar-SA");
}

/// The words of all paragraphs with changes taken or refused; a paragraph whose end is gone is no more.
/// Lists of contents show pages, and are left out.
fn settled(parts: &Parts, dropped: &str) -> Vec<String> {
    let document = read(parts, "word/document.xml");
    let is_dropped = |node: &roxmltree::Node<'_, '_>| is(node, dropped);
    document
        .descendants()
        .filter(|node| is(node, "p"))
        .filter(|p| {
            let style = child(p, "pPr").and_then(|ppr| child(&ppr, "pStyle"));
            !style.and_then(|style| value(&style, "val")).is_some_and(|style| style.starts_with("TOC"))
        })
        .filter(|p| !p.descendants().any(|n| is_dropped(&n) && n.parent().is_some_and(|up| is(&up, "rPr"))))
        .map(|p| {
            let runs = p.descendants().filter(|n| is(n, "r") && !n.ancestors().any(|up| is_dropped(&up)));
            runs.map(|run| words(&run, true)).collect::<String>()
        })
        .filter(|words| !words.trim().is_empty())
        .collect()
}

fn marked(before: Vec<Block>, after: Vec<Block>) -> (Paper, Parts) {
    let paper = papers::paper("marked", "Marked", compare(&before, &after).blocks);
    let parts = parts(&written(&paper));
    (paper, parts)
}

#[test]
fn changes_are_tracked_and_each_side_can_be_had_back() {
    let after = papers::constitution(1).blocks;
    let mut before = after.clone();
    before.remove(8);
    before.extend(rule(
        "11",
        vec![Block::Items(vec![item("11.1", vec![Block::body("An old rule, now gone.")])])],
    ));
    for block in &mut before {
        block.texts_mut(&mut |text| {
            if let [Span::Words(words)] = text.0.as_mut_slice() {
                *words = words.replace("general meeting", "meeting of the members");
            }
        });
    }
    let (paper, parts) = marked(before.clone(), after.clone());
    assert_eq!(faults(&parts), [""; 0]);
    let (shown, expected) = counted(&paper);
    assert_eq!(shown, expected);
    let document = read(&parts, "word/document.xml");
    let changes: Vec<_> = document.descendants().filter(|n| is(n, "ins") || is(n, "del")).collect();
    assert!(changes.iter().any(|n| is(n, "ins")) && changes.iter().any(|n| is(n, "del")));
    for change in changes {
        assert_eq!(value(&change, "author"), Some("Northgate Bakers Co-operative Limited"));
        assert_eq!(value(&change, "date"), Some("2026-11-24T00:00:00Z"));
    }
    assert!(parts["word/settings.xml"].contains("trackRevisions"));
    let plain =
        |blocks: Vec<Block>| settled(&word::parts(&written(&papers::paper("x", "X", blocks))), "none");
    assert_eq!(settled(&parts, "del"), plain(after));
    let (mut was, mut old) = (settled(&parts, "ins"), plain(before));
    // What is gone bears its number as words; what is left is counted.
    for words in was.iter_mut().chain(&mut old) {
        *words = words.trim_start_matches("11.1 ").trim_start_matches("11 ").to_owned();
    }
    was.sort();
    old.sort();
    assert_eq!(was, old);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_people_write_the_file_is_sound(texts in prop::collection::vec("\\PC{0,40}|.{0,20}", 1..8)) {
        let blocks = texts
            .iter()
            .enumerate()
            .flat_map(|(at, words)| {
                let items = vec![item(&label(ItemDepth::Paragraph, 0, &at.to_string()), vec![
                    Block::body(Text::value(words.as_str())),
                    Block::Bullets(vec![vec![Block::body(words.as_str())], vec![]]),
                ])];
                rule(&at.to_string(), vec![Block::Items(items)])
            })
            .collect();
        let mut paper = papers::paper("x", &texts[0], blocks);
        paper.furniture.header = texts.concat();
        prop_assert_eq!(faults(&parts(&written(&paper))), [""; 0]);
    }
}
