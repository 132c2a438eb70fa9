//! Finding damage: whether the log is what was written, and the current values follow from it. Must not mend
//! anything.

use std::collections::HashMap;
use std::fmt;

use rusqlite::Connection;

use crate::chain::{self, BEGINNING, ContentSalt, Hash, Link, Mark};
use crate::error::StoreError;
use crate::id::{ChangeId, FieldPath, FormationId};
use crate::open::Store;
use crate::replaced::Replaced;
use crate::row::{self, LogRow};

/// What a check of the log found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainState {
    /// Everything is as it was written.
    Whole {
        /// How many changes were checked.
        changes: i64,
    },
    /// The first thing found that is not.
    Broken(Damage),
}

/// What is damaged, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// What is wrong.
    pub fault: Fault,
    /// The change it concerns, where one can be named.
    pub place: Option<Place>,
}

/// A place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its number.
    pub seq: i64,
    /// The change there, as far as it can be read; so with the others.
    pub change: Option<ChangeId>,
    /// The change's formation.
    pub formation: Option<FormationId>,
    /// The change's field.
    pub field: Option<FieldPath>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The file as such; SQLite's own words, which are for programmers.
    #[error("the file is not whole: {0}")]
    File(String),
    /// There is no file, or nothing in it, where there once were co-ops.
    #[error("it is empty or gone")]
    Gone,
    /// The first bytes of the file are nothing.
    #[error("its beginning is gone")]
    Headless,
    /// A change holds what cannot have been written.
    #[error("a change cannot be read")]
    Unreadable,
    /// There is no change in this place.
    #[error("a change is missing")]
    Missing,
    /// The change is not the one that was written in this place.
    #[error("a change was altered or moved")]
    Altered,
    /// The field or the value is not the one that was written.
    #[error("a value was altered")]
    ValueAltered,
    /// The log ends before or after the place where it should.
    #[error("the log does not end where it should")]
    End,
    /// The current values are not those that follow from the log, which itself is whole.
    #[error("the current values do not follow from the log")]
    Current,
}

impl fmt::Display for Damage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.fault)?;
        match &self.place {
            Some(place) => write!(out, ", at change {}", place.seq),
            None => Ok(()),
        }
    }
}

impl Store {
    /// Checks the whole log, and that the current values follow from it.
    ///
    /// # Errors
    /// When the store cannot be read at all.
    pub fn verify_chain(&self) -> Result<ChainState, StoreError> {
        check_log(&self.connection)
    }
}

/// Has SQLite check its own structures: every page, and that each index says what its table says.
pub(crate) fn check_file(connection: &Connection) -> Result<(), StoreError> {
    // Damage comes as a row that describes it, or as an error.
    let told: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if told == "ok" {
        return Ok(());
    }
    Err(StoreError::Damaged(Damage { fault: Fault::File(told), place: None }))
}

/// Checks the log, and that the current values follow from it.
pub(crate) fn check_log(connection: &Connection) -> Result<ChainState, StoreError> {
    match check_whole(connection) {
        Ok(changes) => Ok(ChainState::Whole { changes }),
        Err(StoreError::Damaged(damage)) => Ok(ChainState::Broken(damage)),
        Err(StoreError::Other(error)) => match not_our_tables(&error) {
            Some(told) => Ok(ChainState::Broken(Damage { fault: Fault::File(told), place: None })),
            None => Err(StoreError::Other(error)),
        },
        Err(error) => Err(error),
    }
}

/// What SQLite says when it does not understand a question of ours: a bit was flipped in the words that make a table,
/// and a column has another name. Those words are in no hash, and to SQLite they are as good as any.
fn not_our_tables(error: &rusqlite::Error) -> Option<String> {
    match error {
        rusqlite::Error::SqlInputError { msg, .. } => Some(msg.clone()),
        rusqlite::Error::SqliteFailure(failure, told)
            if failure.extended_code == rusqlite::ffi::SQLITE_ERROR =>
        {
            told.clone()
        }
        _ => None,
    }
}

fn check_whole(connection: &Connection) -> Result<i64, StoreError> {
    let mut newest = Unreplaced::default();
    let end = follow(connection, |row| newest.take(&row))?;
    newest.compare(connection)?;
    compare_formations(connection)?;
    Ok(end)
}

/// Follows the chain to the end of the log, and returns the place where it ends.
fn follow(connection: &Connection, mut each: impl FnMut(LogRow)) -> Result<i64, StoreError> {
    let mut statement = connection.prepare(&format!("{} ORDER BY change.seq", row::SELECT))?;
    let mut rows = statement.query([])?;
    let (mut seq, mut chain) = (0, BEGINNING);
    while let Some(row) = rows.next()? {
        let row = LogRow::read(row)?;
        seq += 1;
        if row.seq != seq {
            return Err(missing(seq));
        }
        chain = check_row(&chain, &row)
            .map_err(|fault| StoreError::Damaged(Damage { fault, place: Some(row.place()) }))?;
        each(row);
    }
    let (end, end_chain): (i64, Hash) =
        connection.query_row("SELECT seq, chain FROM log_end", [], |row| {
            Ok((row.get("seq")?, row.get("chain")?))
        })?;
    if (end, end_chain) != (seq, chain) {
        let fault = if end > seq { Fault::Missing } else { Fault::End };
        let place = Place { seq: seq + 1, change: None, formation: None, field: None };
        return Err(StoreError::Damaged(Damage { fault, place: Some(place) }));
    }
    Ok(seq)
}

/// Checks a row against the hash of the row before, and returns its own.
fn check_row(previous: &Hash, row: &LogRow) -> Result<Hash, Fault> {
    let content: Hash = row.content.as_slice().try_into().map_err(|_| Fault::Altered)?;
    let chain = chain::link(
        previous,
        &Link {
            id: &row.id,
            act: &row.act,
            formation: &row.formation,
            author: &row.author,
            at: row.at,
            replaces: &row.replaces,
            reverts: row.reverts.as_ref(),
            received: row.received,
            content: &content,
        },
    );
    if chain != row.chain.as_slice() {
        return Err(Fault::Altered);
    }
    if says(row, &content) { Ok(chain) } else { Err(Fault::ValueAltered) }
}

/// Whether a row says what it said when it was written, or was erased whole.
pub(crate) fn says(row: &LogRow, content: &Hash) -> bool {
    if row.erased {
        return row.field.as_str() == row::ERASED && row.value.is_none() && row.salt.is_none();
    }
    let salt = row.salt.as_deref().and_then(|salt| ContentSalt::try_from(salt).ok());
    salt.is_some_and(|salt| chain::content(&salt, row.field.as_str(), row.value.as_deref()) == *content)
}

/// The changes that no other replaces, as the log is read: a mark of each, with one of what it says. The words
/// themselves would take more memory, in a long log, than a small computer has.
#[derive(Default)]
struct Unreplaced {
    changes: HashMap<Mark, Mark>,
    replaced: Replaced,
}

impl Unreplaced {
    fn take(&mut self, row: &LogRow) {
        for replaced in &row.replaces {
            if self.changes.remove(&chain::mark(&[replaced.as_str()])).is_none() {
                self.replaced.note(replaced);
            }
        }
        if row.erased || self.replaced.has(&row.id) {
            return;
        }
        let says = says_now(row.formation.as_str(), row.field.as_str(), row.value.as_deref());
        self.changes.insert(chain::mark(&[row.id.as_str()]), says);
    }

    /// Compares them with the current values.
    fn compare(mut self, connection: &Connection) -> Result<(), StoreError> {
        let mut statement = connection.prepare(
            "SELECT formation.id AS formation, field.path AS path, field.change AS change, field.value AS value
             FROM field LEFT JOIN formation ON formation.key = field.formation",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let change: String = row.get("change")?;
            let (formation, path): (Option<String>, String) = (row.get("formation")?, row.get("path")?);
            let value: Option<String> = row.get("value")?;
            let says = says_now(formation.as_deref().unwrap_or_default(), &path, value.as_deref());
            if self.changes.remove(&chain::mark(&[&change])) != Some(says) {
                return Err(differs());
            }
        }
        if self.changes.is_empty() { Ok(()) } else { Err(differs()) }
    }
}

/// The mark of what a current value says; that of a cleared one is no other's.
fn says_now(formation: &str, path: &str, value: Option<&str>) -> Mark {
    match value {
        Some(value) => chain::mark(&[formation, path, value]),
        None => chain::mark(&[formation, path]),
    }
}

/// Compares the list of formations with the log and the current values.
fn compare_formations(connection: &Connection) -> Result<(), StoreError> {
    let wrong: i64 = connection.query_row(
        "WITH seen AS (SELECT formation, min(seq) AS first, max(seq) AS last FROM change GROUP BY formation),
              held AS (SELECT formation, count(DISTINCT path) AS live FROM field
                       WHERE value IS NOT NULL GROUP BY formation)
         SELECT count(*) AS wrong
         FROM formation
         LEFT JOIN seen ON seen.formation = formation.key
         LEFT JOIN held ON held.formation = formation.key
         LEFT JOIN change AS first ON first.seq = seen.first
         LEFT JOIN change AS last ON last.seq = seen.last
         WHERE formation.newest IS NOT seen.last
            OR formation.begun IS NOT first.at
            OR formation.changed IS NOT last.at
            OR formation.live <> coalesce(held.live, 0)",
        [],
        |row| row.get("wrong"),
    )?;
    if wrong == 0 { Ok(()) } else { Err(differs()) }
}

fn differs() -> StoreError {
    StoreError::Damaged(Damage { fault: Fault::Current, place: None })
}

fn missing(seq: i64) -> StoreError {
    let place = Place { seq, change: None, formation: None, field: None };
    StoreError::Damaged(Damage { fault: Fault::Missing, place: Some(place) })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::change::{Act, NewChange};

    /// Twelve changes of one field.
    fn store() -> Store {
        let mut store = Store::in_memory().unwrap();
        for number in 1..=12 {
            let act = Act::of_asha("a", number);
            let id = ChangeId::new(format!("c{number}")).unwrap();
            let change = NewChange::set(id, FieldPath::new("name").unwrap(), json!(number));
            store.append(&FormationId::new("f").unwrap(), &act, &[change]).unwrap();
        }
        store
    }

    #[test]
    fn a_log_is_followed_to_its_end() {
        let unlock = "PRAGMA foreign_keys = OFF;
                      DROP TRIGGER change_is_never_altered; DROP TRIGGER change_is_never_deleted;";
        let cases = [
            ("", None),
            ("UPDATE change SET at = 0 WHERE seq = 3", Some((Fault::Altered, 3))),
            ("UPDATE change SET at = 0 WHERE seq = 8", Some((Fault::Altered, 8))),
            ("DELETE FROM change WHERE seq = 7", Some((Fault::Missing, 7))),
            ("DELETE FROM change WHERE seq = 9", Some((Fault::Missing, 9))),
            ("DELETE FROM change WHERE seq = 12", Some((Fault::Missing, 12))),
            ("UPDATE log_end SET seq = 11", Some((Fault::End, 13))),
        ];
        for (sql, expected) in cases {
            let store = store();
            store.connection.execute_batch(&format!("{unlock} {sql}")).unwrap();
            let found = match store.verify_chain().unwrap() {
                ChainState::Whole { changes } => {
                    assert_eq!(changes, 12, "{sql}");
                    None
                }
                ChainState::Broken(damage) => Some((damage.fault, damage.place.unwrap().seq)),
            };
            assert_eq!(found, expected, "{sql}");
        }
    }
}
