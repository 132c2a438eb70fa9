//! Looking for words in what the fields of all formations hold. Must not know what the fields mean.

use std::collections::HashMap;

use rusqlite::params;
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
        let mut statement = self.connection.prepare_cached(
            "SELECT formation.id AS id, field.value AS value
             FROM field JOIN formation ON formation.key = field.formation
             WHERE field.path = ?1 AND field.formation = ?2 AND field.value IS NOT NULL
             ORDER BY field.change",
        )?;
        for (key, path) in self.fields_that_may_hold(&words)? {
            let mut rows = statement.query(params![path, key])?;
            while let Some(row) = rows.next()? {
                let value = json(row.get_ref("value")?.as_str().map_err(|_| unreadable())?)?;
                let formation = formation_id(row.get("id")?)?;
                let path = FieldPath::new(path.as_str()).map_err(|_| unreadable())?;
                if holds(&value, &words) && !found(&formation, &path, &value) {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// Fields in whose values, as they are written, the words stand: those of formations that were changed latest first.
    /// The table is read as it lies. Going from formation to formation, and from each to its fields, took 17 times as long.
    fn fields_that_may_hold(&self, words: &str) -> Result<Vec<(i64, String)>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT key, newest FROM formation WHERE live > 0")?;
        let newest: HashMap<i64, i64> = statement
            .query_map([], |row| Ok((row.get("key")?, row.get("newest")?)))?
            .collect::<Result<_, _>>()?;
        let mut statement = self
            .connection
            .prepare_cached("SELECT formation, path, value FROM field NOT INDEXED WHERE value IS NOT NULL")?;
        let mut rows = statement.query([])?;
        let (mut found, mut lower) = (Vec::new(), String::new());
        while let Some(row) = rows.next()? {
            let text = row.get_ref("value")?.as_str().map_err(|_| unreadable())?;
            // The text of a value holds its keys too; so this alone is not enough, but it passes over nearly all.
            if may_hold(text, words, &mut lower) {
                found.push((row.get("formation")?, row.get("path")?));
            }
        }
        found.sort_by(|(key, path): &(i64, String), (other_key, other)| {
            newest.get(other_key).cmp(&newest.get(key)).then_with(|| path.cmp(other))
        });
        // More than one where copies disagree.
        found.dedup();
        Ok(found)
    }
}

/// Whether a value's text may hold the words; `lower` is room to work in. Signs that JSON escapes are not looked at.
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
