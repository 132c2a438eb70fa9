//! What can go wrong with a store, in cases worth telling apart. Must not know words for people: its caller
//! has them.

use std::io;

use rusqlite::ErrorCode;

use crate::id::{ChangeId, Malformed};
use crate::verify::{Damage, Fault};

/// Why the store did not do what it was asked. What it held before, it holds still.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process, or another part of this one, has it open.
    #[error("the store is in use")]
    InUse,
    /// A newer version of the app made it; it was not touched.
    #[error("the store has version {version}, newer than {known}")]
    Newer {
        /// The version of the store.
        version: i64,
        /// The newest version known here.
        known: i64,
    },
    /// The file is something else; it was not touched.
    #[error("the file is no Toad Lane store")]
    NotAStore,
    /// The file is not encrypted, and ought to be.
    #[error("the store is not encrypted")]
    NotEncrypted,
    /// What it holds is not what was written.
    #[error("the store is damaged: {0}")]
    Damaged(Damage),
    /// There is no room left.
    #[error("the disk is full")]
    DiskFull,
    /// The file or its folder cannot be written.
    #[error("the store cannot be written")]
    ReadOnly,
    /// A setting that keeps changes safe did not take, as happens on network shares.
    #[error("the setting {setting} did not take")]
    Setting {
        /// The name of the setting.
        setting: &'static str,
    },
    /// A change cannot be written; nothing of its act was.
    #[error("the change {change} cannot be written: {fault}")]
    BadChange {
        /// The change.
        change: ChangeId,
        /// What is wrong with it.
        fault: ChangeFault,
    },
    /// A text is no id or field path.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// A file beside the store cannot be used.
    #[error("the store\u{2019}s files cannot be used")]
    File(#[source] io::Error),
    /// Anything else.
    #[error("the store failed")]
    Other(#[source] rusqlite::Error),
}

/// What is wrong with a change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeFault {
    /// The log has a change with its id.
    #[error("there is a change with its id")]
    Repeated,
    /// It replaces a change that the log has not got.
    #[error("it replaces {0}, which is not there")]
    ReplacesUnknown(ChangeId),
    /// It replaces a change of another field.
    #[error("it replaces {0}, which is of another field")]
    ReplacesOther(ChangeId),
    /// The log has a change with its id that says something else.
    #[error("there is another change with its id")]
    Differs,
    /// It is of another formation.
    #[error("it is of another formation")]
    OtherFormation,
    /// Its value is nested too deeply to be read back.
    #[error("its value is nested too deeply")]
    TooDeep,
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as Sql;
        match &error {
            Sql::SqliteFailure(failure, message) => match failure.code {
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::InUse,
                ErrorCode::DiskFull => Self::DiskFull,
                ErrorCode::ReadOnly => Self::ReadOnly,
                // That the file begins like a database is known before it is opened as one.
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => {
                    let told = message.clone().unwrap_or_else(|| failure.to_string());
                    Self::Damaged(Damage { fault: Fault::File(told), place: None })
                }
                _ => Self::Other(error),
            },
            // Tables are strict: a value of the wrong kind was not put there by us.
            Sql::FromSqlConversionFailure(..)
            | Sql::IntegralValueOutOfRange(..)
            | Sql::InvalidColumnType(..)
            | Sql::Utf8Error(..) => Self::Damaged(Damage { fault: Fault::Unreadable, place: None }),
            _ => Self::Other(error),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind::{PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        match error.kind() {
            StorageFull | QuotaExceeded => Self::DiskFull,
            PermissionDenied | ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::File(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    #[test]
    fn cases_worth_telling_apart_are_told_apart() {
        let cases = [
            (ffi::SQLITE_BUSY, "the store is in use"),
            (ffi::SQLITE_LOCKED, "the store is in use"),
            (ffi::SQLITE_FULL, "the disk is full"),
            (ffi::SQLITE_READONLY, "the store cannot be written"),
            (ffi::SQLITE_CORRUPT, "the store is damaged: the file is not whole: told"),
            (ffi::SQLITE_NOTADB, "the store is damaged: the file is not whole: told"),
            (ffi::SQLITE_IOERR, "the store failed"),
        ];
        for (code, message) in cases {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), Some("told".to_owned()));
            assert_eq!(StoreError::from(error).to_string(), message, "code {code}");
        }
        let cases = [
            (io::ErrorKind::StorageFull, "the disk is full"),
            (io::ErrorKind::QuotaExceeded, "the disk is full"),
            (io::ErrorKind::PermissionDenied, "the store cannot be written"),
            (io::ErrorKind::ReadOnlyFilesystem, "the store cannot be written"),
            (io::ErrorKind::NotFound, "the store\u{2019}s files cannot be used"),
        ];
        for (kind, message) in cases {
            assert_eq!(StoreError::from(io::Error::from(kind)).to_string(), message, "{kind:?}");
        }
    }
}
