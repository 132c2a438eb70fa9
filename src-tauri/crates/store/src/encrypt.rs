//! Encrypting a store and its backups, and taking the encryption off again. Must not know passphrases.
//!
//! Each file is written anew and checked before it takes the old one's place; the old one is overwritten. Doing it
//! again goes on where it was cut short: a file tells by its first bytes what it is.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::OpenFlags;

use crate::error::StoreError;
use crate::file;
use crate::key::{self, Key};
use crate::lock::Lock;
use crate::restore::beside;
use crate::{backup, restore, schema, settings};

/// What a new file is called until it was checked.
const UNFINISHED: &str = ".part";
/// What the old file is called until it is overwritten.
const BEFORE: &str = ".before";

/// What the files are to be from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Encrypted,
    Plain,
}

impl Target {
    fn is_met(self, path: &Path) -> Result<bool, StoreError> {
        // An empty file says nothing yet, and is made with the key when it is opened.
        let is_empty = fs::metadata(path).is_ok_and(|metadata| metadata.len() == 0);
        Ok(is_empty || !path.exists() || file::is_plain(path)? == (self == Self::Plain))
    }
}

/// Encrypts the store in `store`, which nobody may have open, and its backups; returns the files beside it that
/// stay readable without the key, because they are damaged or were set aside. What is encrypted already stays
/// as it is.
///
/// # Errors
/// When the store is open or damaged, or there is no room. Then doing it again goes on.
pub fn encrypt(store: &Path, key: &Key) -> Result<Vec<PathBuf>, StoreError> {
    convert_all(store, key, Target::Encrypted)
}

/// Takes the encryption off the store in `store`, which nobody may have open, and off its backups; returns the
/// files that cannot be read without the key, because they are damaged or were set aside.
///
/// # Errors
/// As [`encrypt`].
pub fn decrypt(store: &Path, key: &Key) -> Result<Vec<PathBuf>, StoreError> {
    convert_all(store, key, Target::Plain)
}

/// Whether nothing of a store and its backups is left to [`encrypt`].
///
/// # Errors
/// When a file cannot be read.
pub fn is_encrypted(store: &Path) -> Result<bool, StoreError> {
    Ok(Target::Encrypted.is_met(store)? && leftovers(store)?.is_empty())
}

fn convert_all(store: &Path, key: &Key, target: Target) -> Result<Vec<PathBuf>, StoreError> {
    let _lock = Lock::take(store)?;
    restore::finish(store)?;
    convert(store, key, target)?;
    for leftover in leftovers(store)? {
        file::wipe(&leftover)?;
    }
    let mut left = Vec::new();
    for path in backup::files(store)? {
        match convert(&path, key, target) {
            Ok(()) => {}
            // No room for one is no room for the next, and is told.
            Err(error @ (StoreError::DiskFull | StoreError::ReadOnly)) => return Err(error),
            Err(_) => left.push(path),
        }
    }
    for path in restore::set_aside(store)? {
        if !target.is_met(&path)? || target == Target::Encrypted && is_log_of_plain(&path)? {
            left.push(path);
        }
    }
    Ok(left)
}

/// The log of a plain store has no header of a store, and its pages are plain.
fn is_log_of_plain(path: &Path) -> Result<bool, StoreError> {
    let name = path.as_os_str().to_string_lossy();
    Ok(match name.strip_suffix("-wal") {
        Some(of) => Path::new(of).exists() && file::is_plain(Path::new(of))?,
        None => false,
    })
}

/// Files of ours that a process which was killed left beside the store and its backups.
fn leftovers(store: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let endings =
        [UNFINISHED, ".restoring.part", ".salvaged", ".salvaged-wal", ".salvaged-shm", ".salvaged.lock"];
    let mut found: Vec<_> = endings.iter().map(|ending| beside(store, ending)).collect();
    found.extend(backup::unfinished(store)?);
    found.retain(|path| fs::symlink_metadata(path).is_ok_and(|found| found.is_file()));
    Ok(found)
}

/// Wipes what processes that were killed left beside a store, whose lock is held, and beside its backups: whole copies
/// may be among it, which say what was erased since. Returns the files that could not be wiped.
pub(crate) fn wipe_leftovers(store: &Path) -> Result<Vec<PathBuf>, StoreError> {
    Ok(leftovers(store)?.into_iter().filter(|leftover| file::wipe(leftover).is_err()).collect())
}

/// Writes a store's file or a backup anew, with the key or without.
fn convert(path: &Path, key: &Key, target: Target) -> Result<(), StoreError> {
    let before = beside(path, BEFORE);
    if !path.exists() && before.exists() {
        // Killed between the two renames below.
        file::put_in_place(&before, path)?;
    }
    if !target.is_met(path)? {
        let part = beside(path, UNFINISHED);
        let new_key = (target == Target::Encrypted).then_some(key);
        if let Err(error) = rewrite(path, Some(key), &part, new_key) {
            file::wipe(&part)?;
            return Err(error);
        }
        file::put_in_place(path, &before)?;
        file::put_in_place(&part, path)?;
    }
    Ok(file::wipe(&before)?)
}

/// Writes a checked copy of a store's file, whatever it is encrypted with, under another key or none; `key` is that
/// of the file, if it needs one.
pub(crate) fn rewrite(
    path: &Path,
    key: Option<&Key>,
    to: &Path,
    new_key: Option<&Key>,
) -> Result<(), StoreError> {
    let changes = backup::check_backup(path, key)?;
    file::wipe(to)?;
    // Made by us first, so that nobody else may read it at any moment.
    file::make(to)?;
    let name = to.to_str().ok_or_else(|| std::io::Error::from(std::io::ErrorKind::InvalidFilename))?;
    let connection = key::connect_copy(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    let version = schema::identify(&connection, schema::NEWEST_VERSION)?;
    let literal = new_key.map(Key::literal);
    let literal = literal.as_ref().map_or("", |literal| literal.as_str());
    connection.execute("ATTACH ?1 AS copy KEY ?2", [name, literal])?;
    connection.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(()))?;
    // The tables alone were copied.
    connection.pragma_update(Some("copy"), "application_id", schema::APPLICATION_ID)?;
    connection.pragma_update(Some("copy"), "user_version", version)?;
    connection.execute_batch("DETACH copy")?;
    // The log of the old file goes into it, so that it stays behind nowhere.
    settings::write_the_file(&connection)?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    connection.close().map_err(|(_, error)| error)?;
    if backup::check_backup(to, new_key)? != changes {
        return Err(std::io::Error::other("the copy is not the same").into());
    }
    Ok(fs::File::options().write(true).open(to)?.sync_all()?)
}
