//! Opening a store, in the order that keeps what it finds unharmed: lock, look, ask, check, set, migrate.

use std::path::Path;

use rusqlite::{Connection, MAIN_DB, OpenFlags};

use crate::error::StoreError;
use crate::file::{self, Found};
use crate::lock::Lock;
use crate::verify::{self, ChainState, Scope};
use crate::{schema, settings};

/// Up to this length a store is checked whole when it is opened; of a longer one, the end of the log is.
const CHECKED_WHOLE: u64 = 20_000_000;
/// How many changes at the end of a long log are checked.
const CHECKED_END: i64 = 1_000;

/// An open store. One process at a time has it open.
#[derive(Debug)]
pub struct Store {
    // Before the lock: fields are dropped in order, and the lock is to go last.
    pub(crate) connection: Connection,
    _lock: Option<Lock>,
}

impl Store {
    /// Opens the store in a file; makes one where there is none, in a folder that is there.
    ///
    /// # Errors
    /// When it is in use, newer, no store, damaged, or cannot be written. The file is as it was then.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let lock = Lock::take(path)?;
        if file::look(path)? == Found::Nothing {
            file::make(path)?;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags)?;
        settings::careful(&connection)?;
        let version = schema::identify(&connection)?;
        if connection.is_readonly(MAIN_DB)? {
            return Err(StoreError::ReadOnly);
        }
        let is_short = file::length(path) <= CHECKED_WHOLE;
        if version > 0 && is_short {
            verify::check_file(&connection)?;
        }
        settings::for_file(&connection)?;
        schema::migrate(&mut connection, version)?;
        let scope = if is_short { Scope::Whole } else { Scope::End(CHECKED_END) };
        if let ChainState::Broken(damage) = verify::check_log(&connection, scope)? {
            return Err(StoreError::Damaged(damage));
        }
        settings::tidy_on_close(&connection)?;
        Ok(Self { connection, _lock: Some(lock) })
    }

    /// Makes a store that lasts as long as this value does.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        settings::careful(&connection)?;
        settings::for_any(&connection)?;
        schema::migrate(&mut connection, 0)?;
        Ok(Self { connection, _lock: None })
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::types::Value;

    use super::*;

    #[test]
    fn the_settings_that_keep_changes_are_on() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("store")).unwrap();
        let expected = [
            ("journal_mode", Value::Text("wal".to_owned())),
            ("synchronous", Value::Integer(2)),
            ("foreign_keys", Value::Integer(1)),
            ("secure_delete", Value::Integer(1)),
            ("trusted_schema", Value::Integer(0)),
            ("cell_size_check", Value::Integer(1)),
            ("fullfsync", Value::Integer(1)),
            ("checkpoint_fullfsync", Value::Integer(1)),
            ("temp_store", Value::Integer(2)),
            ("mmap_size", Value::Integer(0)),
        ];
        for (setting, value) in expected {
            let taken: Value = store.connection.pragma_query_value(None, setting, |row| row.get(0)).unwrap();
            assert_eq!(taken, value, "{setting}");
        }
    }
}
