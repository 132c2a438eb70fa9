//! Looking for words in what the fields of all formations hold. Must not know what the fields mean.

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
            "SELECT formation.id AS id, field.path AS path, field.value AS value
             FROM (SELECT key, id, newest FROM formation WHERE live > 0 ORDER BY newest DESC) AS formation
             CROSS JOIN field ON field.formation = formation.key
             WHERE field.value IS NOT NULL",
        )?;
        let mut rows = statement.query([])?;
        let mut lower = String::new();
        while let Some(row) = rows.next()? {
            let text = row.get_ref("value")?.as_str().map_err(|_| unreadable())?;
            // The text of a value holds its keys too; so this alone is not enough, but it passes over nearly all.
            if !may_hold(text, &words, &mut lower) {
                continue;
            }
            let value = json(text)?;
            if !holds(&value, &words) {
                continue;
            }
            let path = FieldPath::new(row.get::<_, String>("path")?).map_err(|_| unreadable())?;
            if !found(&formation_id(row.get("id")?)?, &path, &value) {
                break;
            }
        }
        Ok(())
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
