//! Backups: when they are made, where they are, and a copy to a folder somebody chose.

use std::path::{Path, PathBuf};

use store::{Backup, BackupReason};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::view::BackupRow;

const DAY: i64 = 24 * 60 * 60 * 1_000;
/// Above this length, in bytes, a store is not copied while somebody waits for the desk to open.
const COPIED_AT_OPENING: u64 = 50_000_000;

impl Desk {
    /// What is due when the desk opens: the day's first backup, and the bin.
    pub(crate) fn keep_house(&mut self) -> Result<(), Failure> {
        if self.ledger.store.length()? == 0 || self.ledger.bytes() > COPIED_AT_OPENING {
            return Ok(());
        }
        let now = self.host.now_ms();
        let newest = self.ledger.backups()?.into_iter().next();
        // Another day, whether the clock went on or back.
        if newest.is_none_or(|backup| backup.at.div_euclid(DAY) != now.div_euclid(DAY)) {
            self.ledger.back_up(BackupReason::Day, now)?;
        }
        self.empty_bin()?;
        Ok(())
    }

    /// Says what could not be done when the desk was opened, such as the day's backup.
    pub fn notice(&self) -> Option<&Failure> {
        self.notice.as_ref()
    }

    /// Makes a backup now.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn back_up(&mut self) -> Result<(), Failure> {
        Ok(self.ledger.back_up(BackupReason::Asked, self.host.now_ms())?)
    }

    /// Writes a checked copy of everything to a folder, such as one on a stick, and returns the file. It is not
    /// encrypted.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn back_up_to(&self, folder: &Path) -> Result<PathBuf, Failure> {
        let today = self.host.today();
        let names = (1_u32..).map(|number| match number {
            1 => format!("Toad Lane backup {today}.store"),
            number => format!("Toad Lane backup {today} ({number}).store"),
        });
        let path = names.map(|name| folder.join(name)).find(|path| !path.exists());
        let path = path.unwrap_or_else(|| folder.to_owned());
        self.ledger.store.copy_to(&path).map_err(|error| match error {
            store::StoreError::File(error) => Failure::files(&path, &error),
            other => other.into(),
        })?;
        Ok(path)
    }

    /// Returns the backups, latest first.
    ///
    /// # Errors
    /// When their folder cannot be read.
    pub fn backups_view(&self) -> Result<Vec<BackupRow>, Failure> {
        let when = |ms| self.host.date_and_time(ms);
        Ok(self.ledger.backups()?.iter().map(|backup| row(backup, &when)).collect())
    }
}

/// Returns a backup as lists show it.
pub(crate) fn row(backup: &Backup, when: &dyn Fn(i64) -> String) -> BackupRow {
    let why = match backup.reason {
        BackupReason::Day => "the first opening of that day",
        BackupReason::Edits => "after many changes",
        BackupReason::Migration => "before a newer version changed the file",
        BackupReason::Import => "before another copy came in",
        BackupReason::Erase => "before something was erased",
        BackupReason::Restore => "before an earlier backup was put back",
        BackupReason::Asked => "because somebody asked for it",
    };
    BackupRow {
        number: backup.number,
        made: when(backup.at),
        why: why.to_owned(),
        changes: store::changes_in(&backup.path).ok(),
    }
}
