//! Looking at what is left where a store is damaged: which backups are whole, and what can still be read of the file.
//! Must not alter anything, nor know how it is said.
//!
//! Each backup and each change is read for that. Of a long store it takes minutes, so it is done on a thread of its own, and
//! whoever stands before the page about damage is told what is found as it is found.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use store::{Backup, Key, StoreError};

use crate::failure::Failure;
use crate::ledger::store_file;
use crate::stop::Stop;
use crate::{encryption::Access, host::Places};

/// Up to this length in bytes, of the store with its backups, all is looked at before the page comes.
const LOOKED_AT_FIRST: u64 = 50_000_000;

/// What was found so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    /// Backups that were checked and are whole, latest first, with how many changes each holds.
    pub good: Vec<(Backup, i64)>,
    /// What can be read of the store; none until that is known.
    pub read: Option<Read>,
    /// Whether everything was looked at.
    pub is_all: bool,
    /// Why there is nothing more to look at.
    failed: Option<Failure>,
}

/// What can be read of a store.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Read {
    /// All changes that can be read.
    pub readable: usize,
    /// Those of them that came after the latest good backup.
    pub since: usize,
    /// Changes that cannot be read, as far as that can be told.
    pub lost: i64,
}

/// A look at what is left. Dropping it stops it, and waits until it has stopped: what is done about damage needs the files
/// for itself.
#[derive(Debug)]
pub struct Looking {
    stop: Stop,
    seen: Arc<Mutex<Seen>>,
    /// Whether all that there is to see was asked for.
    has_told_all: bool,
    /// None once it was waited for.
    thread: Option<JoinHandle<()>>,
}

impl Looking {
    /// Begins to look at the store in `places`; where it is short, it has all been looked at when this returns.
    ///
    /// # Errors
    /// When the thread cannot be made.
    pub(crate) fn begin(places: &Places, access: &Access) -> Result<Self, Failure> {
        Self::begin_with(places, access, LOOKED_AT_FIRST)
    }

    /// The same, where more than so many bytes are long.
    fn begin_with(places: &Places, access: &Access, looked_at_first: u64) -> Result<Self, Failure> {
        let path = store_file(&places.store);
        let is_short = length(&path) <= looked_at_first;
        let (stop, seen) = (Stop::default(), Arc::default());
        let (asked, telling, key) = (stop.clone(), Arc::clone(&seen), access.key().cloned());
        let thread = thread::Builder::new().name("look".to_owned());
        let look = move || look(&path, key.as_ref(), &asked, &telling);
        let thread = thread.spawn(look).map_err(|error| Failure::files(&places.store, &error))?;
        let mut looking = Self { stop, seen, has_told_all: false, thread: Some(thread) };
        if is_short {
            looking.wait();
        }
        Ok(looking)
    }

    /// Waits until everything was looked at.
    pub(super) fn wait(&mut self) {
        // What it found so far is told, whatever became of it.
        let _ = self.thread.take().map(JoinHandle::join);
        locked(&self.seen).is_all = true;
    }

    /// What was found so far.
    ///
    /// # Errors
    /// When the store is open elsewhere, or of a newer version: then nothing is to be recovered.
    pub(super) fn seen(&mut self) -> Result<Seen, Failure> {
        let seen = locked(&self.seen).clone();
        self.has_told_all = seen.is_all;
        seen.failed.clone().map_or(Ok(seen), Err)
    }

    /// Whether whoever asked last was told everything: whoever was not asks again.
    pub fn has_told_all(&self) -> bool {
        self.has_told_all
    }
}

impl Drop for Looking {
    fn drop(&mut self) {
        self.stop.ask();
        self.wait();
    }
}

fn locked(seen: &Mutex<Seen>) -> MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The length of a store with its backups.
fn length(store: &Path) -> u64 {
    let backups = store::backups(store).unwrap_or_default();
    let files = backups.iter().map(|backup| backup.path.as_path()).chain([store]);
    files.map(|file| fs::metadata(file).map_or(0, |metadata| metadata.len())).sum()
}

fn look(store: &Path, key: Option<&Key>, stop: &Stop, seen: &Mutex<Seen>) {
    let failed = look_at_all(store, key, stop, seen).err().map(Failure::from);
    let mut seen = locked(seen);
    (seen.failed, seen.is_all) = (failed, true);
}

/// Best first: the latest good backup, what can be read of the store, then the other backups.
fn look_at_all(store: &Path, key: Option<&Key>, stop: &Stop, seen: &Mutex<Seen>) -> Result<(), StoreError> {
    let mut backups = store::backups(store)?.into_iter();
    let mut next_good = || {
        backups.find_map(|backup| {
            let stop = stop.clone();
            let changes = store::check_backup_unless(&backup.path, key, move || stop.is_asked()).ok()?;
            Some((backup, changes))
        })
    };
    let latest = next_good();
    let held = latest.as_ref().map(|(_, changes)| *changes);
    locked(seen).good.extend(latest);
    // Counted as they are read: there may be more than there is memory for.
    let mut read = Read::default();
    read.lost = store::each_readable(store, key, &mut |change| {
        if let Some(change) = change {
            read.readable += 1;
            read.since += usize::from(held.is_none_or(|held| change.seq > held));
        }
        !stop.is_asked()
    })?;
    locked(seen).read = Some(read);
    while let Some(good) = next_good() {
        locked(seen).good.push(good);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use store::{Act, ActId, BackupReason, ChangeId, FieldPath, FormationId, NewChange, Salt, Store};

    use super::*;

    fn write(store: &mut Store, number: usize) {
        let act = Act {
            id: ActId::new(format!("a{number}")).unwrap(),
            author: String::new(),
            at: 1,
            salt: Salt::new("secret"),
            reverts: None,
        };
        let (id, field) =
            (ChangeId::new(format!("c{number}")).unwrap(), FieldPath::new(format!("f{number}")).unwrap());
        let value = json!(format!("{number:0500}"));
        store.append(&FormationId::new("f").unwrap(), &act, &[NewChange::set(id, field, value)]).unwrap();
    }

    /// Three backups, of which the last is ruined, and 30 changes since the one before, of which one is.
    fn damaged(places: &Places) {
        let file = store_file(&places.store);
        let mut store = Store::open(&file, None).unwrap();
        for number in 0..90 {
            write(&mut store, number);
            if number % 30 == 29 {
                store.back_up(BackupReason::Asked, 1).unwrap();
            }
        }
        store.close().unwrap();
        fs::write(&store::backups(&file).unwrap()[0].path, "ruined").unwrap();
        let (mut bytes, needle) = (fs::read(&file).unwrap(), format!("{:0500}", 70));
        for at in 0..bytes.len() - needle.len() {
            if bytes[at..].starts_with(needle.as_bytes()) {
                bytes[at + 3] ^= 1;
            }
        }
        fs::write(&file, bytes).unwrap();
    }

    #[test]
    fn what_is_found_is_told_best_first_until_everything_is() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places { store: folder.path().to_owned() };
        damaged(&places);
        let access = Access::find(&places, None).unwrap();
        let mut looking = Looking::begin_with(&places, &access, 0).unwrap();
        loop {
            let seen = looking.seen().unwrap();
            assert!(
                seen.read.is_none() || !seen.good.is_empty(),
                "what came since is counted from a backup on"
            );
            assert!(seen.good.len() < 2 || seen.read.is_some(), "the best backup, then what came since it");
            if looking.has_told_all() {
                break;
            }
            assert!(!seen.is_all);
            thread::yield_now();
        }
        let seen = looking.seen().unwrap();
        assert_eq!(seen.good.iter().map(|(_, changes)| *changes).collect::<Vec<_>>(), [60, 30]);
        let read = seen.read.unwrap();
        assert_eq!((read.readable, read.since, read.lost), (89, 29, 1));
        // Short, it has all been looked at at once.
        assert!(Looking::begin(&places, &access).unwrap().seen().unwrap().is_all);
    }

    #[test]
    fn who_acts_before_everything_was_looked_at_has_the_files() {
        for _ in 0..20 {
            let folder = tempfile::tempdir().unwrap();
            let places = Places { store: folder.path().to_owned() };
            damaged(&places);
            let access = Access::find(&places, None).unwrap();
            drop(Looking::begin_with(&places, &access, 0).unwrap());
            crate::recovery::restore_backup(&places, &access, 2).unwrap();
            assert_eq!(Store::open(&store_file(&places.store), None).unwrap().length().unwrap(), 60);
        }
    }
}
