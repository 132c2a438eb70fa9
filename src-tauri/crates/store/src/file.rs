//! The store's file seen from outside: what it is, told from its first bytes, before SQLite opens it.
//!
//! Opening a file with SQLite can alter it. A file that is not ours, or is of a newer version, is refused
//! here, having been read and nothing else. Must not know SQL.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::error::StoreError;
use crate::key::Key;
use crate::schema::APPLICATION_ID;
use crate::verify::{Damage, Fault};

/// The length of the header that every SQLite file begins with.
const HEADER: usize = 100;
const MAGIC: &[u8] = b"SQLite format 3\0";
const PAGE_SIZE_AT: usize = 16;
const VERSION_AT: usize = 60;
const APPLICATION_AT: usize = 68;

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing, or an empty file: a store can be made here.
    Nothing,
    /// A store, or what may become one: SQLite can be asked.
    Database,
}

/// Looks at the file without altering it.
///
/// # Errors
/// When it is something else, or of a version newer than `newest`: of an encrypted file, SQLite alone tells that.
pub fn look(path: &Path, newest: i64, key: Option<&Key>) -> Result<Found, StoreError> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) => return Err(error.into()),
    };
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(StoreError::NotAStore);
    }
    if metadata.len() == 0 {
        return Ok(Found::Nothing);
    }
    let mut header = Vec::with_capacity(HEADER);
    file.by_ref().take(HEADER as u64).read_to_end(&mut header)?;
    if header.len() < HEADER {
        return Err(StoreError::NotAStore);
    }
    if header.iter().all(|byte| *byte == 0) {
        // Nothing that is something begins so; a file system that lost a page does this.
        return Err(StoreError::Damaged(Damage { fault: Fault::Headless, place: None }));
    }
    if key.is_some() {
        // All that an encrypted file tells from outside.
        return if header.starts_with(MAGIC) { Err(StoreError::NotEncrypted) } else { Ok(Found::Database) };
    }
    if !header.starts_with(MAGIC) {
        return Err(StoreError::NotAStore);
    }
    if big_endian(&header[APPLICATION_AT..APPLICATION_AT + 4]) == APPLICATION_ID {
        let version = big_endian(&header[VERSION_AT..VERSION_AT + 4]);
        if version > newest {
            return Err(StoreError::Newer { version, known: newest });
        }
        return Ok(Found::Database);
    }
    // A store whose making was cut short says nothing yet: it has one page, or its header is still in the
    // log. Anything longer is another program's.
    let page = match big_endian(&header[PAGE_SIZE_AT..PAGE_SIZE_AT + 2]) {
        1 => 65_536,
        size => size,
    };
    let is_short = i64::try_from(metadata.len()).is_ok_and(|length| length <= page);
    if is_short || log_length(path) > 0 { Ok(Found::Database) } else { Err(StoreError::NotAStore) }
}

/// Whether a file is a database that is not encrypted, going by its first bytes; one that is not there is none.
pub fn is_plain(path: &Path) -> std::io::Result<bool> {
    let mut header = Vec::with_capacity(MAGIC.len());
    match File::open(path) {
        Ok(file) if file.metadata()?.is_file() => {
            file.take(MAGIC.len() as u64).read_to_end(&mut header)?;
            Ok(header == MAGIC)
        }
        Ok(_) => Ok(false),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Overwrites a file, if it is there, and deletes it. What a disk keeps of it beyond that is out of our reach:
/// flash memory and copying file systems write the new bytes elsewhere.
pub fn wipe(path: &Path) -> std::io::Result<()> {
    let mut file = match OpenOptions::new().write(true).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let length = file.metadata()?.len();
    std::io::copy(&mut std::io::repeat(0).take(length), &mut file)?;
    file.sync_all()?;
    drop(file);
    std::fs::remove_file(path)
}

/// Makes an empty file that nobody but its owner may read: it is going to hold home addresses.
pub fn make(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.create(true).write(true).truncate(false);
    owner_only(&mut options);
    options.open(path)?;
    Ok(())
}

/// Moves a finished file to where it belongs, over what may be there, and makes that last.
pub fn put_in_place(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::rename(from, to)?;
    // On Windows a folder cannot be opened to be synchronised; renaming does it there.
    #[cfg(unix)]
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Returns the length of a store with its log, in bytes.
pub fn length(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |metadata| metadata.len()) + log_length(path)
}

/// Lets nobody but the owner read a file made with these options. On Windows the user's own folder does that.
pub fn owner_only(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    #[cfg(not(unix))]
    let _ = options;
}

pub fn log_length(path: &Path) -> u64 {
    let mut log = OsString::from(path);
    log.push("-wal");
    std::fs::metadata(log).map_or(0, |metadata| metadata.len())
}

fn big_endian(bytes: &[u8]) -> i64 {
    bytes.iter().fold(0, |number, byte| number << 8 | i64::from(*byte))
}
