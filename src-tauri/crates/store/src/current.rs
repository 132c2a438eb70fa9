//! The newest changes of a field, and which of them gives its value. Must not know the log.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use crate::error::StoreError;

/// A newest change of a field: one that no other replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newest {
    /// Id of the change.
    pub change: String,
    /// The value as text; none when the change cleared the field.
    pub value: Option<String>,
}

/// Returns the newest changes of a field, by id. More than one: copies disagree.
pub fn newest(connection: &Connection, formation: i64, path: &str) -> Result<Vec<Newest>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT change, value FROM field WHERE path = ?1 AND formation = ?2 ORDER BY change",
    )?;
    let rows = statement.query_map(params![path, formation], |row| {
        Ok(Newest { change: row.get("change")?, value: row.get("value")? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Where copies disagree: the value to show until a person settles it, the same on every copy. Words win
/// over their absence; among words, the change with the greater id.
pub fn shown(newest: Vec<Newest>) -> Option<String> {
    newest.into_iter().filter(|one| one.value.is_some()).max_by(|a, b| a.change.cmp(&b.change))?.value
}

/// Gathers the newest changes of many fields, each under its key, and keeps of each the value to show.
pub struct Gathered<K>(BTreeMap<K, Vec<Newest>>);

impl<K: Ord> Gathered<K> {
    pub fn new() -> Self {
        Self(BTreeMap::new())
    }

    pub fn add(&mut self, key: K, newest: Newest) {
        self.0.entry(key).or_default().push(newest);
    }

    pub fn shown(self) -> impl Iterator<Item = (K, String)> {
        self.0.into_iter().filter_map(|(key, newest)| Some((key, shown(newest)?)))
    }
}
