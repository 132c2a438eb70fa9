//! Characters that no face has, found before a paper is written.
//!
//! Must not know how anything is laid out.

use std::collections::BTreeSet;

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
        let lacking = text.chars().filter(|c| !c.is_ascii() && !drawn_otherwise(*c) && !fonts.covers(*c));
        for character in lacking {
            found.insert(MissingGlyph { character, text: around(text, character) });
        }
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

/// The words around a character: enough of them to find it again.
fn around(text: &str, character: char) -> String {
    const SIDE: usize = 40;
    let position = text.chars().position(|c| c == character).unwrap_or(0);
    let start = position.saturating_sub(SIDE);
    text.chars().skip(start).take(position - start + SIDE).collect::<String>().trim().to_owned()
}
