//! Texts of the library: filled in, and brought to blocks.
//!
//! A text is Markdown with blanks and small conditions. Filling goes through MiniJinja, clause by
//! clause, sandboxed: no files, no includes, strict about names that do not exist, with limited fuel.
//! What a person typed is never markup: it travels through Markdown as an opaque [`mark`] and comes
//! back as text. This module knows nothing of what the texts say.

mod blocks;
mod engine;
mod inline;
mod mark;
mod objects;
mod phrases;

pub(crate) use blocks::{Directive, Marked, Piece, blocks};
pub(crate) use engine::{Engine, TextError};
pub(crate) use inline::inline;
pub(crate) use objects::{Given, OpenQuestion, answer};
pub use phrases::money;
pub(crate) use phrases::{address_lines, long_date, month_and_year, percent};

/// Values a text may use, by name.
pub(crate) type Names = std::collections::BTreeMap<String, minijinja::Value>;
