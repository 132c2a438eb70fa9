//! The formations that were worked out last, by their fields and the day.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::Value as Json;

use super::has_package;
use crate::record::Path;
use crate::worked_out::Outcome;

/// So many formations are remembered: a search goes through the rules of a dozen. Each takes about a megabyte.
const MOST: usize = 14;
/// Of those with the texts of a package: one more megabyte each.
const MOST_WITH_PACKAGES: usize = 3;

/// The latest last.
#[derive(Default)]
pub(crate) struct Outcomes(RefCell<VecDeque<Known>>);

struct Known {
    fields: BTreeMap<Path, Json>,
    day: Date,
    outcome: Arc<Outcome>,
}

impl Outcomes {
    /// Returns what follows from these fields on this day, where that was worked out.
    pub fn of(&self, fields: &BTreeMap<Path, Json>, day: Date) -> Option<Arc<Outcome>> {
        let known = self.0.borrow();
        let same = known.iter().rev().find(|known| known.day == day && known.fields == *fields);
        same.map(|known| Arc::clone(&known.outcome))
    }

    /// Remembers what follows from these fields on this day.
    pub fn keep(&self, fields: BTreeMap<Path, Json>, day: Date, outcome: &Arc<Outcome>) {
        let mut known = self.0.borrow_mut();
        let with_packages = known.iter().filter(|known| has_package(&known.fields)).count();
        if has_package(&fields) && with_packages >= MOST_WITH_PACKAGES {
            known.retain(|known| !has_package(&known.fields));
        }
        if known.len() >= MOST {
            known.pop_front();
        }
        known.push_back(Known { fields, day, outcome: Arc::clone(outcome) });
    }
}
