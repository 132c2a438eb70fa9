//! One process at a time: a lock on a file beside the store. Must not know what is in the store.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::StoreError;
use crate::file::owner_only;

/// Held for as long as the store is open.
#[derive(Debug)]
pub struct Lock(File);

impl Lock {
    /// Takes the lock of a store. The system lets it go when this process ends, however it ends: the file
    /// stays, but a stale lock cannot.
    pub fn take(store: &Path) -> Result<Self, StoreError> {
        let mut options = OpenOptions::new();
        // The store itself is not locked: on Windows that would keep SQLite out too.
        options.create(true).write(true).truncate(false);
        owner_only(&mut options);
        let file = options.open(lock_path(store))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

impl Drop for Lock {
    /// Lets go expressly: closing the file is not enough while a program that this process has just started
    /// still holds its copy.
    fn drop(&mut self) {
        // Where this fails, closing the file is what remains, and comes next.
        let _ = self.0.unlock();
    }
}

fn lock_path(store: &Path) -> PathBuf {
    let mut path = store.as_os_str().to_owned();
    path.push(".lock");
    path.into()
}
