//! The key of an encrypted store, and opening a file with it or without. Must not know passphrases: where the key
//! comes from is its caller's business.
//!
//! SQLCipher encrypts page by page and seals each page with a hash. A file tells by its first bytes whether it is
//! encrypted, so copies made before and after stay readable side by side as long as there is the key.

use std::fmt;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::{file, settings};

/// The key of an encrypted store: 256 random bits. Overwritten when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// Takes 32 bytes of randomness for a key.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Returns its bytes, for whoever keeps it under a passphrase.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Returns the key as SQLCipher takes it: as it is, without working it out from words.
    pub(crate) fn literal(&self) -> Zeroizing<String> {
        let mut literal = Zeroizing::new(String::with_capacity(68));
        literal.push_str("x'");
        for byte in self.0.iter() {
            for half in [byte >> 4, byte & 15] {
                literal.extend(char::from_digit(u32::from(half), 16));
            }
        }
        literal.push('\'');
        literal
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key")
    }
}

/// Opens a file with the care due to one that may be damaged.
pub(crate) fn connect(path: &Path, flags: OpenFlags, key: Option<&Key>) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    if let Some(key) = key {
        // It would write what it finds wrong to the process's output; we are told by errors.
        connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
        connection.pragma_update(None, "key", key.literal().as_str())?;
        connection.execute_batch("PRAGMA cipher_compatibility = 4")?;
    }
    settings::careful(&connection)?;
    Ok(connection)
}

/// Opens a file for reading, as it is without the log beside it.
pub(crate) fn connect_without_log(path: &Path, key: Option<&Key>) -> Result<Connection, StoreError> {
    let Some(path) = path.to_str() else {
        return Err(std::io::Error::from(std::io::ErrorKind::InvalidFilename).into());
    };
    // As an address, which alone can say that nobody changes the file; what means something in one is written otherwise.
    let path = path.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let path = if cfg!(windows) { format!("/{}", path.replace('\\', "/")) } else { path };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    connect(Path::new(&format!("file:{path}?immutable=1")), flags, key)
}

/// Opens a copy with the key, unless the copy is not encrypted.
pub(crate) fn connect_copy(
    path: &Path,
    flags: OpenFlags,
    key: Option<&Key>,
) -> Result<Connection, StoreError> {
    connect(path, flags, of_file(path, key)?)
}

/// Returns the key, if the file needs one.
pub(crate) fn of_file<'a>(path: &Path, key: Option<&'a Key>) -> Result<Option<&'a Key>, StoreError> {
    Ok(if file::is_plain(path)? { None } else { key })
}
