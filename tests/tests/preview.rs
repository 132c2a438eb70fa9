//! The page that a person sees is the page that the registrar gets: each word stands in the picture where another
//! program finds it in the file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::process::Command;

use desk::{Assets, PackKind, WorkedOut, examples, pack};
use formation::answers_file;
use formation::pack::papers;
use jiff::civil::date;
use roxmltree::{Document, Node, ParsingOptions};
use typeset::{lay_out, svg, write_pdf};

/// How far apart the two may find the same letter, in points. Programs round widths.
const NEAR: f64 = 0.7;

/// Where a letter's pen starts, from the left and the top of the page, in points.
#[derive(Clone, Copy)]
struct Pen {
    x: f64,
    baseline: f64,
}

/// A word as `pdftotext` finds it on a page: its words, and its box in points.
struct Word {
    words: String,
    left: f64,
    top: f64,
    bottom: f64,
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).map_or(0.0, |value| value.parse().unwrap())
}

/// The pens of a page's picture: in a path of letters, each begins with where its pen starts.
fn pens(picture: &str) -> Vec<Pen> {
    let picture = Document::parse(picture).unwrap();
    let paths =
        picture.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "path")));
    let mut pens = Vec::new();
    for path in paths {
        // What has no place of its own is a line.
        let Some(transform) = path.attribute("transform") else { continue };
        let numbers: Vec<f64> =
            transform.split(['(', ')', ' ']).filter_map(|part| part.parse().ok()).collect();
        let [x, y, across, up] = numbers[..] else { panic!("a path is turned: {transform}") };
        for letter in path.attribute("d").unwrap().split('M').skip(1) {
            let pen =
                letter.split('m').next().unwrap().split(' ').map(|number| number.parse::<f64>().unwrap());
            let [right, high] = pen.collect::<Vec<f64>>()[..] else { panic!("no pen: {letter}") };
            pens.push(Pen { x: x + across * right, baseline: y + up * high });
        }
    }
    pens
}

/// The words of each page of a file.
fn words(file: &std::path::Path) -> Vec<Vec<Word>> {
    let output =
        Command::new("pdftotext").args(["-bbox", "-enc", "UTF-8"]).arg(file).arg("-").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let said = Document::parse_with_options(&said, options).unwrap();
    let word = |node: Node<'_, '_>| Word {
        words: node.text().unwrap_or_default().to_owned(),
        left: number(node, "xMin"),
        top: number(node, "yMin"),
        bottom: number(node, "yMax"),
    };
    let named = |name: &'static str| move |node: &Node<'_, '_>| node.tag_name().name() == name;
    let pages = said.descendants().filter(named("page"));
    pages.map(|page| page.children().filter(named("word")).map(word).collect()).collect()
}

/// The words of a page with which no letter of its picture begins. Those from right to left begin elsewhere.
fn misplaced<'w>(words: &'w [Word], pens: &[Pen]) -> Vec<&'w str> {
    let turned = |word: &&Word| word.words.chars().any(|c| ('\u{590}'..'\u{900}').contains(&c));
    let stands = |word: &&Word| {
        pens.iter().any(|pen| {
            (pen.x - word.left).abs() < NEAR && pen.baseline > word.top && pen.baseline < word.bottom
        })
    };
    words.iter().filter(|word| !turned(word) && !stands(word)).map(|word| word.words.as_str()).collect()
}

#[test]
fn each_word_stands_on_the_screen_where_it_stands_in_the_file() {
    let assets = Assets::embedded().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut seen = 0;
    for (name, text) in examples().iter().step_by(8) {
        let formation = answers_file::read(&assets.library, text).unwrap();
        let worked_out = WorkedOut::new(&assets, formation, date(2026, 11, 24)).unwrap();
        let edition = pack::edition(&worked_out, PackKind::Final);
        for paper in papers(&worked_out.case(), &edition) {
            let pages = lay_out(&paper.paper, &assets.fonts);
            let file = folder.path().join("paper.pdf");
            let bytes =
                write_pdf(&pages, &assets.fonts, &pack::about(&worked_out, &edition, &paper)).unwrap();
            std::fs::write(&file, bytes).unwrap();
            let words = words(&file);
            assert_eq!(words.len(), pages.pages.len());
            for (index, words) in words.iter().enumerate() {
                let pens = pens(&svg(&pages, &assets.fonts, index).unwrap());
                let apart = misplaced(words, &pens);
                assert!(apart.is_empty(), "{name}-{}, page {}: {apart:?}", paper.paper.slug, index + 1);
                seen += words.len();
                // The comparison can tell: the same letters a point to the right, and a line further down.
                for (right, down) in [(1.0, 0.0), (0.0, 15.0)].into_iter().filter(|_| index == 0) {
                    let moved: Vec<Pen> = pens
                        .iter()
                        .map(|pen| Pen { x: pen.x + right, baseline: pen.baseline + down })
                        .collect();
                    assert!(misplaced(words, &moved).len() * 2 > words.len().min(10), "page {}", index + 1);
                }
            }
        }
    }
    assert!(seen > 20_000, "only {seen} words were compared");
}
