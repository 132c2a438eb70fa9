//! Texts of the library: filled in, and brought to blocks.
//!
//! A text is Markdown with blanks and small conditions. Filling goes through MiniJinja, clause by
//! clause, sandboxed: no files, no includes, strict about names that do not exist, with limited fuel.
//! What a person typed is never markup: it travels through Markdown as an opaque [`mark`] and comes
//! back as text. This module knows nothing of what the texts say.

mod blocks;
mod capped;
mod engine;
mod guard;
mod inline;
mod mark;
mod objects;
mod phrases;

pub(crate) use blocks::{Directive, Piece, blocks, columns, paragraphs};
pub(crate) use engine::{Engine, Origin, TextError};
pub(crate) use inline::inline;
pub(crate) use mark::{Stretch, Whose, decode, encode, is_reserved};
pub(crate) use objects::{AddressName, Given, answer};
pub use phrases::{grouped, long_date, money};
pub(crate) use phrases::{month_and_year, percent};

/// Numbers and shares in words.
pub(crate) mod phrase {
    pub(crate) use super::phrases::{count, majority, quorum, year_day};
}

/// Values a text may use, by name.
pub(crate) type Names = std::collections::BTreeMap<String, minijinja::Value>;
