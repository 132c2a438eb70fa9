//! Backups: when they are made, where they are, and a copy to a folder somebody chose.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use store::{Backup, BackupReason, Change, FormationId};

use crate::desk::Desk;
use crate::encryption;
use crate::failure::Failure;
use crate::opening::free_name;
use crate::record;
use crate::shelf::SHELF;
use crate::view::{BackupRow, BackupView, CoOpLines, NAMELESS};

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
            // Once a day, for it reads the history of every co-op.
            self.erase_taken_out()?;
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

    /// Writes a checked copy of everything to a folder, such as one on a stick, and returns the file. It is encrypted
    /// when the store is, and then has its key file beside it, which the passphrase or the recovery code opens.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn back_up_to(&self, folder: &Path) -> Result<PathBuf, Failure> {
        let path = free_name(folder, &format!("Toad Lane backup {}", self.host.today()), "store");
        self.ledger.store.copy_to(&path).map_err(|error| match error {
            store::StoreError::File(error) => Failure::files(&path, &error),
            other => other.into(),
        })?;
        encryption::carry_to(self.ledger.folder(), &path)?;
        Ok(path)
    }

    /// Returns the backups, latest first.
    ///
    /// # Errors
    /// When their folder cannot be read.
    pub fn backups_view(&self) -> Result<Vec<BackupRow>, Failure> {
        let when = |ms| self.host.date_and_time(ms);
        let backups = self.ledger.backups()?;
        Ok(backups.iter().map(|backup| row(backup, self.ledger.changes_in(backup), &when)).collect())
    }
}

impl Desk {
    /// Says what going back to a backup would change.
    ///
    /// # Errors
    /// When there is no such backup, or it cannot be read.
    pub fn backup_view(&self, number: u64) -> Result<BackupView, Failure> {
        let backups = self.ledger.backups()?;
        let backup = backups.iter().find(|backup| backup.number == number);
        let backup = backup.ok_or_else(|| Failure::not_found("That backup"))?;
        let then = self.ledger.read_backup(backup)?;
        let mut now = Vec::new();
        // The shelf is no co-op, and is put back with them.
        let all = self.ledger.all_formations()?.into_iter().map(|(id, _)| id);
        for id in all.chain([SHELF.to_owned()]) {
            let formation = FormationId::new(&id).map_err(store::StoreError::from)?;
            now.extend(self.ledger.store.history(&formation, None, usize::MAX)?);
        }
        let name = |formation: &FormationId| self.name_in(&then, formation);
        let when = |ms| self.host.date_and_time(ms);
        Ok(BackupView {
            backup: row(backup, self.ledger.changes_in(backup), &when),
            gone: only_in(&now, &then, &name),
            back: only_in(&then, &now, &name),
        })
    }

    /// The name of a co-op as it is now, or else as a backup last had it.
    fn name_in(&self, changes: &[Change], formation: &FormationId) -> String {
        if formation.as_str() == SHELF {
            return "Rules of sponsoring bodies".to_owned();
        }
        let path = record::decision_path("name");
        let fields = self.ledger.fields(formation.as_str()).unwrap_or_default();
        let value = fields.get(&path).cloned().or_else(|| {
            let mut all = changes.iter().rev();
            all.find(|one| one.formation == *formation && one.field.as_str() == path)?.value.clone()
        });
        let name = value.as_ref().and_then(|json| json.get("value")?.as_str());
        name.unwrap_or(NAMELESS).to_owned()
    }
}

/// The changes that one log has and another has not, counted for each co-op.
fn only_in(one: &[Change], other: &[Change], name: &dyn Fn(&FormationId) -> String) -> Vec<CoOpLines> {
    let known: BTreeSet<&str> = other.iter().map(|change| change.id.as_str()).collect();
    let mut counts: BTreeMap<&FormationId, usize> = BTreeMap::new();
    for change in one.iter().filter(|change| !known.contains(change.id.as_str())) {
        *counts.entry(&change.formation).or_default() += 1;
    }
    counts.into_iter().map(|(formation, changes)| CoOpLines { name: name(formation), changes }).collect()
}

/// Returns a backup as lists show it.
pub(crate) fn row(backup: &Backup, changes: Option<i64>, when: &dyn Fn(i64) -> String) -> BackupRow {
    let why = match backup.reason {
        BackupReason::Day => "the first opening of that day",
        BackupReason::Edits => "after many changes",
        BackupReason::Migration => "before a newer version changed the file",
        BackupReason::Import => "before another copy came in",
        BackupReason::Erase => "before something was erased",
        BackupReason::Restore => "before an earlier backup was put back",
        BackupReason::Asked => "because somebody asked for it",
    };
    BackupRow { number: backup.number, made: when(backup.at), why: why.to_owned(), changes }
}
