//! Undoing and doing again. Must not write: what it works out is written as changes like any other.
//!
//! To undo an act is a new act that gives its fields back what they held before, and says which act it reverts.
//! To do it again is to revert that act in turn. So the log alone says what comes next, also after a restart,
//! and nothing is ever taken out of it. Acts of other copies are not undone: somebody else did them.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::current::{self, Newest};
use crate::error::StoreError;
use crate::id::{ActId, ChangeId, FieldPath, FormationId};
use crate::open::Store;
use crate::row::LogRow;
use crate::value;

/// What undoing, or doing again, comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Reverting {
    /// The act that is reverted; the new act is to name it.
    pub act: ActId,
    /// What its fields are to hold; none clears one. Fields that were set again since are left out.
    pub fields: Vec<(FieldPath, Option<Json>)>,
}

/// The acts of a formation that can be undone and done again, the next at the end.
#[derive(Default)]
struct Stacks {
    undo: Vec<ActId>,
    redo: Vec<ActId>,
}

impl Stacks {
    fn of(rows: &[LogRow]) -> Self {
        let mut stacks = Self::default();
        let mut seen = BTreeSet::new();
        for row in rows {
            if !row.received && seen.insert(&row.act) {
                stacks.take(&row.act, row.reverts.as_ref());
            }
        }
        stacks
    }

    fn take(&mut self, act: &ActId, reverts: Option<&ActId>) {
        let place = |stack: &[ActId]| stack.iter().rposition(|one| Some(one) == reverts);
        if let Some(place) = place(&self.undo) {
            self.undo.remove(place);
            self.redo.push(act.clone());
        } else if let Some(place) = place(&self.redo) {
            self.redo.remove(place);
            self.undo.push(act.clone());
        } else {
            // After something new, what was undone is no longer "again".
            self.undo.push(act.clone());
            self.redo.clear();
        }
    }
}

impl Store {
    /// Returns what undoing the latest act of a formation comes to; none when there is nothing to undo.
    ///
    /// # Errors
    /// When the store cannot be read; so below.
    pub fn undoing(&self, formation: &FormationId) -> Result<Option<Reverting>, StoreError> {
        self.next_of(formation, |stacks| stacks.undo)
    }

    /// Returns what doing the latest undone act again comes to.
    pub fn redoing(&self, formation: &FormationId) -> Result<Option<Reverting>, StoreError> {
        self.next_of(formation, |stacks| stacks.redo)
    }

    fn next_of(
        &self,
        formation: &FormationId,
        which: fn(Stacks) -> Vec<ActId>,
    ) -> Result<Option<Reverting>, StoreError> {
        let rows = self.rows(formation, i64::MAX)?;
        // An act of which nothing stands any more is passed over.
        for act in which(Stacks::of(&rows)).into_iter().rev() {
            let fields = self.reverted(formation, &rows, &act)?;
            if !fields.is_empty() {
                return Ok(Some(Reverting { act, fields }));
            }
        }
        Ok(None)
    }

    fn reverted(
        &self,
        formation: &FormationId,
        rows: &[LogRow],
        act: &ActId,
    ) -> Result<Vec<(FieldPath, Option<Json>)>, StoreError> {
        let mut fields = Vec::new();
        for row in rows.iter().filter(|row| row.act == *act && !row.erased && !row.received) {
            let newest = self.newest(formation, &row.field)?;
            if newest.len() != 1 || !stands_for(rows, &newest[0].id, row) {
                continue;
            }
            let before = rows
                .iter()
                .filter(|one| row.replaces.contains(&one.id))
                .map(|one| Newest { change: one.id.to_string(), value: one.value.clone() })
                .collect();
            let before = current::shown(before);
            if before != row.value {
                fields.push((row.field.clone(), before.as_deref().and_then(value::from_text)));
            }
        }
        Ok(fields)
    }
}

/// Whether a field whose newest change is `newest` is as `row` left it: because that is `row`, or because what
/// came after it was undone.
fn stands_for(rows: &[LogRow], newest: &ChangeId, row: &LogRow) -> bool {
    let mut at = newest;
    // Each step leads to an older change, so this ends.
    while *at != row.id {
        let Some(change) = rows.iter().rfind(|one| one.id == *at && !one.received) else { return false };
        let Some(reverted) = change.reverts.as_ref() else { return false };
        let undone = rows.iter().find(|one| one.act == *reverted && one.field == change.field);
        match undone.map(|undone| undone.replaces.as_slice()) {
            Some([before]) => at = before,
            _ => return false,
        }
    }
    true
}
