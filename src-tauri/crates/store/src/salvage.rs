//! Reading what can still be read of a damaged store. Must not alter it, and must not guess: a change is taken
//! only when it says what its own hash says.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};

use crate::backup;
use crate::chain::Hash;
use crate::change::{Change, Salt};
use crate::error::StoreError;
use crate::file;
use crate::id::FormationId;
use crate::key::{self, Key};
use crate::lock::Lock;
use crate::open::Store;
use crate::receive::Contradictions;
use crate::restore::{self, beside};
use crate::row::LogRow;
use crate::{schema, verify};

/// What could be read of a damaged store.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Salvage {
    /// The changes, in the order of the log. Erased ones are not among them.
    pub changes: Vec<Change>,
    /// How many more there were, as far as that can be told.
    pub lost: i64,
}

/// What salvaging has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    /// How many changes were taken over.
    pub taken: usize,
    /// How many were not, as far as that can be told.
    pub lost: i64,
    /// Where the damaged file is now.
    pub aside: Option<PathBuf>,
}

/// So many changes are held at once where a store is made anew: a long log has more than there is memory for.
const HELD: usize = 20_000;

/// Reads what can be read of the store in `store`, damaged or not.
///
/// # Errors
/// When it is open, or a newer version's. A file of which nothing can be read gives no changes.
pub fn read_damaged(store: &Path, key: Option<&Key>) -> Result<Salvage, StoreError> {
    let _lock = Lock::take(store)?;
    read(store, key)
}

/// Hands over one by one what [`read_damaged`] would, and nothing in the place of what cannot be read, until `each` returns
/// false. Returns how many those were, as far as that can be told.
///
/// # Errors
/// As [`read_damaged`].
pub fn each_readable(
    store: &Path,
    key: Option<&Key>,
    each: &mut dyn FnMut(Option<Change>) -> bool,
) -> Result<i64, StoreError> {
    let _lock = Lock::take(store)?;
    read_each(store, key, &mut |change| Ok(each(change)))
}

/// Reads the changes of a backup, oldest first, once it is found good.
///
/// # Errors
/// When it is damaged or cannot be read.
pub fn read_backup(backup: &Path, key: Option<&Key>) -> Result<Vec<Change>, StoreError> {
    backup::check_backup(backup, key)?;
    Ok(read(backup, key)?.changes)
}

/// Makes a new store from `base`, a backup, or from nothing, and adds what can be read of the damaged one; then
/// puts it in its place and sets the damaged file aside. `secret` is fresh randomness.
///
/// # Errors
/// When it is open, or the new one cannot be written: then nothing was moved.
pub fn salvage(
    store: &Path,
    base: Option<&Path>,
    secret: &Salt,
    key: Option<&Key>,
) -> Result<Salvaged, StoreError> {
    let _lock = Lock::take(store)?;
    restore::finish(store)?;
    let new = beside(store, ".salvaged");
    for ending in ["", "-wal", "-shm", ".lock"] {
        remove_if_there(&beside(&new, ending))?;
    }
    if let Some(base) = base {
        restore::take_copy(base, key, &new, key)?;
    }
    let mut made = Store::open_beside(&new, key)?;
    let (mut taken, mut held) = (0, Vec::new());
    let lost = read_each(store, key, &mut |change| {
        // What the backup holds need not be held here as well.
        if let Some(change) = change
            && made.log_row(&change.id)?.is_none()
        {
            held.push(change);
        }
        if held.len() == HELD {
            taken += take_over(&mut made, std::mem::take(&mut held), secret)?;
        }
        Ok(true)
    })?;
    taken += take_over(&mut made, held, secret)?;
    made.close()?;
    remove_if_there(&beside(&new, ".lock"))?;
    let aside = restore::replace(store, &new)?;
    Ok(Salvaged { taken, lost, aside })
}

fn take_over(made: &mut Store, changes: Vec<Change>, secret: &Salt) -> Result<usize, StoreError> {
    let mut by_formation: BTreeMap<FormationId, Vec<Change>> = BTreeMap::new();
    for change in changes {
        by_formation.entry(change.formation.clone()).or_default().push(change);
    }
    made.take_in_all(by_formation, secret, Contradictions::LeftOut)
}

fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn read(store: &Path, key: Option<&Key>) -> Result<Salvage, StoreError> {
    let mut changes = Vec::new();
    let lost = read_each(store, key, &mut |change| {
        changes.extend(change);
        Ok(true)
    })?;
    Ok(Salvage { changes, lost })
}

fn read_each(
    store: &Path,
    key: Option<&Key>,
    each: &mut dyn FnMut(Option<Change>) -> Result<bool, StoreError>,
) -> Result<i64, StoreError> {
    let key = key::of_file(store, key)?;
    match file::look(store, schema::NEWEST_VERSION, key) {
        Ok(_) | Err(StoreError::Damaged(_) | StoreError::NotAStore) => {}
        Err(error) => return Err(error),
    }
    let mut with_log = Rows::new(key.is_some(), || backup::open_to_read(store, key).ok());
    // A store that was being checked may have been written where the file already held something else: in the log alone,
    // so the file still has it.
    let mut without_log = Rows::new(key.is_some(), || key::connect_without_log(store, key).ok());
    let Some(last) = with_log.last().max(without_log.last()) else { return Ok(0) };
    let mut formations = without_log.formations();
    formations.extend(with_log.formations());
    let mut lost = 0;
    for seq in 1..=last {
        let row = with_log.row(seq, &formations).or_else(|| without_log.row(seq, &formations));
        lost += i64::from(row.is_none());
        // What was erased is not to come back.
        let change = row.filter(|row| !row.erased).and_then(|row| row.into_change().ok());
        if !each(change)? {
            break;
        }
    }
    Ok(lost)
}

/// Reads a damaged file. A place that cannot be read costs itself, not those behind it.
struct Rows<F> {
    is_encrypted: bool,
    connect: F,
    /// The rows are read over this one.
    connection: Option<Connection>,
}

impl<F: Fn() -> Option<Connection>> Rows<F> {
    fn new(is_encrypted: bool, connect: F) -> Self {
        Self { is_encrypted, connection: connect(), connect }
    }

    /// How many rows there are, as far as that can be told.
    fn last(&self) -> Option<i64> {
        let number = |sql| (self.connect)()?.query_row(sql, [], |row| row.get::<_, i64>(0)).ok();
        let last = number("SELECT seq FROM log_end").max(number("SELECT max(seq) FROM change"));
        last.filter(|last| (0..=MOST).contains(last))
    }

    fn formations(&self) -> BTreeMap<i64, FormationId> {
        (self.connect)().map(|connection| formations(&connection)).unwrap_or_default()
    }

    fn row(&mut self, seq: i64, formations: &BTreeMap<i64, FormationId>) -> Option<LogRow> {
        let row = read_row(self.connection.as_ref()?, seq, formations);
        if row.is_none() && self.is_encrypted {
            // After a page that SQLCipher refuses, a connection reads nothing more.
            self.connection = (self.connect)();
        }
        row
    }
}

/// More changes than a store can hold: a number beyond is itself damage.
const MOST: i64 = 100_000_000;

/// Reads a row, when it says what it said when it was written.
fn read_row(connection: &Connection, seq: i64, formations: &BTreeMap<i64, FormationId>) -> Option<LogRow> {
    // The rows alone, no index and no other table: what is damaged beside them does not count.
    let sql = "
        SELECT seq, id, act, formation AS key, '-' AS formation, field, value, salt, content, author, at, replaces,
               reverts, received, erased, chain
        FROM change NOT INDEXED WHERE seq = ?1";
    let mut statement = connection.prepare_cached(sql).ok()?;
    let read = |row: &rusqlite::Row| Ok((row.get::<_, i64>("key")?, LogRow::read(row).ok()));
    let (key, row) = statement.query_row(params![seq], read).ok()?;
    let row = LogRow { formation: formations.get(&key)?.clone(), ..row? };
    let content: Hash = row.content.as_slice().try_into().ok()?;
    verify::says(&row, &content).then_some(row)
}

fn formations(connection: &Connection) -> BTreeMap<i64, FormationId> {
    let mut found = BTreeMap::new();
    let Ok(mut statement) = connection.prepare("SELECT key, id FROM formation NOT INDEXED") else {
        return found;
    };
    let Ok(mut rows) = statement.query([]) else { return found };
    // The list ends where it cannot be read on.
    while let Ok(Some(row)) = rows.next() {
        let id = row.get::<_, String>("id").ok().and_then(|id| FormationId::new(id).ok());
        if let (Ok(key), Some(id)) = (row.get("key"), id) {
            found.insert(key, id);
        }
    }
    found
}
