//! How SQLite is to keep the store. Must not know what is in it.

use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::types::Value;

use crate::error::StoreError;

/// How long to wait for a program that has the store open all the same, such as a backup tool.
const PATIENCE: Duration = Duration::from_secs(2);
/// Statements kept ready; more than the store has.
const STATEMENTS: usize = 48;
/// After so many steps of SQLite's it is asked whether to stop: a millisecond of work or so.
const STEPS: i32 = 10_000;
/// After so many pages the log is put into the file: SQLite's own measure.
const LOG_PAGES: &str = "1000";

/// Settings of the connection, each read back after it was set.
const SETTINGS: &[(&str, &str)] = &[
    // A commit has reached the disk when it returns.
    ("synchronous", "2"),
    ("fullfsync", "1"),
    ("checkpoint_fullfsync", "1"),
    ("foreign_keys", "1"),
    // What is erased is overwritten.
    ("secure_delete", "1"),
    // Nothing personal in temporary files.
    ("temp_store", "2"),
    // The file may be damaged, or somebody may have put something into it.
    ("trusted_schema", "0"),
    ("cell_size_check", "1"),
];

/// What has to be in place before the first look into a file: looking must not alter it.
pub fn careful(connection: &Connection) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // A statement that is kept ready stays as it is, whatever it is asked with: otherwise SQLite plans many anew each time.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}

/// Whether a file is one that is written through a log already.
pub fn has_log(connection: &Connection) -> Result<bool, StoreError> {
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    Ok(mode == "wal")
}

/// Settings for a store in a file. What is written goes into the log, and no further: see [`write_the_file`].
pub fn for_file(connection: &Connection) -> Result<(), StoreError> {
    // Through a map of the file, a failing disk would end the process instead of giving an error.
    set(connection, "mmap_size", "0")?;
    set(connection, "journal_mode", "wal")?;
    set(connection, "wal_autocheckpoint", "0")?;
    for_any(connection)
}

/// Settings for any store.
pub fn for_any(connection: &Connection) -> Result<(), StoreError> {
    SETTINGS.iter().try_for_each(|(name, value)| set(connection, name, value))
}

/// Puts the log into the file when it has this many pages, and when the store closes. Only a store found good gets that.
pub fn write_the_file(connection: &Connection) -> Result<(), StoreError> {
    set(connection, "wal_autocheckpoint", LOG_PAGES)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// Has whatever a connection is asked end with an error once `stop` says so.
pub fn stop_when(
    connection: &mut Connection,
    stop: impl FnMut() -> bool + Send + 'static,
) -> Result<(), StoreError> {
    Ok(connection.progress_handler(STEPS, Some(stop))?)
}

/// Sets and reads back: SQLite passes over in silence what it cannot do.
fn set(connection: &Connection, name: &'static str, value: &str) -> Result<(), StoreError> {
    connection.execute_batch(&format!("PRAGMA {name} = {value}"))?;
    let taken: Value = connection.pragma_query_value(None, name, |row| row.get(0))?;
    let is_taken = match taken {
        Value::Text(text) => text == value,
        Value::Integer(number) => number.to_string() == value,
        _ => false,
    };
    if is_taken { Ok(()) } else { Err(StoreError::Setting { setting: name }) }
}
