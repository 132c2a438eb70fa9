//! Reading the current values and the history. Must not write.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, Row, params};
use serde_json::Value as Json;

use crate::change::Change;
use crate::current::{self, Gathered, Newest};
use crate::error::StoreError;
use crate::id::{ChangeId, FieldPath, FormationId};
use crate::open::Store;
use crate::row::{self, LogRow};
use crate::value;
use crate::verify::{Damage, Fault};

/// A formation in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormationRow {
    /// The formation.
    pub id: FormationId,
    /// Time of its first change, in milliseconds since 1970.
    pub begun: i64,
    /// Time of its last change.
    pub changed: i64,
}

impl Store {
    /// Returns the formations that have a field with a value, latest changed first; latest by place in the
    /// log, whatever the clock said.
    ///
    /// # Errors
    /// When the store cannot be read; so with everything below.
    pub fn formations(&self) -> Result<Vec<FormationRow>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, begun, changed FROM formation WHERE live > 0 ORDER BY newest DESC")?;
        let mut rows = statement.query([])?;
        let mut formations = Vec::new();
        while let Some(row) = rows.next()? {
            formations.push(FormationRow {
                id: formation_id(row.get("id")?)?,
                begun: row.get("begun")?,
                changed: row.get("changed")?,
            });
        }
        Ok(formations)
    }

    /// Returns the fields of a formation that have a value; empty when there is no such formation.
    pub fn fields(&self, formation: &FormationId) -> Result<BTreeMap<FieldPath, Json>, StoreError> {
        let Some(key) = self.key(formation)? else { return Ok(BTreeMap::new()) };
        let mut statement = self.connection.prepare_cached(
            "SELECT path, change, value FROM field WHERE formation = ?1 AND value IS NOT NULL",
        )?;
        let mut rows = statement.query([key])?;
        let mut gathered = Gathered::new();
        while let Some(row) = rows.next()? {
            let newest = Newest { change: row.get("change")?, value: row.get("value")? };
            gathered.add(row.get::<_, String>("path")?, newest);
        }
        gathered
            .shown()
            .map(|(path, text)| Ok((FieldPath::new(path).map_err(|_| unreadable())?, json(&text)?)))
            .collect()
    }

    /// Returns the value of a field.
    pub fn field(&self, formation: &FormationId, path: &FieldPath) -> Result<Option<Json>, StoreError> {
        let Some(key) = self.key(formation)? else { return Ok(None) };
        let newest = current::newest(&self.connection, key, path.as_str())?;
        current::shown(newest).map(|text| json(&text)).transpose()
    }

    /// Returns the values of one field in all formations that have one: what a list shows of each.
    pub fn field_of_all(&self, path: &FieldPath) -> Result<BTreeMap<FormationId, Json>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT formation.id AS id, field.change AS change, field.value AS value
             FROM field JOIN formation ON formation.key = field.formation
             WHERE field.path = ?1 AND field.value IS NOT NULL",
        )?;
        let mut rows = statement.query([path.as_str()])?;
        let mut gathered = Gathered::new();
        while let Some(row) = rows.next()? {
            let newest = Newest { change: row.get("change")?, value: row.get("value")? };
            gathered.add(row.get::<_, String>("id")?, newest);
        }
        gathered.shown().map(|(id, text)| Ok((formation_id(id)?, json(&text)?))).collect()
    }

    /// Returns the newest changes of a field, by id: none when it was never set, more than one where copies
    /// disagree and nobody has settled it.
    pub fn newest(&self, formation: &FormationId, path: &FieldPath) -> Result<Vec<Change>, StoreError> {
        let Some(key) = self.key(formation)? else { return Ok(Vec::new()) };
        let sql = format!(
            "{} WHERE change.id IN (SELECT change FROM field WHERE path = ?1 AND formation = ?2)
             ORDER BY change.id",
            row::SELECT
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![path.as_str(), key])?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            changes.push(LogRow::read(row)?.into_change()?);
        }
        Ok(changes)
    }

    /// Returns up to `limit` changes of a formation, latest first; only those before the place `before` in the
    /// log when one is given, so that a long history can be turned page by page.
    pub fn history(
        &self,
        formation: &FormationId,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<Change>, StoreError> {
        let mut changes = Vec::new();
        if limit > 0 {
            self.each_change(formation, before, &mut |change| {
                changes.push(change);
                changes.len() < limit
            })?;
        }
        Ok(changes)
    }

    /// Calls `each` with the changes of a formation, latest first, until it returns false; only with those before the
    /// place `before` in the log when one is given. One change is held at a time, however long the history is.
    pub fn each_change(
        &self,
        formation: &FormationId,
        before: Option<i64>,
        each: &mut dyn FnMut(Change) -> bool,
    ) -> Result<(), StoreError> {
        let Some(key) = self.key(formation)? else { return Ok(()) };
        let sql = format!(
            "{} WHERE change.formation = ?1 AND change.seq < ?2 ORDER BY change.seq DESC",
            row::SELECT
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![key, before.unwrap_or(i64::MAX)])?;
        while let Some(row) = rows.next()? {
            if !each(LogRow::read(row)?.into_change()?) {
                break;
            }
        }
        Ok(())
    }

    /// The same, oldest first, all of them.
    pub fn each_change_in_order(
        &self,
        formation: &FormationId,
        each: &mut dyn FnMut(Change) -> bool,
    ) -> Result<(), StoreError> {
        let Some(key) = self.key(formation)? else { return Ok(()) };
        let sql = format!("{} WHERE change.formation = ?1 ORDER BY change.seq", row::SELECT);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([key])?;
        while let Some(row) = rows.next()? {
            if !each(LogRow::read(row)?.into_change()?) {
                break;
            }
        }
        Ok(())
    }

    /// Returns a change; none when the log has not got it.
    pub fn change(&self, id: &ChangeId) -> Result<Option<Change>, StoreError> {
        self.log_row(id)?.map(LogRow::into_change).transpose()
    }

    pub(crate) fn log_row(&self, id: &ChangeId) -> Result<Option<LogRow>, StoreError> {
        let sql = format!("{} WHERE change.id = ?1", row::SELECT);
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([id.as_str()])?;
        rows.next()?.map(LogRow::read).transpose()
    }

    /// Returns who made changes, with how many: of every formation, erased ones among them.
    pub fn authors(&self) -> Result<BTreeMap<String, i64>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT author, count(*) AS changes FROM change GROUP BY author")?;
        let mut rows = statement.query([])?;
        let mut authors = BTreeMap::new();
        while let Some(row) = rows.next()? {
            authors.insert(row.get("author")?, row.get("changes")?);
        }
        Ok(authors)
    }

    /// Returns how many changes the log holds.
    pub fn length(&self) -> Result<i64, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT seq FROM log_end")?;
        Ok(statement.query_row([], |row| row.get("seq"))?)
    }

    /// Returns a count that grows with all that is written through this store, erased things included: as long as it is
    /// the same, so is whatever is read, because nobody else has the store open.
    pub fn written(&self) -> u64 {
        self.connection.total_changes()
    }

    /// Returns what stands for a formation in the tables.
    pub(crate) fn key(&self, formation: &FormationId) -> Result<Option<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT key FROM formation WHERE id = ?1")?;
        Ok(statement.query_row([formation.as_str()], |row| row.get("key")).optional()?)
    }
}

pub(crate) fn formation_id(text: String) -> Result<FormationId, StoreError> {
    FormationId::new(text).map_err(|_| unreadable())
}

/// The text of a value that is not empty.
pub(crate) fn text<'r>(row: &'r Row<'_>) -> Result<&'r str, StoreError> {
    row.get_ref("value")?.as_str().map_err(|_| unreadable())
}

pub(crate) fn json(text: &str) -> Result<Json, StoreError> {
    value::from_text(text).ok_or_else(unreadable)
}

pub(crate) fn unreadable() -> StoreError {
    StoreError::Damaged(Damage { fault: Fault::Unreadable, place: None })
}
