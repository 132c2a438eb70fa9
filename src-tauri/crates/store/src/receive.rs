//! Taking in the changes of another copy: a join is the union of both logs. Must not know how they came here.
//!
//! A copy's changes come in the order of its own log. What is known already is passed over: taking the same in
//! twice changes nothing, and the order of copies does not matter.

use std::collections::BTreeSet;

use rusqlite::TransactionBehavior;

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
        self.take_in(formation, changes, secret, Contradictions::Refused)
    }

    pub(crate) fn take_in(
        &mut self,
        formation: &FormationId,
        changes: &[Change],
        secret: &Salt,
        contradictions: Contradictions,
    ) -> Result<Vec<Change>, StoreError> {
        self.refuse_if_damaged()?;
        let mut changes = changes.iter().filter(|change| !change.erased).peekable();
        let Some(first) = changes.peek() else { return Ok(Vec::new()) };
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut writer = Writer::begin(&transaction, formation, first.at)?;
        let mut early = writer.early()?;
        let mut written = Vec::new();
        for change in changes {
            written.extend(writer.receive(formation, change, secret, contradictions, &mut early)?);
        }
        if let Some(last) = written.last() {
            writer.finish(last)?;
            transaction.commit()?;
        }
        Ok(written)
    }
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
