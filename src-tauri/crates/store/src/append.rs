//! Writing to the log. Must not know how it is read.
//!
//! Everything an act does is one transaction: its rows, the current values that follow, the formation's line
//! in the list, and where the log now ends. Nothing of it is kept in memory between acts, so that a failed
//! one cannot leave the store believing what is not on the disk.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::chain::{self, Hash, Link};
use crate::change::{Act, Change, NewChange, Salt};
use crate::current;
use crate::error::{ChangeFault, StoreError};
use crate::id::{ChangeId, FieldPath, FormationId};
use crate::open::Store;
use crate::{row, value};

impl Store {
    /// Writes what an act did to a formation, all or nothing, and returns the changes written. When it
    /// returns, they are on the disk.
    ///
    /// A change that leaves its field as it is, is not written. The first change of an unknown formation
    /// makes it; once none of its fields holds a value it is no longer listed.
    ///
    /// # Errors
    /// When a change cannot be written, or the disk does not take it: then nothing is written.
    pub fn append(
        &mut self,
        formation: &FormationId,
        act: &Act,
        changes: &[NewChange],
    ) -> Result<Vec<Change>, StoreError> {
        self.refuse_if_damaged()?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut writer = Writer::begin(&transaction, formation, act.at)?;
        let mut written = Vec::new();
        for change in changes {
            written.extend(writer.write(act, change)?);
        }
        // Without a change there is nothing to keep, a formation's line neither: the transaction is dropped.
        if let Some(last) = written.last() {
            writer.finish(last)?;
            transaction.commit()?;
        }
        Ok(written)
    }
}

/// How a change stands once it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// No other replaces it.
    Newest,
    /// One that came before it replaces it.
    Replaced,
}

/// Writes the changes of one formation.
pub(crate) struct Writer<'a> {
    pub(crate) connection: &'a Connection,
    formation: &'a FormationId,
    /// What stands for the formation in the tables.
    pub(crate) key: i64,
    /// How many of its fields hold a value.
    live: i64,
    /// Where the log ends.
    seq: i64,
    chain: Hash,
}

impl<'a> Writer<'a> {
    pub(crate) fn begin(
        connection: &'a Connection,
        formation: &'a FormationId,
        at: i64,
    ) -> Result<Self, StoreError> {
        let (seq, chain) = connection
            .prepare_cached("SELECT seq, chain FROM log_end")?
            .query_row([], |row| Ok((row.get("seq")?, row.get("chain")?)))?;
        let known = connection
            .prepare_cached("SELECT key, live FROM formation WHERE id = ?1")?
            .query_row([formation.as_str()], |row| Ok((row.get("key")?, row.get("live")?)))
            .optional()?;
        let (key, live) = match known {
            Some(known) => known,
            None => {
                connection
                    .prepare_cached(
                        "INSERT INTO formation (id, begun, changed, newest, live) VALUES (?1, ?2, ?2, 0, 0)",
                    )?
                    .execute(params![formation.as_str(), at])?;
                (connection.last_insert_rowid(), 0)
            }
        };
        Ok(Self { connection, formation, key, live, seq, chain })
    }

    /// Writes a change done here; none when it would change nothing.
    fn write(&mut self, act: &Act, new: &NewChange) -> Result<Option<Change>, StoreError> {
        let bad = |fault| StoreError::BadChange { change: new.id.clone(), fault };
        let text = to_text(&new.id, new.value.as_ref())?;
        let newest = current::newest(self.connection, self.key, new.field.as_str())?;
        let mut replaces = match &new.replaces {
            Some(given) => given.clone(),
            None => newest.iter().map(|one| ChangeId::new(&one.change)).collect::<Result<_, _>>()?,
        };
        replaces.sort();
        replaces.dedup();
        // Where copies disagree, saying again what one of them says settles it: that is written.
        let is_agreed = newest.len() <= 1;
        let replaces_newest = replaces.iter().map(ChangeId::as_str).eq(newest.iter().map(|one| &*one.change));
        let old = newest.first().and_then(|one| one.value.as_deref());
        if is_agreed && replaces_newest && old == text.as_deref() {
            return Ok(None);
        }
        if self.is_known(&new.id)? {
            return Err(bad(ChangeFault::Repeated));
        }
        if new.replaces.is_some() {
            for replaced in &replaces {
                self.may_replace(&new.field, replaced)?.map_or(Ok(()), |fault| Err(bad(fault)))?;
            }
        }
        let change = Change {
            seq: self.seq + 1,
            id: new.id.clone(),
            act: act.id.clone(),
            formation: self.formation.clone(),
            field: new.field.clone(),
            value: text.as_deref().and_then(value::from_text),
            author: act.author.clone(),
            at: act.at,
            replaces,
            reverts: act.reverts.clone(),
            received: false,
            erased: false,
        };
        self.put(&change, text.as_deref(), &act.salt, Standing::Newest)?;
        Ok(Some(change))
    }

    /// Puts a change at the end of the log, and what follows from it beside it.
    pub(crate) fn put(
        &mut self,
        change: &Change,
        text: Option<&str>,
        secret: &Salt,
        standing: Standing,
    ) -> Result<(), StoreError> {
        let before = current::newest(self.connection, self.key, change.field.as_str())?;
        self.add_row(change, text, secret)?;
        self.make_newest(change, text, standing)?;
        let held = before.iter().any(|one| one.value.is_some());
        let remaining = before.iter().any(|one| {
            one.value.is_some() && !change.replaces.iter().any(|replaced| replaced.as_str() == one.change)
        });
        let holds = (text.is_some() && standing == Standing::Newest) || remaining;
        self.live += i64::from(holds) - i64::from(held);
        Ok(())
    }

    fn is_known(&self, change: &ChangeId) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM change WHERE id = ?1")?;
        Ok(statement.exists([change.as_str()])?)
    }

    /// Says what forbids a change of a field to replace another.
    pub(crate) fn may_replace(
        &self,
        field: &FieldPath,
        replaced: &ChangeId,
    ) -> Result<Option<ChangeFault>, StoreError> {
        let found = self
            .connection
            .prepare_cached("SELECT formation, field, erased FROM change WHERE id = ?1")?
            .query_row([replaced.as_str()], |row| {
                let (formation, field): (i64, String) = (row.get("formation")?, row.get("field")?);
                Ok((formation, field, row.get::<_, bool>("erased")?))
            })
            .optional()?;
        Ok(match found {
            None => Some(ChangeFault::ReplacesUnknown(replaced.clone())),
            // Which field an erased change set is not known any more; its formation is.
            Some((formation, path, is_erased))
                if formation == self.key && (is_erased || path == field.as_str()) =>
            {
                None
            }
            Some(_) => Some(ChangeFault::ReplacesOther(replaced.clone())),
        })
    }

    fn add_row(&mut self, change: &Change, text: Option<&str>, secret: &Salt) -> Result<(), StoreError> {
        let salt = chain::content_salt(secret, &change.id);
        let content = chain::content(&salt, change.field.as_str(), text);
        self.chain = chain::link(
            &self.chain,
            &Link {
                id: &change.id,
                act: &change.act,
                formation: self.formation,
                author: &change.author,
                at: change.at,
                replaces: &change.replaces,
                reverts: change.reverts.as_ref(),
                received: change.received,
                content: &content,
            },
        );
        self.seq += 1;
        self.connection
            .prepare_cached(
                "INSERT INTO change (seq, id, act, formation, field, value, salt, content, author, at,
                                     replaces, reverts, received, chain)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
            )?
            .execute(params![
                self.seq,
                change.id.as_str(),
                change.act.as_str(),
                self.key,
                change.field.as_str(),
                text,
                salt,
                content,
                change.author,
                change.at,
                row::join(&change.replaces),
                change.reverts.as_ref().map(|act| act.as_str()),
                change.received,
                self.chain,
            ])?;
        Ok(())
    }

    fn make_newest(&self, change: &Change, text: Option<&str>, standing: Standing) -> Result<(), StoreError> {
        let path = change.field.as_str();
        for replaced in &change.replaces {
            self.connection
                .prepare_cached("DELETE FROM field WHERE path = ?1 AND formation = ?2 AND change = ?3")?
                .execute(params![path, self.key, replaced.as_str()])?;
        }
        if standing == Standing::Replaced {
            return Ok(());
        }
        self.connection
            .prepare_cached("INSERT INTO field (path, formation, change, value) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![path, self.key, change.id.as_str(), text])?;
        Ok(())
    }

    /// Takes down where the log now ends; `last` was written last.
    pub(crate) fn finish(&self, last: &Change) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("UPDATE formation SET changed = ?2, newest = ?3, live = ?4 WHERE key = ?1")?
            .execute(params![self.key, last.at, self.seq, self.live])?;
        self.connection
            .prepare_cached("UPDATE log_end SET seq = ?1, chain = ?2")?
            .execute(params![self.seq, self.chain])?;
        Ok(())
    }

    /// Takes back the line of a formation of which nothing was written.
    pub(crate) fn leave(&self) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("DELETE FROM formation WHERE key = ?1 AND newest = 0")?
            .execute([self.key])?;
        Ok(())
    }

    /// Returns the place that the next change gets.
    pub(crate) fn next_seq(&self) -> i64 {
        self.seq + 1
    }
}

/// Refuses a value that no text could be read back from.
pub(crate) fn fits(change: &ChangeId, value: Option<&serde_json::Value>) -> Result<(), StoreError> {
    let too_deep = || StoreError::BadChange { change: change.clone(), fault: ChangeFault::TooDeep };
    if value.is_none_or(value::is_shallow) { Ok(()) } else { Err(too_deep()) }
}

/// Returns a change's value as text.
pub(crate) fn to_text(
    change: &ChangeId,
    value: Option<&serde_json::Value>,
) -> Result<Option<String>, StoreError> {
    let too_deep = || StoreError::BadChange { change: change.clone(), fault: ChangeFault::TooDeep };
    value.map(|value| value::to_text(value).ok_or_else(too_deep)).transpose()
}
