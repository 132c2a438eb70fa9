//! Writing to the log. Must not know how it is read.
//!
//! Everything an act does is one transaction: its rows, the current values that follow, the formation's line
//! in the list, and where the log now ends. Nothing of it is kept in memory between acts, so that a failed
//! one cannot leave the store believing what is not on the disk.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::chain::{self, Hash, Link};
use crate::change::{Act, Change, NewChange};
use crate::current;
use crate::error::{ChangeFault, StoreError};
use crate::id::{ChangeId, FormationId};
use crate::open::Store;
use crate::{row, value};

impl Store {
    /// Writes what an act did to a formation, all or nothing, and returns the changes written. When it
    /// returns, they are on the disk.
    ///
    /// A change that leaves its field as it is, is not written. The first change of an unknown formation
    /// makes it; once none of its fields holds a value it counts as removed.
    ///
    /// # Errors
    /// When a change cannot be written, or the disk does not take it: then nothing is written.
    pub fn append(
        &mut self,
        formation: &FormationId,
        act: &Act,
        changes: &[NewChange],
    ) -> Result<Vec<Change>, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut writer = Writer::begin(&transaction, formation, act)?;
        let mut written = Vec::new();
        for change in changes {
            written.extend(writer.write(change)?);
        }
        if written.is_empty() {
            transaction.rollback()?;
        } else {
            writer.finish()?;
            transaction.commit()?;
        }
        Ok(written)
    }
}

/// Writes the changes of one act.
struct Writer<'a> {
    connection: &'a Connection,
    formation: &'a FormationId,
    act: &'a Act,
    /// What stands for the formation in the tables.
    key: i64,
    /// How many of its fields hold a value.
    live: i64,
    /// Where the log ends.
    seq: i64,
    chain: Hash,
}

impl<'a> Writer<'a> {
    fn begin(
        connection: &'a Connection,
        formation: &'a FormationId,
        act: &'a Act,
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
                    .execute(params![formation.as_str(), act.at])?;
                (connection.last_insert_rowid(), 0)
            }
        };
        Ok(Self { connection, formation, act, key, live, seq, chain })
    }

    /// Writes a change; none when it would change nothing.
    fn write(&mut self, new: &NewChange) -> Result<Option<Change>, StoreError> {
        let bad = |fault| StoreError::BadChange { change: new.id.clone(), fault };
        let text = match &new.value {
            Some(value) => Some(value::to_text(value).ok_or_else(|| bad(ChangeFault::TooDeep))?),
            None => None,
        };
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
                self.may_replace(new, replaced)?.map_or(Ok(()), |fault| Err(bad(fault)))?;
            }
        }
        self.add_row(new, text.as_deref(), &replaces)?;
        self.make_newest(new, text.as_deref(), &replaces)?;
        let held = newest.iter().any(|one| one.value.is_some());
        let remaining = newest.iter().any(|one| {
            one.value.is_some() && !replaces.iter().any(|replaced| replaced.as_str() == one.change)
        });
        let holds = text.is_some() || remaining;
        self.live += i64::from(holds) - i64::from(held);
        Ok(Some(Change {
            seq: self.seq,
            id: new.id.clone(),
            act: self.act.id.clone(),
            formation: self.formation.clone(),
            field: new.field.clone(),
            value: text.as_deref().and_then(value::from_text),
            author: self.act.author.clone(),
            at: self.act.at,
            replaces,
        }))
    }

    fn is_known(&self, change: &ChangeId) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT 1 FROM change WHERE id = ?1")?;
        Ok(statement.exists([change.as_str()])?)
    }

    /// Says what forbids a change to replace another.
    fn may_replace(&self, new: &NewChange, replaced: &ChangeId) -> Result<Option<ChangeFault>, StoreError> {
        let found = self
            .connection
            .prepare_cached("SELECT formation, field FROM change WHERE id = ?1")?
            .query_row([replaced.as_str()], |row| {
                Ok((row.get::<_, i64>("formation")?, row.get::<_, String>("field")?))
            })
            .optional()?;
        Ok(match found {
            None => Some(ChangeFault::ReplacesUnknown(replaced.clone())),
            Some((formation, field)) if formation == self.key && field == new.field.as_str() => None,
            Some(_) => Some(ChangeFault::ReplacesOther(replaced.clone())),
        })
    }

    fn add_row(
        &mut self,
        new: &NewChange,
        text: Option<&str>,
        replaces: &[ChangeId],
    ) -> Result<(), StoreError> {
        let salted = text.map(|text| (text, chain::value_salt(&self.act.salt, &new.id)));
        let value_hash = chain::value_hash(salted.as_ref().map(|(text, salt)| (*text, salt)));
        self.chain = chain::link(
            &self.chain,
            &Link {
                id: &new.id,
                act: &self.act.id,
                formation: self.formation,
                field: &new.field,
                author: &self.act.author,
                at: self.act.at,
                replaces,
                value_hash: &value_hash,
            },
        );
        self.seq += 1;
        self.connection
            .prepare_cached(
                "INSERT INTO change
                     (seq, id, act, formation, field, value, salt, value_hash, author, at, replaces, chain)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?
            .execute(params![
                self.seq,
                new.id.as_str(),
                self.act.id.as_str(),
                self.key,
                new.field.as_str(),
                text,
                salted.map(|(_, salt)| salt),
                value_hash,
                self.act.author,
                self.act.at,
                row::join(replaces),
                self.chain,
            ])?;
        Ok(())
    }

    fn make_newest(
        &self,
        new: &NewChange,
        text: Option<&str>,
        replaces: &[ChangeId],
    ) -> Result<(), StoreError> {
        let path = new.field.as_str();
        for replaced in replaces {
            self.connection
                .prepare_cached("DELETE FROM field WHERE path = ?1 AND formation = ?2 AND change = ?3")?
                .execute(params![path, self.key, replaced.as_str()])?;
        }
        self.connection
            .prepare_cached("INSERT INTO field (path, formation, change, value) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![path, self.key, new.id.as_str(), text])?;
        Ok(())
    }

    fn finish(&self) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("UPDATE formation SET changed = ?2, newest = ?3, live = ?4 WHERE key = ?1")?
            .execute(params![self.key, self.act.at, self.seq, self.live])?;
        self.connection
            .prepare_cached("UPDATE log_end SET seq = ?1, chain = ?2")?
            .execute(params![self.seq, self.chain])?;
        Ok(())
    }
}
