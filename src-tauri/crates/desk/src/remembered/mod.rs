//! What was worked out a moment ago, so that the next page need not work it out again.
//!
//! Nothing here may ever be old: each thing is remembered together with the whole of what it was made from, and used
//! again where that is equal, value for value. Nothing is written to the disk, and there is a bound to each.

mod list;
mod outcomes;
mod papers;
mod rows;

pub(crate) use list::{List, Saying};
pub(crate) use papers::{PaperSize, Papers};
pub(crate) use rows::Told;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::Value as Json;

use crate::record::{self, Path};
use crate::view::ExampleRow;

/// What a desk remembers. It goes when the desk is closed or locked, and when anything is erased.
#[derive(Default)]
pub(crate) struct Remembered {
    /// Formations that were worked out last.
    pub outcomes: outcomes::Outcomes,
    /// Papers that were laid out last.
    pub papers: papers::Papers,
    /// Rows of the list of formations.
    pub rows: rows::Rows,
    /// The list of all formations.
    pub list: list::Listed,
    /// The library's examples, which are part of the app.
    pub examples: OnceLock<Vec<ExampleRow>>,
}

/// The texts of a sponsor's package make a formation's fields large: such fields are compared, and kept for few.
fn has_package(fields: &BTreeMap<Path, Json>) -> bool {
    fields.contains_key(record::TEXTS)
}
