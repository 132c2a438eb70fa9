//! Where everything stands on the sample papers' pages, as text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod papers;

use std::collections::BTreeMap;
use std::fmt::Write;

use document::{Align, Answer, Block, Column, Field, Table, Text};
use typeset::{Artifact, Draw, Length, Owner, Page, Pages, lay_out, missing};

/// Each page's lines: where the baseline is, where the words start, and the words; then its rules.
fn model(pages: &Pages) -> String {
    let mut out = String::new();
    for (index, page) in pages.pages.iter().enumerate() {
        writeln!(out, "page {}", index + 1).unwrap();
        for ((y, x), words) in lines(page) {
            writeln!(out, "  {y:>4} {x:>4}  {words}").unwrap();
        }
        for link in &page.links {
            let (x, y, width) = (round(link.at.x), round(link.at.y), round(link.width));
            writeln!(
                out,
                "  link at {y} {x}, {width} wide, to page {} at {}",
                link.to.page + 1,
                round(link.to.y)
            )
            .unwrap();
        }
    }
    for entry in &pages.outline {
        writeln!(out, "{}{} .. {}", "  ".repeat(entry.level.into()), entry.words, entry.place.page + 1)
            .unwrap();
    }
    out
}

fn round(length: Length) -> i32 {
    (length.0 + 500).div_euclid(1000)
}

/// Words that follow each other closely on a baseline, from top to bottom and left to right.
fn lines(page: &Page) -> BTreeMap<(i32, i32), String> {
    let mut lines = BTreeMap::new();
    for chunk in &page.chunks {
        let mut end = None;
        let mut start = (0, 0);
        for draw in &chunk.draws {
            match draw {
                Draw::Glyphs(run) => {
                    let here = (run.at.y, run.at.x);
                    let near =
                        end.is_some_and(|(y, x): (Length, Length)| y == here.0 && (x - here.1).0.abs() < 20);
                    if !near {
                        start = (round(run.at.y), round(run.at.x));
                    }
                    let line: &mut String = lines.entry(start).or_default();
                    if line.is_empty() && matches!(chunk.owner, Owner::Artifact(_)) {
                        line.push_str("~ ");
                    }
                    if run.shaped.text.starts_with("....") {
                        line.push_str("...")
                    } else {
                        line.push_str(&run.shaped.text)
                    }
                    end = Some((run.at.y, run.at.x + run.shaped.width(run.size)));
                }
                Draw::Line { from, to, .. } => {
                    let length = round((to.x - from.x).max(to.y - from.y));
                    lines.insert((round(from.y), round(from.x)), format!("--- {length}"));
                }
                Draw::Frame { at, width, height, .. } => {
                    lines.insert(
                        (round(at.y), round(at.x)),
                        format!("[] {} x {}", round(*width), round(*height)),
                    );
                }
                Draw::Watermark { run, .. } => {
                    lines.insert((round(run.at.y), round(run.at.x)), format!("~~ {}", run.shaped.text));
                }
            }
        }
    }
    lines
}

#[test]
fn sample_pages_look_as_they_did() {
    let fonts = papers::fonts();
    for paper in [
        papers::constitution(1),
        papers::answers(),
        papers::minutes(),
        papers::certificate(),
        papers::register(),
    ] {
        let pages = lay_out(&paper, &fonts);
        insta::assert_snapshot!(paper.slug.clone(), model(&pages));
    }
}

#[test]
fn contents_say_the_page_on_which_each_heading_stands() {
    let pages = lay_out(&papers::constitution(6), &papers::fonts());
    let model = model(&pages);
    for entry in pages.outline.iter().filter(|entry| matches!(entry.level, 2 | 3)) {
        let label = entry.words.split(' ').next().unwrap();
        assert!(model.contains(&format!("{}", entry.place.page + 1)), "{label}");
    }
    let numbers = pages.pages.iter().take(2).flat_map(|page| {
        page.links
            .iter()
            .filter(|link| link.width > Length::pt(300))
            .map(|link| link.to.page + 1)
            .collect::<Vec<_>>()
    });
    let headings =
        pages.outline.iter().filter(|entry| matches!(entry.level, 2 | 3)).map(|entry| entry.place.page + 1);
    assert!(
        numbers
            .filter(|page| *page > 0)
            .collect::<Vec<_>>()
            .starts_with(&headings.take(10).collect::<Vec<_>>())
    );
}

#[test]
fn a_characters_absence_is_reported_and_seen() {
    let fonts = papers::fonts();
    let paper = papers::paper("x", "x", vec![Block::body(document::Text::value("Before 🐸 after, தமிழ்"))]);
    let found = missing(&paper, &fonts);
    assert!(found.iter().any(|glyph| glyph.character == '🐸' && glyph.text.contains("Before")));
    let pages = lay_out(&paper, &fonts);
    assert_eq!(pages.missing, found);
    let ids: Vec<u16> = runs(&pages).flat_map(|run| run.shaped.glyphs.iter().map(|glyph| glyph.id)).collect();
    assert!(!ids.contains(&0));
    let words: String = runs(&pages).map(|run| run.shaped.text.to_string()).collect();
    assert!(words.contains("Before \u{fffd} after") || words.contains("Before ? after"), "{words}");
}

fn runs(pages: &Pages) -> impl Iterator<Item = &typeset::GlyphRun> {
    pages.pages.iter().flat_map(|page| &page.chunks).flat_map(|chunk| &chunk.draws).filter_map(|draw| {
        match draw {
            Draw::Glyphs(run) => Some(run),
            _ => None,
        }
    })
}

#[test]
fn two_names_in_scripts_from_right_to_left_keep_their_order() {
    let fonts = papers::fonts();
    let value = |name: &str| document::Span::Value(name.into());
    let words = |words: &str| document::Span::Words(words.into());
    let text =
        document::Text(vec![value(papers::NAMES[3]), words(", "), value(papers::NAMES[4]), words(".")]);
    let pages = lay_out(&papers::paper("x", "x", vec![Block::body(text)]), &fonts);
    let at = |word: &str| {
        runs(&pages)
            .find(|run| &*run.shaped.text == word)
            .map(|run| run.at.x)
            .unwrap_or_else(|| panic!("{word}"))
    };
    // Names follow each other to the right, the words of each to the left.
    assert!(at("فاطمة") > at("الزهراء"));
    assert!(at("דוד") > at("כהן"));
    assert!(at("כהן") > at("فاطمة"));
}

#[test]
fn heads_of_tables_stand_on_every_page_but_are_read_once() {
    let pages = lay_out(&papers::register(), &papers::fonts());
    let count = |artifact: bool| {
        pages
            .pages
            .iter()
            .flat_map(|page| &page.chunks)
            .filter(|chunk| matches!(chunk.owner, Owner::Artifact(Artifact::Layout)) == artifact)
            .flat_map(|chunk| &chunk.draws)
            .filter(|draw| matches!(draw, Draw::Glyphs(run) if &*run.shaped.text == "Joined"))
            .count()
    };
    assert_eq!(count(false), 1);
    assert_eq!(count(true), pages.pages.len() - 1);
}

#[test]
fn a_stamp_has_room_at_the_top_of_page_one() {
    let pages = lay_out(&papers::constitution(1), &papers::fonts());
    let top = Length::mm(25);
    let clear = pages.pages[0].chunks.iter().flat_map(|chunk| &chunk.draws).all(|draw| match draw {
        Draw::Glyphs(run) => run.at.y - run.size > top,
        Draw::Line { from, .. } => from.y > top,
        Draw::Frame { at, .. } => at.y > top,
        Draw::Watermark { .. } => true,
    });
    assert!(clear);
}

/// The paper with so many rows, and how many of them stand on its last page.
fn rows_on_the_last_page(rows: usize, block: impl Fn(&[String]) -> Block) -> (usize, usize) {
    let names: Vec<String> = (1..=rows).map(|row| format!("Row{row}")).collect();
    let mut paper = papers::register();
    paper.blocks = vec![Block::heading(2, "Rows"), block(&names)];
    let pages = lay_out(&paper, &papers::fonts());
    let last = pages.pages.last().unwrap();
    let draws = last.chunks.iter().flat_map(|chunk| &chunk.draws);
    let seen = draws.filter(|draw| matches!(draw, Draw::Glyphs(run) if run.shaped.text.starts_with("Row")));
    (pages.pages.len(), seen.count())
}

#[test]
fn no_page_holds_the_last_row_of_a_table_or_a_form_alone() {
    let column = Column { share: 1, align: Align::Start };
    let table = |names: &[String]| {
        let rows = names.iter().map(|name| vec![vec![Text::words(name.as_str())]]).collect();
        Block::Table(Table { caption: None, columns: vec![column], head: None, rows })
    };
    let form = |names: &[String]| {
        let field = |name: &String| Field {
            label: Text::words(name.as_str()),
            hint: None,
            answer: Answer::Blank { lines: 1 },
        };
        Block::Fields(names.iter().map(field).collect())
    };
    for rows in 10..60 {
        for (pages, on_last) in [rows_on_the_last_page(rows, table), rows_on_the_last_page(rows, form)] {
            assert!(pages == 1 || on_last > 1, "{rows} rows: {on_last} on the last of {pages} pages");
        }
    }
}
