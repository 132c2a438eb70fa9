//! Characters that no face has, found before a paper is written.
//!
//! Must not know how anything is laid out.

use std::collections::{BTreeMap, BTreeSet};

use document::{Block, Paper};

use crate::fonts::Fonts;
use crate::shape::{bidi_control, invisible};

/// A character that cannot be printed as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// The words it stands in.
    pub text: String,
}

/// Returns every character of a paper that no face has, once for each place it stands in.
pub fn missing(paper: &Paper, fonts: &Fonts) -> Vec<MissingGlyph> {
    let mut found = BTreeSet::new();
    let mut check = |text: &str| {
        // Each character at its first place only: of a long text in an unknown script, every place is one too many.
        let mut seen = BTreeMap::new();
        for (at, c) in text.char_indices() {
            if !c.is_ascii() && !drawn_otherwise(c) && !seen.contains_key(&c) && !fonts.covers(c) {
                seen.insert(c, at);
            }
        }
        found.extend(
            seen.into_iter().map(|(character, at)| MissingGlyph { character, text: around(text, at) }),
        );
    };
    let furniture = &paper.furniture;
    check(&furniture.header);
    check(&furniture.footer);
    furniture.private.iter().for_each(|line| check(line));
    paper.visit(&mut |block| {
        match block {
            Block::Heading(heading) => heading.label.iter().for_each(|label| check(label)),
            Block::Items(items) => items.iter().for_each(|item| check(&item.label)),
            _ => {}
        }
        block.texts().iter().for_each(|text| check(&crate::words::marked(text)));
    });
    found.into_iter().collect()
}

/// Whether a layout leaves a character out or acts on it.
fn drawn_otherwise(c: char) -> bool {
    invisible(c)
        || bidi_control(c)
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{feff}' | '\u{2028}' | '\u{2029}')
}

/// The words around a place, given in bytes: enough of them to find it again.
fn around(text: &str, at: usize) -> String {
    const SIDE: usize = 40;
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = before.char_indices().rev().take(SIDE).last().map_or(at, |(start, _)| start);
    let after: String = after.chars().take(SIDE).collect();
    (before.get(start..).unwrap_or_default().to_owned() + &after).trim().to_owned()
}
