//! Backups: whole, checked copies beside the store. Must not know when one is due: its caller has the clock.
//!
//! A backup is a store of its own in one file, without a write-ahead log: it opens on a read-only disk. It counts
//! as one only after it was opened again and every hash in it was checked. Backups are numbered: their order goes
//! by the number, never by a clock.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::file;
use crate::id::ChangeId;
use crate::key::{self, Key};
use crate::open::Store;
use crate::verify::{self, ChainState};
use crate::{schema, settings};

/// How many backups are kept.
const KEPT: usize = 10;
/// Of so many last days, the newest backup is among them, however many were made since.
const KEPT_DAYS: usize = 7;
const DAY: i64 = 24 * 60 * 60 * 1_000;
/// How long a backup is kept, in milliseconds: 30 days. They hold personal data.
pub const KEPT_FOR: i64 = 30 * 24 * 60 * 60 * 1_000;
const ENDING: &str = ".store";
/// What a copy ends with until it is known to be good.
const UNFINISHED: &str = ".part";

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupReason {
    /// The first opening of a day.
    Day,
    /// Many changes since the one before.
    Edits,
    /// The tables were about to be changed for a newer version of the app.
    Migration,
    /// Another copy's file was about to be taken in.
    Import,
    /// Something was about to be erased.
    Erase,
    /// The store was about to be put back to a backup.
    Restore,
    /// A person asked for it.
    Asked,
}

impl BackupReason {
    const ALL: [Self; 7] =
        [Self::Day, Self::Edits, Self::Migration, Self::Import, Self::Erase, Self::Restore, Self::Asked];

    /// Returns its name, as in a backup's file name.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Edits => "edits",
            Self::Migration => "migration",
            Self::Import => "import",
            Self::Erase => "erase",
            Self::Restore => "restore",
            Self::Asked => "asked",
        }
    }
}

impl fmt::Display for BackupReason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.slug())
    }
}

/// A backup in the folder of backups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Its number: a later backup has a greater one.
    pub number: u64,
    /// Why it was made.
    pub reason: BackupReason,
    /// When, in milliseconds since 1970, by the clock of that moment.
    pub at: i64,
    /// The file.
    pub path: PathBuf,
}

impl Backup {
    fn of(path: PathBuf) -> Option<Self> {
        let name = path.file_name()?.to_str()?.strip_suffix(ENDING)?;
        let mut parts = name.splitn(3, '-');
        let number = parts.next()?.parse().ok()?;
        let slug = parts.next()?;
        let reason = BackupReason::ALL.into_iter().find(|reason| reason.slug() == slug)?;
        let at = parts.next()?.parse().ok()?;
        Some(Self { number, reason, at, path })
    }
}

/// Returns the folder of a store's backups.
pub(crate) fn folder(store: &Path) -> PathBuf {
    store.with_file_name("backups")
}

/// Returns the backups of the store in `store`, latest first. They need not be good: damage may have come since.
///
/// # Errors
/// When the folder is there and cannot be read.
pub fn backups(store: &Path) -> Result<Vec<Backup>, StoreError> {
    let entries = match fs::read_dir(folder(store)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut found = Vec::new();
    for entry in entries {
        found.extend(Backup::of(entry?.path()));
    }
    found.sort_by_key(|backup| std::cmp::Reverse(backup.number));
    Ok(found)
}

/// Returns every file in the folder of backups that is one or stands for one.
pub(crate) fn files(store: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut files: Vec<_> = backups(store)?.into_iter().map(|backup| backup.path).collect();
    // One whose place was about to be taken by its encrypted copy.
    files.extend(named(store, ".store.before")?.into_iter().map(|path| path.with_extension("")));
    files.sort();
    files.dedup();
    Ok(files)
}

/// Returns what copies that were cut short have left in the folder of backups.
pub(crate) fn unfinished(store: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut found = named(store, ".store.part")?;
    // Only what would be a backup without that ending: anything else in the folder is somebody else's.
    found.retain(|path| Backup::of(path.with_extension("")).is_some());
    Ok(found)
}

fn named(store: &Path, ending: &str) -> Result<Vec<PathBuf>, StoreError> {
    let folder = folder(store);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let ends = |path: &PathBuf| path.as_os_str().as_encoded_bytes().ends_with(ending.as_bytes());
    Ok(entries.into_iter().map(|entry| entry.path()).filter(ends).collect())
}

/// Checks a backup whole, without altering it, and returns how many changes it holds; `key` for one that is
/// encrypted.
///
/// # Errors
/// When it is no store, or is damaged.
pub fn check_backup(path: &Path, key: Option<&Key>) -> Result<i64, StoreError> {
    check_backup_unless(path, key, || false)
}

/// The same, unless `stop` comes to say so: that of a long store takes from seconds to minutes.
///
/// # Errors
/// As [`check_backup`], and when it was stopped.
pub fn check_backup_unless(
    path: &Path,
    key: Option<&Key>,
    stop: impl FnMut() -> bool + Send + 'static,
) -> Result<i64, StoreError> {
    check(path, key, schema::NEWEST_VERSION, stop)
}

/// Returns how many changes a backup says it holds, without checking it.
///
/// # Errors
/// When it cannot be read.
pub fn changes_in(path: &Path, key: Option<&Key>) -> Result<i64, StoreError> {
    let key = key::of_file(path, key)?;
    file::look(path, schema::NEWEST_VERSION, key)?;
    Ok(open_to_read(path, key)?.query_row("SELECT seq FROM log_end", [], |row| row.get("seq"))?)
}

/// Whether a backup holds a change, erased or not, without checking it: then it was made after the change came here.
///
/// # Errors
/// When it cannot be read.
pub fn holds_change(path: &Path, key: Option<&Key>, change: &ChangeId) -> Result<bool, StoreError> {
    let key = key::of_file(path, key)?;
    file::look(path, schema::NEWEST_VERSION, key)?;
    let sql = "SELECT EXISTS (SELECT 1 FROM change WHERE id = ?1)";
    Ok(open_to_read(path, key)?.query_row(sql, [change.as_str()], |row| row.get(0))?)
}

fn check(
    path: &Path,
    key: Option<&Key>,
    newest: i64,
    stop: impl FnMut() -> bool + Send + 'static,
) -> Result<i64, StoreError> {
    let key = key::of_file(path, key)?;
    file::look(path, newest, key)?;
    let mut connection = open_to_read(path, key)?;
    settings::stop_when(&mut connection, stop)?;
    let version = schema::identify(&connection, newest)?;
    verify::check_file(&connection)?;
    if version < newest {
        // Its hashes are checked once it is brought to today's tables.
        return Ok(connection.query_row("SELECT seq FROM log_end", [], |row| row.get("seq"))?);
    }
    match verify::check_log(&connection)? {
        ChainState::Whole { changes } => Ok(changes),
        ChainState::Broken(damage) => Err(StoreError::Damaged(damage)),
    }
}

/// Opens a file for reading alone, with the care due to one that may be damaged.
pub(crate) fn open_to_read(path: &Path, key: Option<&Key>) -> Result<Connection, StoreError> {
    key::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)
}

impl Store {
    /// Makes a backup in the store's folder of backups and lets the oldest go: ten are kept, for 30 days, the
    /// newest of each of the last seven days among them. `now` in milliseconds since 1970.
    ///
    /// # Errors
    /// When there is no room, or the copy turns out not to be good: then it is taken away again and the
    /// earlier ones stay.
    pub fn back_up(&self, reason: BackupReason, now: i64) -> Result<Option<Backup>, StoreError> {
        let Some(path) = &self.path else { return Ok(None) };
        let backup = make(&self.connection, path, self.key.as_ref(), reason, now, schema::NEWEST_VERSION)?;
        thin_out(&backups(path)?, now)?;
        Ok(Some(backup))
    }

    /// Writes a checked copy of the store to a file that is not there yet; of an encrypted one, under the same key.
    ///
    /// # Errors
    /// As [`Store::back_up`]; and when the file is there already.
    pub fn copy_to(&self, to: &Path) -> Result<(), StoreError> {
        copy(&self.connection, to, self.key.as_ref(), schema::NEWEST_VERSION)
    }
}

/// Makes the next backup of the store in `store`.
pub(crate) fn make(
    connection: &Connection,
    store: &Path,
    key: Option<&Key>,
    reason: BackupReason,
    at: i64,
    newest: i64,
) -> Result<Backup, StoreError> {
    let folder = folder(store);
    make_folder(&folder)?;
    let number = backups(store)?.first().map_or(1, |newest| newest.number + 1);
    let path = folder.join(format!("{number:06}-{reason}-{at}{ENDING}"));
    copy(connection, &path, key, newest)?;
    Ok(Backup { number, reason, at, path })
}

fn copy(connection: &Connection, to: &Path, key: Option<&Key>, newest: i64) -> Result<(), StoreError> {
    if to.exists() {
        return Err(std::io::Error::from(std::io::ErrorKind::AlreadyExists).into());
    }
    let mut part = OsString::from(to);
    part.push(UNFINISHED);
    let part = PathBuf::from(part);
    let copied = write_copy(connection, &part, key, newest).and_then(|()| Ok(file::put_in_place(&part, to)?));
    if copied.is_err() {
        // What cannot be taken away either is no backup by its name, and the next one overwrites it.
        let _ = fs::remove_file(&part);
    }
    copied
}

fn write_copy(
    connection: &Connection,
    part: &Path,
    key: Option<&Key>,
    newest: i64,
) -> Result<(), StoreError> {
    match fs::remove_file(part) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    // Made by us first, so that nobody else may read it at any moment.
    file::make(part)?;
    let Some(name) = part.to_str() else {
        return Err(std::io::Error::from(std::io::ErrorKind::InvalidFilename).into());
    };
    connection.execute("VACUUM INTO ?1", [name])?;
    // Under SQLCipher the copy has the same key.
    check(part, key, newest, || false)?;
    File::open(part)?.sync_all()?;
    Ok(())
}

fn make_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// Deletes the backups that are too many or too old; `all` latest first.
fn thin_out(all: &[Backup], now: i64) -> Result<(), StoreError> {
    let kept = kept(all, now);
    for backup in all.iter().filter(|backup| !kept.contains(&backup.number)) {
        fs::remove_file(&backup.path)?;
    }
    Ok(())
}

/// Returns the numbers of the backups that are kept; `all` latest first. The newest always is. Then come the newest of
/// each of the last days that have one, and only then the others: many on one day, such as one before each thing that is
/// erased, must not push out every earlier day.
fn kept(all: &[Backup], now: i64) -> BTreeSet<u64> {
    let young = all.iter().enumerate().filter(|(place, _)| *place == 0 || !is_old(all, *place, now));
    let mut days = BTreeSet::new();
    let (of_days, others): (Vec<&Backup>, Vec<&Backup>) = young
        .map(|(_, backup)| backup)
        .partition(|backup| days.len() < KEPT_DAYS && days.insert(backup.at.div_euclid(DAY)));
    of_days.into_iter().chain(others).take(KEPT).map(|backup| backup.number).collect()
}

/// Whether the backup in a place of `all`, latest first, is too old. A clock that jumps ahead must not empty the folder:
/// a backup counts as old only when the clock says so now and already said so at a later backup of another day. Nor
/// must one that was behind when it was made: it is no older than any that was made before it.
fn is_old(all: &[Backup], place: usize, now: i64) -> bool {
    let (later, earlier) = all.split_at(place);
    let Some(own) = earlier.first().map(|one| one.at) else { return false };
    // What lies ahead of the clock says nothing: one of the two is wrong.
    let made = earlier.iter().map(|one| one.at).filter(|at| *at <= now).fold(own, i64::max);
    let is_old_at = |clock: i64| clock.saturating_sub(made) > KEPT_FOR;
    is_old_at(now) && said_before(later, now, is_old_at)
}

/// Whether the clock of an earlier day, as backups remember it, said the same; `now` in milliseconds since 1970.
/// Whatever is deleted for its age is deleted only when this holds as well: a clock can be wrong. `since` are the backups
/// that were made after the thing whose age it is: by those before it, whatever is dated too early was always old.
pub fn said_before(since: &[Backup], now: i64, says: impl Fn(i64) -> bool) -> bool {
    since.iter().any(|backup| backup.at <= now - DAY / 2 && says(backup.at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_days(days: &[i64]) -> Vec<Backup> {
        let numbered = days.iter().enumerate().map(|(place, day)| Backup {
            number: (days.len() - place) as u64,
            reason: BackupReason::Day,
            at: day * DAY,
            path: PathBuf::new(),
        });
        numbered.collect()
    }

    #[test]
    fn backups_go_when_they_are_many_or_old_by_two_clocks() {
        let century = 27_000;
        let cases: &[(&str, &[i64], i64, usize)] = &[
            ("one", &[100], 100, 1),
            ("ten", &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 10, 10),
            ("eleven", &[11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 11, 10),
            ("old ones go once an earlier day says so too", &[101, 100, 60, 50], 101, 2),
            ("old ones stay on the first day that says so", &[101, 60, 50], 101, 3),
            ("the clock leaps ahead", &[century, 100, 99, 98], century, 4),
            ("it leaps ahead, twice the same day", &[century, century, 100, 99], century, 4),
            ("it is set back", &[1, 100, 99, 98], 1, 4),
            ("it is set back to before 1970", &[-5, 100, 99, 98], -5, 4),
            ("one was made while the clock was behind", &[1_000, 18, 999, 998], 1_000, 4),
            ("the day after", &[1_001, 1_000, 18, 999, 998], 1_001, 5),
            ("and a month later", &[1_040, 1_039, 18, 999, 998], 1_040, 2),
            ("one was made while the clock was ahead", &[140, 139, century, 100], 140, 3),
            ("the newest stays however old", &[1], century, 1),
        ];
        for (name, days, now, kept) in cases {
            let all = at_days(days);
            assert_eq!(super::kept(&all, now * DAY).len(), *kept, "{name}");
        }
    }

    #[test]
    fn many_backups_of_one_day_leave_the_newest_of_each_day_before() {
        // Twelve on the last day, two on each of eight days before: numbers 28 to 17, then 16 and 15, and so on.
        let mut days = vec![20; 12];
        days.extend((12..20).rev().flat_map(|day| [day, day]));
        let kept: Vec<_> = kept(&at_days(&days), 20 * DAY).into_iter().rev().collect();
        assert_eq!(kept, [28, 27, 26, 25, 16, 14, 12, 10, 8, 6]);
    }

    #[test]
    fn other_files_in_the_folder_are_no_backups() {
        for name in
            ["notes.txt", "000001-day-1.store.part", "x-day-1.store", "000001-why-1.store", "1-day.store"]
        {
            assert_eq!(Backup::of(PathBuf::from(name)), None, "{name}");
        }
        let found = Backup::of(PathBuf::from("b/000012-day--5.store")).unwrap();
        assert_eq!((found.number, found.reason, found.at), (12, BackupReason::Day, -5));
    }
}
