//! One process at a time: a lock on a file beside the store. Must not know what is in the store.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::StoreError;
use crate::file::owner_only;

/// Takes the lock of a store. The system lets it go when the file is dropped or its process ends, however it
/// ends: the file stays, but a stale lock cannot.
pub fn take(store: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    // The store itself is not locked: on Windows that would keep SQLite out too.
    options.create(true).write(true).truncate(false);
    owner_only(&mut options);
    let file = options.open(lock_path(store))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

fn lock_path(store: &Path) -> PathBuf {
    let mut path = store.as_os_str().to_owned();
    path.push(".lock");
    path.into()
}
