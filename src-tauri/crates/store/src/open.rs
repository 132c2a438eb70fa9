//! Opening a store, in the order that keeps what it finds unharmed: lock, look, ask, check, set, migrate. A long one is
//! checked while it is open already: see [`crate::checking`].

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, MAIN_DB, OpenFlags};

use crate::backup::{self, BackupReason};
use crate::checking::{Check, Checking};
use crate::error::StoreError;
use crate::file::{self, Found};
use crate::key::{self, Key};
use crate::lock::Lock;
use crate::sieve::Sieve;
use crate::undo::Acts;
use crate::verify::{self, ChainState, Damage, Fault};
use crate::{encrypt, restore, schema, settings};

/// Up to this length, in bytes, a store is checked whole before it is open; a longer one while it is.
const CHECKED_FIRST: u64 = 20_000_000;

/// An open store. One process at a time has it open.
#[derive(Debug)]
pub struct Store {
    // Fields are dropped in order: the check reads the file, so it ends before the connection, and the lock goes last.
    /// What is known of whether it is whole.
    pub(crate) check: Check,
    pub(crate) connection: Connection,
    /// Where it is; none in memory.
    pub(crate) path: Option<PathBuf>,
    /// What it is encrypted with; none for one that is not.
    pub(crate) key: Option<Key>,
    /// What was last read of the acts that can be undone.
    pub(crate) acts: RefCell<Acts>,
    /// What a search looks into first.
    pub(crate) sieve: Arc<Sieve>,
    _lock: Option<Lock>,
}

impl Store {
    /// Opens the store in a file; makes one where there is none, in a folder that is there. A store of an older
    /// version is backed up, then brought to today's. With a key, it is or becomes an encrypted store. A long one is
    /// open before it is known to be whole: [`Store::checked`] says so later.
    ///
    /// # Errors
    /// When it is in use, newer, no store, damaged, or cannot be written. The file is as it was then. A wrong key
    /// looks like damage: whoever keeps the key knows whether it is the right one.
    pub fn open(path: &Path, key: Option<&Key>) -> Result<Self, StoreError> {
        Self::open_with(path, key, schema::MIGRATIONS, Beginning::UnlessThereWasOne, CHECKED_FIRST)
    }

    /// The same for whoever must know first that it is whole, however long that takes.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_checked(path: &Path, key: Option<&Key>) -> Result<Self, StoreError> {
        Self::open_with(path, key, schema::MIGRATIONS, Beginning::UnlessThereWasOne, u64::MAX)
    }

    /// Opens a store that is being made beside another, and beside that one's backups.
    pub(crate) fn open_beside(path: &Path, key: Option<&Key>) -> Result<Self, StoreError> {
        Self::open_with(path, key, schema::MIGRATIONS, Beginning::Always, u64::MAX)
    }

    pub(crate) fn open_with(
        path: &Path,
        key: Option<&Key>,
        scripts: &[&str],
        beginning: Beginning,
        checked_first: u64,
    ) -> Result<Self, StoreError> {
        let lock = Lock::take(path)?;
        restore::finish(path)?;
        let newest = scripts.len() as i64;
        if file::look(path, newest, key)? == Found::Nothing {
            if beginning == Beginning::UnlessThereWasOne {
                refuse_to_begin_over(path)?;
            }
            file::make(path)?;
        }
        let mut connection = key::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        let version = schema::identify(&connection, newest)?;
        if connection.is_readonly(MAIN_DB)? {
            return Err(StoreError::ReadOnly);
        }
        // Tables are changed, and a file that was just put there is given its log, only once it is known to be whole.
        let is_checked_later =
            version == newest && file::length(path) > checked_first && settings::has_log(&connection)?;
        if version > 0 && !is_checked_later {
            verify::check_file(&connection)?;
        }
        settings::for_file(&connection)?;
        if (1..newest).contains(&version) {
            back_up_before_migration(&connection, path, key, newest)?;
        }
        schema::migrate(&mut connection, version, scripts)?;
        let sieve = Arc::new(Sieve::default());
        let check = if is_checked_later {
            Check::Running(Checking::begin(path, key, &sieve)?)
        } else {
            if let ChainState::Broken(damage) = verify::check_log(&connection)? {
                return Err(StoreError::Damaged(damage));
            }
            settings::write_the_file(&connection)?;
            if beginning == Beginning::UnlessThereWasOne {
                // Nothing of it is needed: the store is whole. Where it cannot be wiped, or the store is too long to
                // know, erasing wipes it and tells.
                let _ = encrypt::wipe_leftovers(path);
            }
            Check::Whole
        };
        let (path, key) = (Some(path.to_owned()), key.cloned());
        Ok(Self { check, connection, path, key, acts: RefCell::default(), sieve, _lock: Some(lock) })
    }

    /// Makes a store that lasts as long as this value does.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn in_memory() -> Result<Self, StoreError> {
        let mut connection = Connection::open_in_memory()?;
        settings::careful(&connection)?;
        settings::for_any(&connection)?;
        schema::migrate(&mut connection, 0, schema::MIGRATIONS)?;
        let (acts, sieve) = (RefCell::default(), Arc::default());
        Ok(Self { check: Check::Whole, connection, path: None, key: None, acts, sieve, _lock: None })
    }

    /// Closes the store and says whether that worked; dropping it does the same in silence. Where nobody knows yet
    /// whether it is whole, the write-ahead log stays beside the file.
    ///
    /// # Errors
    /// When the write-ahead log could not be put into the file. It is still there then, and nothing is lost.
    pub fn close(self) -> Result<(), StoreError> {
        if matches!(self.check, Check::Whole) {
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        }
        drop(self.check);
        self.connection.close().map_err(|(_, error)| error.into())
    }
}

/// Whether a store may be begun where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beginning {
    UnlessThereWasOne,
    Always,
}

/// Where there are backups there was a store. An empty one in its place would look as if nothing had ever been saved,
/// and SQLite deletes the log that lies beside an empty file.
fn refuse_to_begin_over(path: &Path) -> Result<(), StoreError> {
    if backup::backups(path)?.is_empty() && file::log_length(path) == 0 {
        return Ok(());
    }
    Err(StoreError::Damaged(Damage { fault: Fault::Gone, place: None }))
}

/// The clock is its caller's business, so the backup carries the time of the last change.
fn back_up_before_migration(
    connection: &Connection,
    path: &Path,
    key: Option<&Key>,
    newest: i64,
) -> Result<(), StoreError> {
    let at: Option<i64> = connection.query_row("SELECT max(changed) FROM formation", [], |row| row.get(0))?;
    backup::make(connection, path, key, BackupReason::Migration, at.unwrap_or(0), newest)?;
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod migrating;

#[cfg(test)]
mod tests {
    use rusqlite::types::Value;
    use serde_json::json;

    use super::*;
    use crate::change::{Act, NewChange};
    use crate::id::{ChangeId, FieldPath, FormationId};

    #[test]
    fn the_settings_that_keep_changes_are_on() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("store"), None).unwrap();
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

    /// What a later version might do to the tables.
    const NEXT: &str = "ALTER TABLE formation ADD COLUMN note TEXT; CREATE INDEX later ON change (author);";

    fn filled(path: &Path) -> i64 {
        let mut store = Store::open(path, None).unwrap();
        for number in 0..5 {
            let act = Act::of_asha(format!("a{number}"), 1_000 + number);
            let id = ChangeId::new(format!("c{number}")).unwrap();
            let change = NewChange::set(id, FieldPath::new("name").unwrap(), json!(number));
            store.append(&FormationId::new("f").unwrap(), &act, &[change]).unwrap();
        }
        5
    }

    #[test]
    fn an_older_store_is_backed_up_then_brought_to_the_newest_version() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let changes = filled(&path);
        let scripts = [schema::MIGRATIONS[0], NEXT];
        let store =
            Store::open_with(&path, None, &scripts, Beginning::UnlessThereWasOne, CHECKED_FIRST).unwrap();
        assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes });
        let version: i64 =
            store.connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(version, 2);
        let backups = backup::backups(&path).unwrap();
        assert_eq!(backups.len(), 1);
        assert_eq!((backups[0].reason, backups[0].at), (BackupReason::Migration, 1_004));
        assert_eq!(backup::check_backup(&backups[0].path, None).unwrap(), changes);
        drop(store);
        // The backup is of the version before: it opens with what was known then, the store no longer does.
        assert!(matches!(Store::open(&path, None), Err(StoreError::Newer { version: 2, known: 1 })));
        restore::restore(&path, &backups[0].path, None, None).unwrap();
        assert_eq!(Store::open(&path, None).unwrap().verify_chain().unwrap(), ChainState::Whole { changes });
        assert_eq!(backup::backups(&path).unwrap().len(), 1, "the newest version needs no backup to open");
    }

    #[test]
    fn a_step_that_fails_leaves_the_version_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let changes = filled(&path);
        let scripts = [schema::MIGRATIONS[0], "CREATE TABLE later (text); SELECT * FROM nowhere;"];
        assert!(
            Store::open_with(&path, None, &scripts, Beginning::UnlessThereWasOne, CHECKED_FIRST).is_err()
        );
        assert_eq!(Store::open(&path, None).unwrap().verify_chain().unwrap(), ChainState::Whole { changes });
        assert!(
            Store::open_with(
                &path,
                None,
                &[schema::MIGRATIONS[0], NEXT],
                Beginning::UnlessThereWasOne,
                CHECKED_FIRST
            )
            .is_ok()
        );
    }

    #[test]
    fn without_a_backup_nothing_is_migrated() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let changes = filled(&path);
        // Where the folder of backups should be, there is a file.
        std::fs::write(folder.path().join("backups"), b"").unwrap();
        assert!(
            Store::open_with(
                &path,
                None,
                &[schema::MIGRATIONS[0], NEXT],
                Beginning::UnlessThereWasOne,
                CHECKED_FIRST
            )
            .is_err()
        );
        assert_eq!(Store::open(&path, None).unwrap().verify_chain().unwrap(), ChainState::Whole { changes });
    }
}
