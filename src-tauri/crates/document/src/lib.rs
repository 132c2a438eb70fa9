//! The block tree of any paper Toad Lane makes: rules, minutes, registers, answer sheets.
//!
//! A [`Paper`] says what stands in a document and how its parts hang together: headings, numbered
//! items, tables, forms, signatures, references. It must not know how a page looks (that is
//! `typeset`), nor what a co-operative is (that is `formation`).
//!
//! Data only: building a paper never fails, reads nothing and writes nothing.

mod block;
mod compare;
mod foreign;
mod number;
mod paper;
mod reference;
mod text;

pub use block::{
    Align, Answer, Block, Cell, Column, Field, Heading, Item, Notice, Row, Signature, Table, Tone, lines,
};
pub use compare::{Change, ChangeKind, Comparison, Marking, compare, marking};
pub use foreign::{Foreign, stretches};
pub use number::{ItemDepth, label};
pub use paper::{Audience, Furniture, Language, Paper};
pub use reference::{Anchor, Labels, Unresolved, resolve, resolve_text};
pub use text::{Span, Text};
