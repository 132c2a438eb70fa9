//! Looking for words in what the fields of all formations hold. Must not know what the fields mean.

use serde_json::Value as Json;

use crate::error::StoreError;
use crate::id::{FieldPath, FormationId};
use crate::open::Store;
use crate::read::{formation_id, json, text, unreadable};
use crate::sieve::Wanted;

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
        let wanted = Wanted::of(&words);
        self.sieve.make_ready(&self.connection)?;
        let mut formations = self
            .connection
            .prepare_cached("SELECT key, id, newest FROM formation WHERE live > 0 ORDER BY newest DESC")?;
        let mut fields = self.connection.prepare_cached(
            "SELECT path, value FROM field WHERE formation = ?1 AND value IS NOT NULL ORDER BY path",
        )?;
        let mut formations = formations.query([])?;
        while let Some(row) = formations.next()? {
            let key: i64 = row.get("key")?;
            if !self.sieve.lets_through(&self.connection, key, row.get("newest")?, &wanted)? {
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
