//! Looking for words in what the fields of all formations hold. Must not know what the fields mean.

use std::collections::HashSet;

use rusqlite::Row;
use serde_json::Value as Json;

use crate::error::StoreError;
use crate::id::{FieldPath, FormationId};
use crate::open::Store;
use crate::read::{formation_id, json, unreadable};

impl Store {
    /// Calls `found` with every field in whose texts `words` stand, whatever their case; formations that were changed
    /// latest come first. Goes on until `found` returns false.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn search(
        &self,
        words: &str,
        found: &mut dyn FnMut(&FormationId, &FieldPath, &Json) -> bool,
    ) -> Result<(), StoreError> {
        let words = words.to_lowercase();
        let among = self.may_hold(&words)?;
        let mut formations = self
            .connection
            .prepare_cached("SELECT key, id FROM formation WHERE live > 0 ORDER BY newest DESC")?;
        let mut fields = self.connection.prepare_cached(
            "SELECT path, value FROM field WHERE formation = ?1 AND value IS NOT NULL ORDER BY path",
        )?;
        let mut formations = formations.query([])?;
        while let Some(row) = formations.next()? {
            let key: i64 = row.get("key")?;
            if !among.contains(&key) {
                continue;
            }
            let id = formation_id(row.get("id")?)?;
            let mut rows = fields.query([key])?;
            while let Some(row) = rows.next()? {
                let value = json(text(row)?)?;
                if !holds(&value, &words) {
                    continue;
                }
                let path = FieldPath::new(row.get::<_, String>("path")?).map_err(|_| unreadable())?;
                if !found(&id, &path, &value) {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// The formations of which some field may hold the words. All fields are read in the order in which they lie: to step
    /// from each formation to each of its fields would take five times as long.
    fn may_hold(&self, words: &str) -> Result<HashSet<i64>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT formation, value FROM field NOT INDEXED WHERE value IS NOT NULL")?;
        let mut rows = statement.query([])?;
        let mut lower = String::new();
        let mut formations = HashSet::new();
        while let Some(row) = rows.next()? {
            if may_hold(text(row)?, words, &mut lower) {
                formations.insert(row.get("formation")?);
            }
        }
        Ok(formations)
    }
}

/// The text of a field's value.
fn text<'r>(row: &'r Row<'_>) -> Result<&'r str, StoreError> {
    row.get_ref("value")?.as_str().map_err(|_| unreadable())
}

/// Whether a value's text may hold the words; `lower` is room to work in. It holds its keys too, so this is not enough, but
/// it passes over nearly all. Signs that JSON escapes are not looked at.
fn may_hold(text: &str, words: &str, lower: &mut String) -> bool {
    if words.contains(['"', '\\', '\n', '\t']) {
        return true;
    }
    if !text.is_ascii() {
        return text.to_lowercase().contains(words);
    }
    lower.clear();
    lower.push_str(text);
    lower.make_ascii_lowercase();
    lower.contains(words)
}

/// Whether the words, in small letters, stand in one of a value's texts.
fn holds(value: &Json, words: &str) -> bool {
    match value {
        Json::String(text) => text.to_lowercase().contains(words),
        Json::Array(items) => items.iter().any(|item| holds(item, words)),
        Json::Object(fields) => fields.values().any(|item| holds(item, words)),
        _ => false,
    }
}
