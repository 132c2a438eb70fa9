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
use std::sync::{Arc, OnceLock};

use formation::law::Law;
use jiff::civil::Date;
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

/// All that what follows of a formation is made from. The app's own texts are the same as long as it runs, and a
/// sponsor's are among the fields.
#[derive(Clone)]
pub(crate) struct Basis {
    pub fields: BTreeMap<Path, Json>,
    pub day: Date,
    /// The law that the desk goes by; other figures are another law.
    pub law: Arc<Law>,
}

impl Basis {
    /// Whether the same follows from both.
    fn is(&self, other: &Self) -> bool {
        self.day == other.day && Arc::ptr_eq(&self.law, &other.law) && self.fields == other.fields
    }

    /// The texts of a sponsor's package make a formation's fields large: such fields are compared, and kept for few.
    fn has_package(&self) -> bool {
        self.fields.contains_key(record::TEXTS)
    }
}
