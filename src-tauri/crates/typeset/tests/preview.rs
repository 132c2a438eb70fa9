//! A page as a picture shows what the page of the file shows, and large print is set anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod papers;

use std::collections::BTreeSet;

use document::{Align, Block, Column, Table, Text};
use typeset::{
    Draw, Glyph, GlyphRun, Length, Owner, Pages, Print, lay_out, lay_out_in, page_words, svg, write_pdf,
};

/// How many glyphs of a run are to be seen.
fn letters(run: &GlyphRun) -> usize {
    let said = |glyph: &&Glyph| &run.shaped.text[glyph.start..glyph.end];
    run.shaped.glyphs.iter().filter(|glyph| !said(glyph).chars().all(char::is_whitespace)).count()
}

#[test]
fn a_picture_has_every_letter_and_line_of_its_page() {
    let fonts = papers::fonts();
    for paper in papers::all() {
        let pages = lay_out(&paper, &fonts);
        for (index, page) in pages.pages.iter().enumerate() {
            let picture = svg(&pages, &fonts, index).unwrap();
            let label = format!("aria-label=\"Page {} of {}\"", index + 1, pages.pages.len());
            assert!(picture.contains(&label) && picture.ends_with("</svg>"));
            let draws = || page.chunks.iter().flat_map(|chunk| &chunk.draws);
            let letters = draws().map(|draw| match draw {
                Draw::Glyphs(run) | Draw::Watermark { run, .. } => letters(run),
                _ => 0,
            });
            // Each path of letters has a pen for each letter; that of a line has one.
            let pens = picture.split("<path transform=").skip(1).map(|path| {
                let data = path.split(" d=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
                data.matches('M').count()
            });
            assert_eq!(pens.sum::<usize>(), letters.sum::<usize>(), "{}, page {}", paper.slug, index + 1);
            let lines = draws().filter(|draw| matches!(draw, Draw::Line { .. })).count();
            assert_eq!(
                picture.matches("stroke=\"#000\"").count() - picture.matches("<rect x").count(),
                lines
            );
            // Nothing in it runs, loads or asks.
            assert!(
                !picture.contains("<script") && !picture.contains("http:/")
                    || picture.matches("http:").count() == 1
            );
        }
        assert!(svg(&pages, &fonts, pages.pages.len()).is_none());
    }
}

fn sizes(pages: &Pages) -> Vec<Length> {
    let draws = pages.pages.iter().flat_map(|page| &page.chunks).flat_map(|chunk| &chunk.draws);
    draws
        .filter_map(|draw| match draw {
            Draw::Glyphs(run) => Some(run.size),
            _ => None,
        })
        .collect()
}

#[test]
fn large_print_is_large_and_keeps_to_every_rule() {
    let fonts = papers::fonts();
    for paper in [papers::constitution(1), papers::register(), papers::answers(), papers::minutes()] {
        let usual = lay_out(&paper, &fonts);
        assert!(sizes(&usual).iter().all(|size| *size >= Length::pt(10)));
        let large = lay_out_in(&paper, &fonts, Print::Large);
        assert!(large.pages.len() > usual.pages.len());
        assert!(large.pages.iter().all(|page| page.width == usual.pages[0].width));
        assert!(sizes(&large).iter().all(|size| *size >= Length::pt(16)));
        assert!(paper.slug == "register" || sizes(&large).contains(&Length::pt(18)));
        let bytes = write_pdf(&large, &fonts, &papers::about(&paper)).unwrap();
        let found = typeset::conformance::breaches(&bytes);
        assert!(found.is_empty(), "{}: {found:#?}", paper.slug);
    }
}

/// A table of so many columns, each as wide as the others.
fn wide(columns: usize) -> document::Paper {
    let cell = |words: String| vec![Text::words(words)];
    let heads = (1..=columns).map(|n| cell(format!("Head {n}"))).collect();
    let row = |row: usize| {
        (1..=columns).map(|n| cell(format!("Row {row}, what stands in column {n}"))).collect::<Vec<_>>()
    };
    let mut rows: Vec<_> = (1..=9).map(row).collect();
    // Somebody may write here.
    rows[0][columns - 1] = Vec::new();
    let columns = (0..columns).map(|_| Column { share: 1, align: Align::Start }).collect();
    let title = Block::Title { text: "Wide".into(), under: None };
    let table = Table { caption: Some("All".into()), columns, head: Some(heads), rows };
    papers::paper("wide", "Wide", vec![title, Block::Table(table)])
}

#[test]
fn a_table_too_wide_for_large_print_becomes_a_list_with_its_heads() {
    let fonts = papers::fonts();
    let words = |columns, print| {
        let paper = wide(columns);
        let pages = lay_out_in(&paper, &fonts, print);
        let bytes = write_pdf(&pages, &fonts, &papers::about(&paper)).unwrap();
        assert!(typeset::conformance::breaches(&bytes).is_empty());
        (0..pages.pages.len()).flat_map(|page| page_words(&pages, page).unwrap()).collect::<Vec<_>>()
    };
    let row = |words: &[String], begin: &str| words.iter().filter(|line| line.starts_with(begin)).count();
    let list = words(6, Print::Large);
    // Each head stands above what it heads, in each of nine rows; where nothing is, it stands alone.
    assert_eq!(row(&list, "Head 2 Row"), 9);
    assert!(list.contains(&"Head 2 Row 1, what stands in column 2".to_owned()));
    assert!(
        list.contains(&"Head 6".to_owned())
            && list.contains(&"Head 6 Row 2, what stands in column 6".to_owned())
    );
    for table in [words(6, Print::Usual), words(3, Print::Large)] {
        assert_eq!(row(&table, "Head 1 Head 2 Head 3"), 1);
        assert_eq!(row(&table, "Row 2, what stands in column 1 Row 2, what stands in column 2"), 1);
    }
}

#[test]
fn large_print_is_no_enlarged_print() {
    let fonts = papers::fonts();
    let paper = papers::answers();
    let lines = |print| {
        let pages = lay_out_in(&paper, &fonts, print);
        let draws = pages.pages.iter().flat_map(|page| &page.chunks).flat_map(|chunk| &chunk.draws);
        let lines = draws.filter_map(|draw| match draw {
            Draw::Line { from, thickness, .. } => Some((from.x, *thickness)),
            _ => None,
        });
        lines.collect::<Vec<_>>()
    };
    let (usual, large) = (lines(Print::Usual), lines(Print::Large));
    // Rules are as thick as in usual print, and margins no wider.
    let thicknesses = |lines: &[(Length, Length)]| lines.iter().map(|line| line.1).collect::<BTreeSet<_>>();
    assert!(thicknesses(&large).is_subset(&thicknesses(&usual)));
    let left = |lines: &[(Length, Length)]| lines.iter().map(|line| line.0).min();
    assert!(left(&large) <= left(&usual));
    // An answer stands below its question, indented, and not beside it.
    let sheet = lay_out_in(&paper, &fonts, Print::Large);
    let places = |print: &Pages| {
        let draws = print.pages[0].chunks.iter().flat_map(|chunk| &chunk.draws);
        let runs = draws.filter_map(|draw| match draw {
            Draw::Glyphs(run) => Some((run.shaped.text.to_string(), run.at)),
            _ => None,
        });
        runs.collect::<Vec<_>>()
    };
    let find = |word: &str| places(&sheet).into_iter().find(|(text, _)| text == word).unwrap().1;
    let (asked, answered) = (find("name"), find("Siân"));
    assert!(answered.y > asked.y && answered.x < asked.x);
}

#[test]
fn the_words_of_a_page_are_those_drawn_on_it() {
    let fonts = papers::fonts();
    for paper in [papers::constitution(2), papers::register(), papers::minutes(), papers::certificate()] {
        let pages = lay_out(&paper, &fonts);
        for (index, page) in pages.pages.iter().enumerate() {
            let said = page_words(&pages, index).unwrap();
            let text = page.chunks.iter().filter(|chunk| matches!(chunk.owner, Owner::Element(_)));
            let drawn = text.flat_map(|chunk| &chunk.draws).filter_map(|draw| match draw {
                Draw::Glyphs(run) => Some(&*run.shaped.text),
                _ => None,
            });
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let of = |paper: &str| format!("{}, page {}", paper, index + 1);
            assert_eq!(letters(&said.concat()), letters(&drawn.collect::<String>()), "{}", of(&paper.slug));
        }
        assert!(page_words(&pages, pages.pages.len()).is_none());
    }
    let first = page_words(&lay_out(&papers::certificate(), &fonts), 0).unwrap();
    let names = ["Share certificate", "Northgate Bakers Co-operative Limited", "This is to certify that"];
    assert_eq!(first[..3], names);
}
