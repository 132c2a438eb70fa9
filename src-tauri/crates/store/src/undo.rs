//! Undoing and doing again. Must not write: what it works out is written as changes like any other.
//!
//! To undo an act is a new act that gives its fields back what they held before, and says which act it reverts.
//! To do it again is to revert that act in turn. So the log alone says what comes next, also after a restart,
//! and nothing is ever taken out of it. Acts of other copies are not undone: somebody else did them.
//!
//! Every page asks what comes next, so the acts of the formation that was asked for last are remembered: about a
//! hundred bytes for each, without what they say. They are read off the log and never off what is being written, and the
//! log is only ever added to: what was read once stays true, and each question reads on from where the last one ended.

use std::collections::HashMap;

use rusqlite::params;
use serde_json::Value as Json;

use crate::change::Change;
use crate::current::{self, Newest};
use crate::error::StoreError;
use crate::id::{ActId, FieldPath, FormationId};
use crate::open::Store;
use crate::read::unreadable;
use crate::row::{self, LogRow};
use crate::value;

/// What undoing, or doing again, comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Reverting {
    /// The act that is reverted; the new act is to name it.
    pub act: ActId,
    /// What its fields are to hold; none clears one. Fields that were set again since are left out.
    pub fields: Vec<(FieldPath, Option<Json>)>,
}

/// The acts of one formation that were done here, as far as its log was read. An act stands for the place of its first
/// change: its changes were written together and follow each other.
#[derive(Debug, Default)]
pub(crate) struct Acts {
    /// What stands for the formation in the tables.
    formation: i64,
    /// The place in the log up to which it was read.
    until: i64,
    places: HashMap<ActId, i64>,
    /// Acts that can be undone, the next at the end.
    undo: Vec<i64>,
    /// Acts that can be done again, the next at the end.
    redo: Vec<i64>,
}

impl Acts {
    fn take(&mut self, act: ActId, seq: i64, reverts: Option<&ActId>) {
        if self.places.contains_key(&act) {
            return;
        }
        self.places.insert(act, seq);
        let reverted = reverts.and_then(|act| self.places.get(act).copied());
        let place = |stack: &[i64]| stack.iter().rposition(|one| Some(*one) == reverted);
        if let Some(place) = place(&self.undo) {
            self.undo.remove(place);
            self.redo.push(seq);
        } else if let Some(place) = place(&self.redo) {
            self.redo.remove(place);
            self.undo.push(seq);
        } else {
            // After something new, what was undone is no longer "again".
            self.undo.push(seq);
            self.redo.clear();
        }
    }
}

impl Store {
    /// Returns what undoing the latest act of a formation comes to; none when there is nothing to undo. Acts on a field
    /// of `passed_over` have a way back of their own: they are left alone, and do not stand before what is older.
    ///
    /// # Errors
    /// When the store cannot be read; so below.
    pub fn undoing(
        &self,
        formation: &FormationId,
        passed_over: &[&str],
    ) -> Result<Option<Reverting>, StoreError> {
        self.next_of(formation, passed_over, |acts| &acts.undo)
    }

    /// Returns what doing the latest undone act again comes to, passing over the same acts.
    pub fn redoing(
        &self,
        formation: &FormationId,
        passed_over: &[&str],
    ) -> Result<Option<Reverting>, StoreError> {
        self.next_of(formation, passed_over, |acts| &acts.redo)
    }

    fn next_of(
        &self,
        formation: &FormationId,
        passed_over: &[&str],
        which: fn(&Acts) -> &[i64],
    ) -> Result<Option<Reverting>, StoreError> {
        let Some(key) = self.key(formation)? else { return Ok(None) };
        let mut acts = self.acts.borrow_mut();
        if acts.formation != key {
            *acts = Acts { formation: key, ..Acts::default() };
        }
        self.read_on(&mut acts)?;
        let mut newest = HashMap::new();
        // An act of which nothing stands any more is passed over.
        for place in which(&acts).iter().rev() {
            let rows = self.rows_of_act(*place)?;
            if rows.iter().any(|row| passed_over.contains(&row.field.as_str())) {
                continue;
            }
            let fields = self.reverted(formation, &acts, &rows, &mut newest)?;
            if let Some(first) = rows.first().filter(|_| !fields.is_empty()) {
                return Ok(Some(Reverting { act: first.act.clone(), fields }));
            }
        }
        Ok(None)
    }

    /// Reads the acts that were done since it was last asked.
    fn read_on(&self, acts: &mut Acts) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT seq, act, reverts FROM change
             WHERE formation = ?1 AND seq > ?2 AND received = 0 ORDER BY seq",
        )?;
        let mut rows = statement.query(params![acts.formation, acts.until])?;
        let act = |text: String| ActId::new(text).map_err(|_| unreadable());
        while let Some(row) = rows.next()? {
            let seq = row.get("seq")?;
            let reverts = row.get::<_, Option<String>>("reverts")?.map(act).transpose()?;
            acts.take(act(row.get("act")?)?, seq, reverts.as_ref());
            acts.until = seq;
        }
        Ok(())
    }

    /// Reads the rows of the act whose first is in this place of the log.
    fn rows_of_act(&self, place: i64) -> Result<Vec<LogRow>, StoreError> {
        let sql = format!("{} WHERE change.seq >= ?1 ORDER BY change.seq", row::SELECT);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([place])?;
        let mut read: Vec<LogRow> = Vec::new();
        while let Some(row) = rows.next()? {
            let row = LogRow::read(row)?;
            if read.first().is_some_and(|first| first.act != row.act || first.formation != row.formation) {
                break;
            }
            read.push(row);
        }
        Ok(read)
    }

    fn reverted(
        &self,
        formation: &FormationId,
        acts: &Acts,
        rows: &[LogRow],
        newest: &mut HashMap<FieldPath, Vec<Change>>,
    ) -> Result<Vec<(FieldPath, Option<Json>)>, StoreError> {
        let mut fields = Vec::new();
        for row in rows.iter().filter(|row| !row.erased && !row.received) {
            if !newest.contains_key(&row.field) {
                newest.insert(row.field.clone(), self.newest(formation, &row.field)?);
            }
            let Some([newest]) = newest.get(&row.field).map(Vec::as_slice) else { continue };
            if !self.stands_for(acts, newest, row)? {
                continue;
            }
            let mut before = Vec::new();
            for replaced in &row.replaces {
                let replaced = self.log_row(replaced)?;
                before.extend(replaced.map(|one| Newest { change: one.id.into_string(), value: one.value }));
            }
            let before = current::shown(before);
            if before != row.value {
                fields.push((row.field.clone(), before.as_deref().and_then(value::from_text)));
            }
        }
        Ok(fields)
    }

    /// Whether a field whose newest change is `newest` is as `row` left it: because that is `row`, or because what
    /// came after it was undone.
    fn stands_for(&self, acts: &Acts, newest: &Change, row: &LogRow) -> Result<bool, StoreError> {
        let mut at = newest.id.clone();
        // Each step leads to an older change, so this ends.
        while at != row.id {
            let Some(change) = self.log_row(&at)?.filter(|one| !one.received) else { return Ok(false) };
            let reverted = change.reverts.as_ref().and_then(|act| acts.places.get(act));
            let Some(reverted) = reverted else { return Ok(false) };
            let undone = self.rows_of_act(*reverted)?.into_iter().find(|one| one.field == change.field);
            match undone.map(|undone| undone.replaces) {
                Some(replaces) if replaces.len() == 1 => at = replaces[0].clone(),
                _ => return Ok(false),
            }
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::change::{Act, NewChange};
    use crate::id::ChangeId;

    fn write(store: &mut Store, formation: &FormationId, number: usize, reverts: Option<ActId>) {
        let act = Act { reverts, ..Act::of_asha(format!("a{number}"), 0) };
        let id = ChangeId::new(format!("c{number}")).unwrap();
        let change = NewChange::set(id, FieldPath::new("name").unwrap(), json!(number));
        store.append(formation, &act, &[change]).unwrap();
    }

    /// What was read once is not read again, and what is remembered is of the formation that was asked for.
    #[test]
    fn what_comes_next_is_read_on_from_where_the_last_question_ended() {
        let mut store = Store::in_memory().unwrap();
        let (baker, carer) = (FormationId::new("baker").unwrap(), FormationId::new("carer").unwrap());
        let next = |store: &Store, id: &FormationId| {
            store.undoing(id, &[]).unwrap().map(|one| one.act.into_string())
        };
        for number in 1..=3 {
            write(&mut store, &baker, number, None);
        }
        assert_eq!(next(&store, &baker).as_deref(), Some("a3"));
        assert_eq!((store.acts.borrow().until, store.acts.borrow().undo.len()), (3, 3));
        // Another formation's changes are none of these.
        write(&mut store, &carer, 4, None);
        assert_eq!(next(&store, &baker).as_deref(), Some("a3"));
        assert_eq!(store.acts.borrow().until, 3);
        assert_eq!(next(&store, &carer).as_deref(), Some("a4"));
        assert_eq!(store.acts.borrow().places.len(), 1, "what is remembered is of one formation");
        write(&mut store, &baker, 5, None);
        assert_eq!(next(&store, &baker).as_deref(), Some("a5"));
        // What a failed act would have written is not remembered: its transaction is gone.
        let repeated =
            NewChange::set(ChangeId::new("c1").unwrap(), FieldPath::new("name").unwrap(), json!("x"));
        let act = Act::of_asha("failed", 0);
        assert!(store.append(&baker, &act, &[repeated]).is_err());
        assert_eq!(next(&store, &baker).as_deref(), Some("a5"));
        assert!(!store.acts.borrow().places.contains_key(&act.id));
    }
}
