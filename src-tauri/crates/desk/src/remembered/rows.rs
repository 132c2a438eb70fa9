//! What the list of formations says of each, by what that was made from.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::Basis;
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
pub(crate) struct Rows(RefCell<BTreeMap<String, (Basis, Told)>>);

impl Rows {
    /// Returns what the list says of a formation with this basis, where that was worked out.
    pub fn of(&self, id: &str, basis: &Basis) -> Option<Told> {
        let rows = self.0.borrow();
        let (_, told) = rows.get(id).filter(|(known, _)| known.is(basis))?;
        Some(told.clone())
    }

    /// Remembers what the list says of a formation. What is large is worked out each time.
    pub fn keep(&self, id: &str, basis: Basis, told: &Told) {
        if basis.has_package() {
            return;
        }
        let mut rows = self.0.borrow_mut();
        if rows.len() >= MOST {
            rows.clear();
        }
        rows.insert(id.to_owned(), (basis, told.clone()));
    }
}
