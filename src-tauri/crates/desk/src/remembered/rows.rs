//! What the list of formations says of each, by its fields and the day.

use std::cell::RefCell;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value as Json;

use super::has_package;
use crate::record::Path;
use crate::view::Task;

/// So many rows are remembered: a few pages of the list.
const MOST: usize = 400;

/// What the list says of a formation, as far as it must be worked out.
#[derive(Clone)]
pub(crate) struct Told {
    /// Its name.
    pub name: String,
    /// "Worker co-operative, company limited by guarantee".
    pub kind: String,
    /// What comes next.
    pub next: Option<Task>,
}

#[derive(Default)]
pub(crate) struct Rows(RefCell<BTreeMap<String, Known>>);

struct Known {
    fields: BTreeMap<Path, Json>,
    day: Date,
    told: Told,
}

impl Rows {
    /// Returns what the list says of a formation that has these fields on this day, where that was worked out.
    pub fn of(&self, id: &str, fields: &BTreeMap<Path, Json>, day: Date) -> Option<Told> {
        let rows = self.0.borrow();
        let known = rows.get(id).filter(|known| known.day == day && known.fields == *fields)?;
        Some(known.told.clone())
    }

    /// Remembers what the list says of a formation. What is large is worked out each time.
    pub fn keep(&self, id: &str, fields: BTreeMap<Path, Json>, day: Date, told: &Told) {
        if has_package(&fields) {
            return;
        }
        let mut rows = self.0.borrow_mut();
        if rows.len() >= MOST {
            rows.clear();
        }
        rows.insert(id.to_owned(), Known { fields, day, told: told.clone() });
    }
}
