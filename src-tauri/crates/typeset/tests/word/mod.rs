//! A Word file taken apart: its parts, and what Word would count.

// Each of its users needs another part of it, and none ships.
#![allow(dead_code, missing_docs, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use document::{Block, Marking};
use roxmltree::{Document, Node};

pub const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
pub const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a file by their paths.
pub type Parts = BTreeMap<String, String>;

pub fn parts(bytes: &[u8]) -> Parts {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip archive");
    let mut parts = Parts::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a part");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("UTF-8");
        let name = file.name().expect("a name in UTF-8").into_owned();
        parts.insert(name, text);
    }
    parts
}

pub fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((W, name))
}

pub fn value<'a>(node: &Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute((W, name))
}

pub fn child<'a, 'i>(node: &Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| is(child, name))
}

pub fn read<'t>(parts: &'t Parts, path: &str) -> Document<'t> {
    Document::parse(&parts[path]).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The words of a paragraph's runs, or of any other element's.
pub fn words(node: &Node<'_, '_>, deleted: bool) -> String {
    let mut out = String::new();
    for inner in node.descendants() {
        if is(&inner, "t") || (deleted && is(&inner, "delText")) {
            out.push_str(inner.text().unwrap_or_default());
        } else if is(&inner, "br") || (is(&inner, "tab") && inner.attributes().len() == 0) {
            out.push(' ');
        }
    }
    out.replace('\u{200e}', "")
}

/// A list's level: format and pattern.
type Level = (String, String);

/// What Word shows before each paragraph that it numbers, in order: it counts by the definition below a
/// list, begins anew below a higher level, and begins where a list says so the first time it is used.
pub fn shown_numbers(parts: &Parts) -> Vec<String> {
    let numbering = read(parts, "word/numbering.xml");
    let number = |node: &Node<'_, '_>, name: &str| value(node, name).and_then(|v| v.parse::<usize>().ok());
    let mut schemes: BTreeMap<usize, Vec<Level>> = BTreeMap::new();
    let mut lists: BTreeMap<usize, (usize, BTreeMap<usize, u32>)> = BTreeMap::new();
    for node in numbering.root_element().children() {
        if is(&node, "abstractNum") {
            let levels = node.children().filter(|child| is(child, "lvl")).map(|level| {
                let of =
                    |name| child(&level, name).and_then(|n| value(&n, "val")).unwrap_or_default().to_owned();
                (of("numFmt"), of("lvlText"))
            });
            schemes.insert(number(&node, "abstractNumId").expect("an id"), levels.collect());
        } else if is(&node, "num") {
            let scheme = child(&node, "abstractNumId").and_then(|n| number(&n, "val")).expect("a scheme");
            let starts = node.children().filter(|child| is(child, "lvlOverride")).map(|node| {
                let start = child(&node, "startOverride").and_then(|n| number(&n, "val")).expect("a start");
                (number(&node, "ilvl").expect("a level"), u32::try_from(start).expect("a small start"))
            });
            lists.insert(number(&node, "numId").expect("an id"), (scheme, starts.collect()));
        }
    }
    let mut counters: BTreeMap<usize, [Option<u32>; 9]> = BTreeMap::new();
    let mut out = Vec::new();
    let document = read(parts, "word/document.xml");
    for node in document.descendants().filter(|node| is(node, "numPr")) {
        let level = child(&node, "ilvl").and_then(|n| number(&n, "val")).expect("a level");
        let list = child(&node, "numId").and_then(|n| number(&n, "val")).expect("a list");
        let (scheme, starts) = lists.get_mut(&list).unwrap_or_else(|| panic!("no list {list}"));
        let counters = counters.entry(*scheme).or_default();
        let next = starts.remove(&level).unwrap_or(counters[level].map_or(1, |counter| counter + 1));
        counters[level] = Some(next);
        counters[level + 1..].fill(None);
        let levels = &schemes[scheme];
        let mut label = levels[level].1.clone();
        for (index, (format, _)) in levels.iter().enumerate() {
            let shown = formatted(format, counters[index].unwrap_or(0));
            label = label.replace(&format!("%{}", index + 1), &shown);
        }
        out.push(label);
    }
    out
}

fn formatted(format: &str, number: u32) -> String {
    let letters = |first: u8| {
        let letter = char::from(first + ((number.max(1) - 1) % 26) as u8);
        String::from(letter).repeat((number.max(1) - 1) as usize / 26 + 1)
    };
    match format {
        "decimal" => number.to_string(),
        "lowerLetter" => letters(b'a'),
        "upperLetter" => letters(b'A'),
        "lowerRoman" => {
            let tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"];
            let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
            format!("{}{}", tens[number as usize / 10 % 10], ones[number as usize % 10])
        }
        "bullet" => "\u{2022}".to_owned(),
        other => panic!("format {other}"),
    }
}

/// The labels of a tree that Word should count, in reading order.
pub fn labels(blocks: &[Block], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading(heading) if heading.text.marking() != Some(Marking::Deleted) => {
                out.extend(heading.label.clone());
            }
            Block::Items(items) => {
                for item in items {
                    if document::marking(&item.blocks) != Some(Marking::Deleted) {
                        out.push(item.label.clone());
                    }
                    labels(&item.blocks, out);
                }
            }
            Block::Bullets(bullets) => {
                for blocks in bullets {
                    out.push("\u{2022}".into());
                    labels(blocks, out);
                }
            }
            Block::Notice { blocks, .. } => labels(blocks, out),
            _ => {}
        }
    }
}
