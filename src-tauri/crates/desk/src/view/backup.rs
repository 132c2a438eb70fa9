//! Backups, and what can be done about a damaged store.

use crate::failure::Failure;

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupRow {
    /// Its number, by which acts name it.
    pub number: u64,
    /// "24 November 2026, 14:02".
    pub made: String,
    /// Why it was made, in words.
    pub why: String,
    /// How many changes it holds; none when it cannot be read.
    pub changes: Option<i64>,
}

/// What going back to a backup would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupView {
    /// The backup.
    pub backup: BackupRow,
    /// Changes that are there now and not in the backup, by co-op.
    pub gone: Vec<CoOpLines>,
    /// Changes that are in the backup and not there now, by co-op.
    pub back: Vec<CoOpLines>,
}

/// So many changes of one co-op.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoOpLines {
    /// Its name.
    pub name: String,
    /// How many changes.
    pub changes: usize,
}

/// What can be done about a store that cannot be opened, best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveryView {
    /// What is wrong with it; none when it opens.
    pub wrong: Option<Failure>,
    /// Backups that were checked and are whole, latest first.
    pub backups: Vec<BackupRow>,
    /// Whether it is known by now what can be read: the three numbers below say nothing before.
    pub is_counted: bool,
    /// Changes made since the latest of them that can still be read.
    pub since: usize,
    /// All changes that can still be read.
    pub readable: usize,
    /// Changes that cannot, as far as that can be told.
    pub lost: i64,
    /// Whether all backups were checked, and everything was read: more may be found otherwise.
    pub is_all: bool,
    /// What to do, a sentence or two for each way that is open.
    pub ways: Vec<String>,
}
