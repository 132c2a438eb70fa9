//! Putting a store back to a backup. Must not delete what was there: it is set aside under another name.
//!
//! The new file is complete and checked beside the store before anything is moved. From then on the restore is
//! finished whatever happens: a process killed in between leaves a file that the next opening takes over.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::backup;
use crate::encrypt;
use crate::error::StoreError;
use crate::file;
use crate::key::{self, Key};
use crate::lock::Lock;

/// What the checked copy is called until it takes the store's place.
const READY: &str = ".restoring";
/// What the file that was there is called from then on, with a number behind.
const ASIDE: &str = ".set-aside-";

/// Puts the store in `store`, which nobody may have open, back to a backup; returns where the file that was there
/// is now, if there was one. With a `key` the store is encrypted, whether the backup was or not; `backup_key` is that
/// of the backup, if it needs one.
///
/// # Errors
/// When the store is open, or the backup is not good: then nothing was moved. When there is no room for a copy.
pub fn restore(
    store: &Path,
    backup: &Path,
    backup_key: Option<&Key>,
    key: Option<&Key>,
) -> Result<Option<PathBuf>, StoreError> {
    let _lock = Lock::take(store)?;
    finish(store)?;
    backup::check_backup(backup, backup_key)?;
    let part = beside(store, ".restoring.part");
    if let Err(error) = take_copy(backup, backup_key, &part, key) {
        // Not complete, so nothing takes it for a store.
        let _ = fs::remove_file(&part);
        return Err(error);
    }
    file::put_in_place(&part, &beside(store, READY))?;
    finish(store)
}

/// Copies a backup, under the key if there is one, and checks the copy.
pub(crate) fn take_copy(
    backup: &Path,
    backup_key: Option<&Key>,
    to: &Path,
    key: Option<&Key>,
) -> Result<(), StoreError> {
    if key::of_file(backup, backup_key)? != key {
        return encrypt::rewrite(backup, backup_key, to, key);
    }
    file::make(to)?;
    fs::copy(backup, to)?;
    File::options().write(true).open(to)?.sync_all()?;
    backup::check_backup(to, key)?;
    Ok(())
}

/// Puts a new store, whole and closed, in the place of the one in `store`, as [`restore`] does.
pub(crate) fn replace(store: &Path, with: &Path) -> Result<Option<PathBuf>, StoreError> {
    file::put_in_place(with, &beside(store, READY))?;
    finish(store)
}

/// Goes on with a restore that was cut short, if one was; the lock is held.
pub(crate) fn finish(store: &Path) -> Result<Option<PathBuf>, StoreError> {
    let ready = beside(store, READY);
    if !ready.exists() {
        return Ok(None);
    }
    let aside = free_name(store);
    // The log goes first: a store that takes its place must never meet the log of another.
    for ending in ["-wal", "-shm"] {
        rename_if_there(&beside(store, ending), &beside(&aside, ending))?;
    }
    let was_there = rename_if_there(store, &aside)?;
    file::put_in_place(&ready, store)?;
    Ok(was_there.then_some(aside))
}

/// Returns the files that restores and salvages have set aside.
///
/// # Errors
/// When the folder cannot be read.
pub fn set_aside(store: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let Some((folder, name)) = store.parent().zip(store.file_name()) else { return Ok(Vec::new()) };
    let mut beginning = name.to_owned();
    beginning.push(ASIDE);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(beginning.as_encoded_bytes()) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn free_name(store: &Path) -> PathBuf {
    let names = (1_u32..).map(|number| beside(store, &format!("{ASIDE}{number}")));
    names.into_iter().find(|name| !name.exists()).unwrap_or_else(|| beside(store, ASIDE))
}

fn rename_if_there(from: &Path, to: &Path) -> Result<bool, StoreError> {
    match fs::rename(from, to) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

pub(crate) fn beside(store: &Path, ending: &str) -> PathBuf {
    let mut path = OsString::from(store);
    path.push(ending);
    path.into()
}
