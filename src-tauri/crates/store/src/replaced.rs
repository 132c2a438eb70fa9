//! Changes that are replaced before they come. Must not know SQL.
//!
//! A copy in which something was erased hands on changes that replace what it no longer has. Another copy may
//! hand that on later: it must not count as newest then, whatever the order in which the copies met.

use std::collections::HashSet;

use crate::id::ChangeId;

/// Ids of changes that are replaced and have not come yet.
#[derive(Debug, Default)]
pub struct Replaced(HashSet<String>);

impl Replaced {
    /// Takes down that a change which has not come is replaced.
    pub fn note(&mut self, change: &ChangeId) {
        self.0.insert(change.as_str().to_owned());
    }

    /// Whether a change that comes now is replaced already.
    pub fn has(&self, change: &ChangeId) -> bool {
        self.0.contains(change.as_str())
    }
}
