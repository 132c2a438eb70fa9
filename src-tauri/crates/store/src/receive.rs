//! Taking in the changes of another copy: a join is the union of both logs. Must not know how they came here.
//!
//! A copy's changes come in the order of its own log. What is known already is passed over: taking the same in
//! twice changes nothing, and the order of copies does not matter.

use std::collections::BTreeSet;

use rusqlite::{Connection, TransactionBehavior};

use crate::append::{self, Standing, Writer};
use crate::change::{Change, Salt};
use crate::error::{ChangeFault, StoreError};
use crate::id::{ChangeId, FormationId};
use crate::open::Store;
use crate::replaced::Replaced;
use crate::row::{self, LogRow};

/// What to do about a change that contradicts the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Contradictions {
    /// Nothing is taken in: a copy contradicts nobody.
    Refused,
    /// It is left out: what is known good counts for more than a damaged log.
    LeftOut,
}

impl Store {
    /// Takes in a copy's changes of a formation, all or nothing, and returns those that were new, with their
    /// places in this log. `seq` and `received` of what is handed in do not count; erased changes are passed
    /// over. `secret` is fresh randomness, as an act's.
    ///
    /// # Errors
    /// When a change has the id of another that says something else, or replaces one of another field; or the disk does not take it. Then nothing is taken in.
    pub fn receive(
        &mut self,
        formation: &FormationId,
        changes: &[Change],
        secret: &Salt,
    ) -> Result<Vec<Change>, StoreError> {
        self.refuse_if_damaged()?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let written = take_in(&transaction, formation, changes, secret, Contradictions::Refused)?;
        if !written.is_empty() {
            transaction.commit()?;
        }
        Ok(written)
    }

    /// The same for copies of many formations, all or nothing, and returns how many changes were new. It takes far less time
    /// than one after another, of which each waits for the disk.
    ///
    /// # Errors
    /// As [`Store::receive`].
    pub fn receive_all(
        &mut self,
        copies: impl IntoIterator<Item = (FormationId, Vec<Change>)>,
        secret: &Salt,
    ) -> Result<usize, StoreError> {
        self.take_in_all(copies, secret, Contradictions::Refused)
    }

    pub(crate) fn take_in_all(
        &mut self,
        copies: impl IntoIterator<Item = (FormationId, Vec<Change>)>,
        secret: &Salt,
        contradictions: Contradictions,
    ) -> Result<usize, StoreError> {
        self.refuse_if_damaged()?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut count = 0;
        for (formation, changes) in copies {
            count += take_in(&transaction, &formation, &changes, secret, contradictions)?.len();
        }
        transaction.commit()?;
        Ok(count)
    }
}

fn take_in(
    connection: &Connection,
    formation: &FormationId,
    changes: &[Change],
    secret: &Salt,
    contradictions: Contradictions,
) -> Result<Vec<Change>, StoreError> {
    let mut changes = changes.iter().filter(|change| !change.erased).peekable();
    let Some(first) = changes.peek() else { return Ok(Vec::new()) };
    let mut writer = Writer::begin(connection, formation, first.at)?;
    let mut early = writer.early()?;
    let mut written = Vec::new();
    for change in changes {
        written.extend(writer.receive(formation, change, secret, contradictions, &mut early)?);
    }
    match written.last() {
        Some(last) => writer.finish(last)?,
        None => writer.leave()?,
    }
    Ok(written)
}

impl Writer<'_> {
    /// Takes a change in; none when it is there already.
    fn receive(
        &mut self,
        formation: &FormationId,
        given: &Change,
        secret: &Salt,
        contradictions: Contradictions,
        early: &mut Replaced,
    ) -> Result<Option<Change>, StoreError> {
        let bad = |fault| StoreError::BadChange { change: given.id.clone(), fault };
        if given.formation != *formation {
            return Err(bad(ChangeFault::OtherFormation));
        }
        let text = append::to_text(&given.id, given.value.as_ref())?;
        let replaces: BTreeSet<ChangeId> = given.replaces.iter().cloned().collect();
        let mut change = Change {
            seq: self.next_seq(),
            received: true,
            replaces: replaces.into_iter().collect(),
            ..given.clone()
        };
        if let Some(known) = self.known(&change.id)? {
            let known_text = known.value.clone();
            let known = known.into_change()?;
            let is_same = known.erased || {
                change.seq = known.seq;
                change.received = known.received;
                // Values by their texts: those are canonical, numbers are not.
                change.value.clone_from(&known.value);
                known == change && known_text == text
            };
            return if is_same || contradictions == Contradictions::LeftOut {
                Ok(None)
            } else {
                Err(bad(ChangeFault::Differs))
            };
        }
        let mut absent = Vec::new();
        for replaced in &change.replaces {
            match self.may_replace(&change.field, replaced)? {
                // It was erased over there; should it come from elsewhere, it is known to be replaced.
                Some(ChangeFault::ReplacesUnknown(_)) => absent.push(replaced),
                Some(_) if contradictions == Contradictions::LeftOut => return Ok(None),
                Some(fault) => return Err(bad(fault)),
                None => {}
            }
        }
        absent.into_iter().for_each(|one| early.note(one));
        let standing = if early.has(&change.id) { Standing::Replaced } else { Standing::Newest };
        self.put(&change, text.as_deref(), secret, standing)?;
        Ok(Some(change))
    }

    /// Returns which changes of the formation are replaced and have not come yet.
    fn early(&self) -> Result<Replaced, StoreError> {
        let mut early = Replaced::default();
        let mut statement = self.connection.prepare_cached(
            "SELECT replaces FROM change WHERE formation = ?1 AND replaces <> '' ORDER BY seq",
        )?;
        let mut known = self.connection.prepare_cached("SELECT 1 FROM change WHERE id = ?1")?;
        let mut rows = statement.query([self.key])?;
        while let Some(row) = rows.next()? {
            for replaced in row::split(&row.get::<_, String>("replaces")?)? {
                if !known.exists([replaced.as_str()])? {
                    early.note(&replaced);
                }
            }
        }
        Ok(early)
    }

    fn known(&self, change: &ChangeId) -> Result<Option<LogRow>, StoreError> {
        let sql = format!("{} WHERE change.id = ?1", row::SELECT);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([change.as_str()])?;
        rows.next()?.map(LogRow::read).transpose()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::change::{Act, NewChange};
    use crate::id::FieldPath;
    use crate::verify::ChainState;

    #[test]
    fn a_formation_of_which_everything_is_left_out_has_no_line() {
        let mut store = Store::in_memory().unwrap();
        let act = Act::of_asha("a", 1);
        let new = NewChange::set(ChangeId::new("c").unwrap(), FieldPath::new("name").unwrap(), json!("Ash"));
        let mut written = store.append(&FormationId::new("f").unwrap(), &act, &[new]).unwrap();
        let other = FormationId::new("g").unwrap();
        written[0].formation = other.clone();
        let salt = Salt::new("s");
        assert_eq!(store.take_in_all([(other, written)], &salt, Contradictions::LeftOut).unwrap(), 0);
        assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 1 });
    }
}
