//! The desk's side of the store: fields by path, acts with ids.

use std::collections::BTreeMap;
use std::path::{Path as FilePath, PathBuf};

use serde_json::Value as Json;
use store::{
    Act, ActId, Backup, BackupReason, Change, ChangeId, Checked, FieldPath, FormationId, Key, NewChange,
    Salt, Store, StoreError,
};

use crate::record::{self, Path};
use crate::shelf::SHELF;

/// The store's file inside its folder.
const FILE: &str = "toad-lane.store";

/// So many changes after the last backup, closing makes another.
const BACKED_UP_AFTER: i64 = 50;

/// Where the log beside a long store has more bytes than this, closing waits until the store was checked. Whoever works for
/// minutes at a time would otherwise leave a log that grows from day to day.
const LONGEST_LOG: u64 = 100_000_000;

/// Returns the store's file inside its folder.
pub(crate) fn store_file(folder: &FilePath) -> PathBuf {
    folder.join(FILE)
}

/// The change log of every formation.
pub(crate) struct Ledger {
    pub(crate) store: Store,
    path: PathBuf,
    /// What the store and its backups are encrypted with; none when they are not.
    key: Option<Key>,
    /// How long the log was at the last backup.
    backed_up: i64,
    /// Whether there were changes, when the desk was opened, that no backup held.
    lacked_backup: bool,
    /// When the last act was, for the backup that closing makes.
    last_at: i64,
    /// When the desk was opened, where the day's backup was put off until it closes.
    put_off: Option<i64>,
}

/// What one act writes: new ids come from the host, so that the store makes none.
pub(crate) struct Entry {
    /// The act's id.
    pub act: String,
    /// A secret that keeps the hashes of its values from being guessed.
    pub secret: String,
    /// Who.
    pub author: String,
    /// When, in milliseconds since 1970, UTC.
    pub at_ms: i64,
    /// The act that this one undoes or does again.
    pub reverts: Option<ActId>,
    /// The changes: a new id, the field, and what it holds from now on; none clears it.
    pub changes: Vec<(String, Path, Option<Json>)>,
}

impl Ledger {
    pub(crate) fn open(folder: &FilePath, key: Option<&Key>) -> Result<Self, StoreError> {
        std::fs::create_dir_all(folder).map_err(StoreError::File)?;
        let path = store_file(folder);
        let store = Store::open(&path, key)?;
        let newest = store::backups(&path)?.into_iter().next();
        // A backup that cannot be read does not count.
        let backed_up = newest.and_then(|backup| store::changes_in(&backup.path, key).ok()).unwrap_or(0);
        let lacked_backup = store.length()? != backed_up;
        Ok(Self { store, path, key: key.cloned(), backed_up, lacked_backup, last_at: 0, put_off: None })
    }

    /// Returns the store's folder.
    pub(crate) fn folder(&self) -> &FilePath {
        self.path.parent().unwrap_or(FilePath::new("."))
    }

    /// Returns the backups, latest first.
    pub(crate) fn backups(&self) -> Result<Vec<Backup>, StoreError> {
        store::backups(&self.path)
    }

    /// Whether the store is encrypted.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.key.is_some()
    }

    /// Returns how many changes a backup says it holds; none when it cannot be read.
    pub(crate) fn changes_in(&self, backup: &Backup) -> Option<i64> {
        store::changes_in(&backup.path, self.key.as_ref()).ok()
    }

    /// Whether a backup holds all of these changes; one that cannot be read does not.
    pub(crate) fn holds(&self, backup: &Backup, changes: &[Change]) -> bool {
        let holds = |one: &Change| store::holds_change(&backup.path, self.key.as_ref(), &one.id);
        changes.iter().all(|one| holds(one).unwrap_or(false))
    }

    /// Reads the changes of a backup, oldest first, once it is found good.
    pub(crate) fn read_backup(&self, backup: &Backup) -> Result<Vec<Change>, StoreError> {
        store::read_backup(&backup.path, self.key.as_ref())
    }

    /// Makes a backup.
    pub(crate) fn back_up(&mut self, reason: BackupReason, now: i64) -> Result<(), StoreError> {
        self.store.back_up(reason, now)?;
        self.backed_up = self.store.length()?;
        self.put_off = None;
        Ok(())
    }

    /// Puts the day's backup off until the desk closes; `now` is when it was due.
    pub(crate) fn back_up_when_closing(&mut self, now: i64) {
        self.put_off = Some(now);
    }

    /// Whether there were changes, when the desk was opened, that the newest backup did not hold.
    pub(crate) fn lacked_backup(&self) -> bool {
        self.lacked_backup
    }

    /// Whether the store is known to be whole: a long one is open before that.
    pub(crate) fn checked(&mut self) -> Result<Checked, StoreError> {
        self.store.checked()
    }

    /// Returns the length of the store's file.
    pub(crate) fn bytes(&self) -> u64 {
        std::fs::metadata(&self.path).map_or(0, |metadata| metadata.len())
    }

    /// Returns each formation's id and when it was last changed, latest first; those in the bin are not there.
    pub(crate) fn formations(&self) -> Result<Vec<(String, i64)>, StoreError> {
        let removed = self.store.field_of_all(&FieldPath::new(record::REMOVED)?)?;
        let rows = self.store.formations()?.into_iter();
        let rows = rows.filter(|row| !removed.contains_key(&row.id) && row.id.as_str() != SHELF);
        Ok(rows.map(|row| (row.id.into_string(), row.changed)).collect())
    }

    /// Returns the same with those in the bin.
    pub(crate) fn all_formations(&self) -> Result<Vec<(String, i64)>, StoreError> {
        let rows = self.store.formations()?.into_iter().filter(|row| row.id.as_str() != SHELF);
        Ok(rows.map(|row| (row.id.into_string(), row.changed)).collect())
    }

    /// Returns what a formation's fields hold; nothing for one that is not there.
    pub(crate) fn fields(&self, id: &str) -> Result<BTreeMap<Path, Json>, StoreError> {
        let fields = self.store.fields(&FormationId::new(id)?)?;
        Ok(fields.into_iter().map(|(path, value)| (path.into_string(), value)).collect())
    }

    /// Writes an act; when this returns, it is on the disk.
    pub(crate) fn write(&mut self, id: &str, entry: Entry) -> Result<(), StoreError> {
        let act = Act {
            id: ActId::new(entry.act)?,
            author: entry.author,
            at: entry.at_ms,
            salt: Salt::new(entry.secret),
            reverts: entry.reverts,
        };
        let changes = entry
            .changes
            .into_iter()
            .map(|(id, path, value)| {
                let (id, field) = (ChangeId::new(id)?, FieldPath::new(path)?);
                Ok(NewChange { id, field, value, replaces: None })
            })
            .collect::<Result<Vec<_>, StoreError>>()?;
        self.last_at = act.at;
        self.store.append(&FormationId::new(id)?, &act, &changes)?;
        Ok(())
    }
}

impl Drop for Ledger {
    /// Closing makes the day's backup where opening put it off, and one after a busy session. Nobody is there any more
    /// to be told if it fails: the day's next opening makes one too, and says so. So it does where the store turns out to
    /// be damaged.
    fn drop(&mut self) {
        let _ = self.store.bound_the_log(LONGEST_LOG);
        let length = self.store.length().unwrap_or(0);
        let is_busy = self.last_at != 0 && length - self.backed_up >= BACKED_UP_AFTER;
        if let Some(due) = self.put_off {
            let at = if self.last_at == 0 { due } else { self.last_at };
            let _ = self.store.back_up(BackupReason::Day, at);
        } else if is_busy {
            let _ = self.store.back_up(BackupReason::Edits, self.last_at);
        }
    }
}

#[cfg(test)]
impl Ledger {
    /// Lets closing do nothing, as if the process were killed.
    pub(crate) fn forget_closing(&mut self) {
        (self.last_at, self.put_off) = (0, None);
    }
}
