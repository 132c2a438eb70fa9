//! The formations that were worked out last, by what they were made from.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Arc;

use super::Basis;
use crate::worked_out::Outcome;

/// So many formations are remembered: a search goes through the rules of a dozen. Each takes about a megabyte.
const MOST: usize = 14;
/// Of those with the texts of a package: one more megabyte each.
const MOST_WITH_PACKAGES: usize = 3;

/// The latest last.
#[derive(Default)]
pub(crate) struct Outcomes(RefCell<VecDeque<(Basis, Arc<Outcome>)>>);

impl Outcomes {
    /// Returns what follows from this, where that was worked out.
    pub fn of(&self, basis: &Basis) -> Option<Arc<Outcome>> {
        let known = self.0.borrow();
        let same = known.iter().rev().find(|(known, _)| known.is(basis));
        same.map(|(_, outcome)| Arc::clone(outcome))
    }

    /// Remembers what follows from this.
    pub fn keep(&self, basis: Basis, outcome: &Arc<Outcome>) {
        let mut known = self.0.borrow_mut();
        let with_packages = known.iter().filter(|(known, _)| known.has_package()).count();
        if basis.has_package() && with_packages >= MOST_WITH_PACKAGES {
            known.retain(|(known, _)| !known.has_package());
        }
        if known.len() >= MOST {
            known.pop_front();
        }
        known.push_back((basis, Arc::clone(outcome)));
    }
}
