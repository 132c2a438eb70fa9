//! The tables of the store, by version. Must not know what is in them.
//!
//! A version's script is never altered once released: a change to the tables is a new script. There is no
//! way back: an older app refuses a newer store.

use rusqlite::{Connection, TransactionBehavior};

use crate::error::StoreError;

/// "TOAD": marks the file as ours, for us and for tools that name files.
pub const APPLICATION_ID: i64 = 0x544F_4144;

/// Script after script; a store of version n has had the first n.
pub const MIGRATIONS: &[&str] = &[include_str!("../migrations/0001-change-log.sql")];

/// The version that this app makes.
pub const NEWEST_VERSION: i64 = MIGRATIONS.len() as i64;

/// Finds out the version of a database, 0 for one that holds nothing yet. Reads only.
///
/// # Errors
/// When it is another program's, or of a version newer than `newest`.
pub fn identify(connection: &Connection, newest: i64) -> Result<i64, StoreError> {
    let application: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let tables: i64 =
        connection.query_row("SELECT count(*) AS tables FROM sqlite_schema", [], |row| row.get("tables"))?;
    match (application, version) {
        (APPLICATION_ID, newer) if newer > newest => Err(StoreError::Newer { version: newer, known: newest }),
        (APPLICATION_ID, 1..) => Ok(version),
        (0, 0) if tables == 0 => Ok(0),
        _ => Err(StoreError::NotAStore),
    }
}

/// Brings a database from a version to the newest of `scripts`, each step in a transaction of its own.
pub fn migrate(connection: &mut Connection, version: i64, scripts: &[&str]) -> Result<(), StoreError> {
    let done = usize::try_from(version).unwrap_or(0);
    for (step, script) in scripts.iter().enumerate().skip(done) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(script)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", step as i64 + 1)?;
        transaction.commit()?;
    }
    if done < scripts.len() {
        // The header says what the file is from now on, also to whoever looks at it from outside.
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    }
    Ok(())
}
