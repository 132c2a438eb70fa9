//! Erasing for good. Must not erase more than it is told.
//!
//! The log keeps its rows and their hashes: who changed something when, and that the chain is whole. What the
//! row said is overwritten, salt included, so that nothing can be guessed from its hash.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, TransactionBehavior, params};

use crate::backup::{self, check_backup};
use crate::encrypt;
use crate::error::StoreError;
use crate::file;
use crate::id::{FieldPath, FormationId};
use crate::key::{self, Key};
use crate::open::Store;
use crate::restore::{self, beside};
use crate::row::ERASED;
use crate::{schema, settings};

/// What to erase of a formation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Erasing<'a> {
    /// Everything it ever said.
    All,
    /// Everything one field ever said. That it was cleared stays: it holds no words, and other copies must hear of it.
    Field(&'a FieldPath),
}

/// What erasing has come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erased {
    /// How many changes of the store lost what they said.
    pub changes: usize,
    /// Files beside the store in which nothing could be erased, because they are damaged or were set aside:
    /// they may still say it, and a person must decide about them.
    pub left: Vec<PathBuf>,
}

impl Store {
    /// Erases for good what a formation, or one of its fields, ever said, here and in every backup. When it
    /// returns, the words are in no file beside the store but those it names. Waits until the store was checked.
    ///
    /// # Errors
    /// When the disk does not take it. Then it may be done in part: doing it again goes on.
    pub fn erase(&mut self, formation: &FormationId, what: Erasing<'_>) -> Result<Erased, StoreError> {
        // Erasing writes the file anew, and nobody may still read the log that is to be emptied.
        self.wait_until_checked()?;
        let mut left = Vec::new();
        // The backups first: as long as the store itself says it, whoever asks again finds it, and it goes on.
        if let Some(path) = &self.path {
            for backup in backup::backups(path)? {
                if check_backup(&backup.path, self.key.as_ref()).is_err() {
                    left.push(backup.path);
                    continue;
                }
                match erase_in_backup(&backup.path, self.key.as_ref(), formation, what) {
                    Ok(()) => {}
                    Err(StoreError::Damaged(_) | StoreError::ReadOnly) => left.push(backup.path),
                    Err(error) => return Err(error),
                }
            }
            left.extend(encrypt::wipe_leftovers(path)?);
            left.extend(restore::set_aside(path)?);
            note_unfinished(path)?;
        }
        let changes = erase_in(&mut self.connection, formation, what)?;
        if let Some(key) = self.key(formation)? {
            self.sieve.forget(key);
        }
        leave_no_traces(&self.connection)?;
        if let Some(path) = &self.path {
            fs::remove_file(unfinished(path))?;
        }
        Ok(Erased { changes, left })
    }

    /// Goes on with an erasing that was cut short after the store itself no longer said it, and returns the files in
    /// which nothing could be erased; none where no erasing was cut short there.
    ///
    /// # Errors
    /// When the disk does not take it: doing it again goes on.
    pub fn finish_erasing(&mut self) -> Result<Option<Vec<PathBuf>>, StoreError> {
        let Some(path) = self.path.clone() else { return Ok(None) };
        if !unfinished(&path).try_exists()? {
            return Ok(None);
        }
        self.wait_until_checked()?;
        leave_no_traces(&self.connection)?;
        fs::remove_file(unfinished(&path))?;
        let mut left = Vec::new();
        for backup in backup::backups(&path)? {
            if check_backup(&backup.path, self.key.as_ref()).is_err() {
                left.push(backup.path);
            }
        }
        left.extend(encrypt::wipe_leftovers(&path)?);
        left.extend(restore::set_aside(&path)?);
        Ok(Some(left))
    }
}

/// An empty file beside the store: as long as it is there, the store's file and its log may still say what was erased.
fn unfinished(store: &Path) -> PathBuf {
    beside(store, ".erasing")
}

fn note_unfinished(store: &Path) -> Result<(), StoreError> {
    let part = beside(store, ".erasing.part");
    file::make(&part)?;
    Ok(file::put_in_place(&part, &unfinished(store))?)
}

fn erase_in(
    connection: &mut Connection,
    formation: &FormationId,
    what: Erasing<'_>,
) -> Result<usize, StoreError> {
    let path = match what {
        Erasing::All => None,
        Erasing::Field(path) => Some(path.as_str()),
    };
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let id = formation.as_str();
    transaction.execute(
        "DELETE FROM field
         WHERE formation = (SELECT key FROM formation WHERE id = ?1)
           AND (?2 IS NULL OR (path = ?2 AND value IS NOT NULL))",
        params![id, path],
    )?;
    let count = transaction.execute(
        "UPDATE change SET field = ?3, value = NULL, salt = NULL, erased = 1
         WHERE formation = (SELECT key FROM formation WHERE id = ?1) AND erased = 0
           AND (?2 IS NULL OR (field = ?2 AND value IS NOT NULL))",
        params![id, path, ERASED],
    )?;
    transaction.execute(
        "UPDATE formation SET live = (
             SELECT count(DISTINCT path) FROM field
             WHERE field.formation = formation.key AND value IS NOT NULL)
         WHERE id = ?1",
        [id],
    )?;
    transaction.commit()?;
    Ok(count)
}

/// Takes what was erased out of the log beside the file, and out of the file's unused pages.
fn leave_no_traces(connection: &Connection) -> Result<(), StoreError> {
    // Before as well as after: what VACUUM moves must not come back out of the write-ahead log.
    for sql in ["PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"] {
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while rows.next()?.is_some() {}
    }
    Ok(())
}

/// Erases in a copy of the backup, found good, which takes its place once it was checked.
fn erase_in_backup(
    path: &Path,
    key: Option<&Key>,
    formation: &FormationId,
    what: Erasing<'_>,
) -> Result<(), StoreError> {
    let part = beside(path, ".part");
    file::make(&part)?;
    let written = write_erased(path, &part, key, formation, what);
    if let Err(error) = written {
        // A copy that is not finished must not stay: it says what was to be erased.
        let _ = fs::remove_file(&part);
        return Err(error);
    }
    Ok(file::put_in_place(&part, path)?)
}

fn write_erased(
    path: &Path,
    part: &Path,
    key: Option<&Key>,
    formation: &FormationId,
    what: Erasing<'_>,
) -> Result<(), StoreError> {
    fs::copy(path, part)?;
    let mut connection = key::connect_copy(part, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    settings::for_any(&connection)?;
    let version = schema::identify(&connection, schema::NEWEST_VERSION)?;
    schema::migrate(&mut connection, version, schema::MIGRATIONS)?;
    erase_in(&mut connection, formation, what)?;
    leave_no_traces(&connection)?;
    connection.close().map_err(|(_, error)| error)?;
    check_backup(part, key)?;
    File::options().write(true).open(part)?.sync_all()?;
    Ok(())
}
