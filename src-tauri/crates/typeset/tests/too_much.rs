//! Far more than anybody writes is laid out whole and written, without a panic.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod papers;

use document::{Block, Heading};
use typeset::conformance::breaches;
use typeset::{Draw, Owner, lay_out, write_pdf};

/// Returns how many letters are drawn as text.
fn letters(pages: &typeset::Pages) -> usize {
    let chunks = pages.pages.iter().flat_map(|page| &page.chunks);
    let read = chunks.filter(|chunk| matches!(chunk.owner, Owner::Element(_)));
    read.flat_map(|chunk| &chunk.draws)
        .map(|draw| match draw {
            Draw::Glyphs(run) => run.shaped.text.chars().filter(|c| !c.is_whitespace()).count(),
            _ => 0,
        })
        .sum()
}

#[test]
fn much_is_laid_out_whole() {
    let fonts = papers::fonts();
    let long = "Every member has one vote. ".repeat(4_000);
    let endless = "x".repeat(20_000);
    let marks = format!("e{}", "\u{301}".repeat(5_000));
    let rule = |number: usize| {
        let heading =
            Heading { level: 3, label: Some(number.to_string()), anchor: None, text: "Votes".into() };
        [Block::Heading(heading), Block::body("Every member has one vote.")]
    };
    let cases: [(Vec<Block>, usize); 4] = [
        (vec![Block::body(long.as_str())], 4_000 * 22),
        (vec![Block::body(endless.as_str())], 20_000),
        (vec![Block::body(document::Text::value(marks))], 5_001),
        ((1..=1_000).flat_map(rule).collect(), 1_000 * (22 + 5) + 9 + 2 * 90 + 3 * 900 + 4),
    ];
    for (blocks, expected) in cases {
        let paper = papers::paper("much", "Much", blocks);
        let pages = lay_out(&paper, &fonts);
        assert_eq!(letters(&pages), expected);
        let bytes = write_pdf(&pages, &fonts, &papers::about(&paper)).unwrap();
        let found = breaches(&bytes);
        // A paper of one paragraph has no heading; everything else must hold.
        let found: Vec<_> =
            found.iter().filter(|breach| breach.rule != typeset::conformance::Rule::Headings).collect();
        assert!(found.is_empty(), "{:#?}", &found[..found.len().min(5)]);
    }
}
