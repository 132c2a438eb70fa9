//! Backups: when they are made, where they are, and a copy to a folder somebody chose.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use store::{Backup, BackupReason, Change, Checked, FormationId};

use crate::desk::Desk;
use crate::encryption;
use crate::failure::Failure;
use crate::opening::free_name;
use crate::record;
use crate::shelf::SHELF;
use crate::view::{BackupRow, BackupView, CoOpLines, NAMELESS};

const DAY: i64 = 24 * 60 * 60 * 1_000;
/// Above this length, in bytes, a store whose newest backup holds everything is not copied again while somebody waits
/// for the desk to open: the day's backup is then made when the desk closes.
pub(crate) const COPIED_AT_OPENING: u64 = 50_000_000;

impl Desk {
    /// What is due when the desk opens: the day's first backup, and the bin.
    pub(crate) fn keep_house(&mut self, copied_at_opening: u64) -> Result<(), Failure> {
        if self.ledger.store.length()? == 0 {
            return Ok(());
        }
        let now = self.host.now_ms();
        if self.is_backup_due(now)? {
            // What no backup holds is copied now, however long that takes: the last closing did not do it, because
            // the app was killed or the disk refused, and here somebody can be told.
            if self.ledger.bytes() <= copied_at_opening || self.ledger.lacked_backup() {
                self.ledger.back_up(BackupReason::Day, now).map_err(Failure::no_backup)?;
            } else {
                self.ledger.back_up_when_closing(now);
            }
            // Once a day, for it reads the history of every co-op.
            self.erase_taken_out()?;
        }
        self.empty_bin()?;
        Ok(())
    }

    /// Whether there is no backup of this day, whether the clock went on or back.
    fn is_backup_due(&self, now: i64) -> Result<bool, Failure> {
        let newest = self.ledger.backups()?.into_iter().next();
        Ok(newest.is_none_or(|backup| backup.at.div_euclid(DAY) != now.div_euclid(DAY)))
    }

    /// What is due when the desk opens on a store that is still being checked: the rest waits until it is known to be
    /// whole. A desk that is closed before makes its backup then.
    pub(crate) fn keep_house_later(&mut self) -> Result<(), Failure> {
        self.is_being_checked = true;
        let now = self.host.now_ms();
        if self.is_backup_due(now)? {
            self.ledger.back_up_when_closing(now);
        }
        Ok(())
    }

    /// Looks whether a long store has been checked by now, without waiting; what was due when the desk opened is done
    /// then. Whoever asks the desk for something again and again calls this in between.
    ///
    /// # Errors
    /// When the store was found damaged: this desk is of no use any more, and [`crate::recovery`] says what can be done.
    pub fn look_after(&mut self) -> Result<(), Failure> {
        if self.is_being_checked && self.ledger.checked()? == Checked::Whole {
            self.is_being_checked = false;
            if let Err(failure) = self.keep_house(COPIED_AT_OPENING) {
                self.notice = Some(failure);
            }
        }
        Ok(())
    }

    /// Whether nobody knows yet whether the store is whole, because it is long. Everything can be done meanwhile.
    pub fn is_being_checked(&self) -> bool {
        self.is_being_checked
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
        self.ledger.back_up(BackupReason::Asked, self.host.now_ms()).map_err(Failure::no_backup)
    }

    /// Writes a checked copy of everything to a folder, such as one on a stick, and returns the file. It is encrypted
    /// when the store is, and then has its key file beside it, which the passphrase or the recovery code opens.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn back_up_to(&self, folder: &Path) -> Result<PathBuf, Failure> {
        let path = free_name(folder, &format!("Toad Lane backup {}", self.host.today()), "store");
        // It is the chosen folder's disk that refuses, and not the one that holds the store.
        let refused = |kind: ErrorKind| Failure::files(&path, &kind.into());
        self.ledger.store.copy_to(&path).map_err(|error| match error {
            store::StoreError::File(error) => Failure::files(&path, &error),
            store::StoreError::DiskFull => refused(ErrorKind::StorageFull),
            store::StoreError::ReadOnly => refused(ErrorKind::ReadOnlyFilesystem),
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

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;

    use super::*;
    use crate::encryption::Access;
    use crate::host::tests::Clock;
    use crate::{Begin, Places};

    struct Computer {
        folder: tempfile::TempDir,
        clock: Clock,
    }

    impl Computer {
        fn new() -> Self {
            let computer = Self { folder: tempfile::tempdir().unwrap(), clock: Clock::default() };
            computer.on_day(100);
            computer
        }

        fn on_day(&self, day: i64) {
            self.clock.0.store(day * DAY, Ordering::Relaxed);
        }

        /// Opens the desk as if the store were long: whatever has more than no bytes is.
        fn open(&self) -> Desk {
            let places = Places { store: self.folder.path().to_owned() };
            let access = Access::find(&places, None).unwrap();
            Desk::open_copying(&places, Box::new(self.clock.clone()), &access, 0).unwrap()
        }

        /// The reasons and days of the backups, latest first.
        fn backups(&self) -> Vec<(BackupReason, i64)> {
            let backups = store::backups(&self.folder.path().join("toad-lane.store")).unwrap();
            backups.into_iter().map(|backup| (backup.reason, backup.at.div_euclid(DAY))).collect()
        }
    }

    fn begin(desk: &mut Desk, name: &str) -> String {
        let begin = Begin {
            coop_type: "worker".to_owned(),
            form: "clg".to_owned(),
            nation: "england".to_owned(),
            name: name.to_owned(),
        };
        desk.begin(&begin).unwrap()
    }

    #[test]
    fn a_long_store_has_a_backup_of_every_day_and_its_bin_is_emptied() {
        use BackupReason::{Day, Erase};
        let computer = Computer::new();
        let mut desk = computer.open();
        let removed = begin(&mut desk, "Westgate");
        let id = begin(&mut desk, "Northgate");
        desk.remove(&removed).unwrap();
        drop(desk);
        assert_eq!(computer.backups(), [], "on its first day there was nothing at opening");

        computer.on_day(101);
        let desk = computer.open();
        assert_eq!(computer.backups(), [(Day, 101)], "no backup holds yesterday: it is made at once");
        drop(desk);
        assert_eq!(computer.backups().len(), 1, "and is not made twice");

        computer.on_day(102);
        let mut desk = computer.open();
        assert_eq!(computer.backups().len(), 1, "everything is in yesterday's: nobody waits");
        assert_eq!(desk.notice(), None);
        let answer =
            crate::Answer { value: Some("Bread".into()), status: "agreed".to_owned(), reason: String::new() };
        desk.decide(&id, "purpose", &answer).unwrap();
        let length = desk.ledger.store.length().unwrap();
        drop(desk);
        assert_eq!(computer.backups(), [(Day, 102), (Day, 101)], "made when the desk closed");
        let newest = store::backups(&computer.folder.path().join("toad-lane.store")).unwrap().remove(0);
        assert_eq!(store::check_backup(&newest.path, None).unwrap(), length, "with the day's work in it");

        computer.on_day(103);
        drop(computer.open());
        assert_eq!(computer.backups()[0], (Day, 103), "on a day without work too");

        // Two days agree that thirty days have gone: then what is in the bin goes.
        computer.on_day(140);
        drop(computer.open());
        computer.on_day(141);
        let desk = computer.open();
        assert!(desk.bin_view().unwrap().formations.is_empty(), "the bin is emptied");
        assert_eq!(desk.desk_view().unwrap().formations.len(), 1);
        assert_eq!(computer.backups()[0], (Erase, 141));
    }

    #[test]
    fn work_that_no_closing_has_backed_up_is_backed_up_at_the_next_opening() {
        let computer = Computer::new();
        let mut desk = computer.open();
        begin(&mut desk, "Northgate");
        drop(desk);
        computer.on_day(101);
        let mut desk = computer.open();
        begin(&mut desk, "Westgate");
        let length = desk.ledger.store.length().unwrap();
        // As if the app were killed: nothing is done at closing.
        desk.ledger.forget_closing();
        drop(desk);
        assert_eq!(computer.backups().len(), 1);
        computer.on_day(102);
        let _desk = computer.open();
        let newest = store::backups(&computer.folder.path().join("toad-lane.store")).unwrap().remove(0);
        assert_eq!((newest.reason, newest.at.div_euclid(DAY)), (BackupReason::Day, 102));
        assert_eq!(store::check_backup(&newest.path, None).unwrap(), length);
    }
}
