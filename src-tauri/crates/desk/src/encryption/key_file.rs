//! The file that keeps the store's key, wrapped under the passphrase and under the recovery code. Must not know
//! the store.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use store::Key;

use super::access::Secret;
use crate::exchange::CoopError;
use crate::exchange::passphrase::tidy;
use crate::exchange::sealed;
use crate::failure::Failure;
use crate::whole_file;

/// The key file inside the store's folder.
const FILE: &str = "toad-lane.key";
/// A second one, in case the first is lost or damaged: without any, nothing can be read.
const COPY: &str = "toad-lane.key-copy";
/// What a key file beside a copied backup ends with.
const ENDING: &str = ".key";
const FORMAT: u32 = 1;
/// Work for whoever tries passphrases: 2 to the power of this, about 128 MB of memory and a second.
pub(super) const WORK: u8 = 17;

/// What the store is meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Intent {
    /// Encrypted.
    Encrypted,
    /// On its way back to a plain one.
    Plain,
}

/// The key, wrapped twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct KeyFile {
    format: u32,
    /// What the store is meant to be.
    pub(super) intent: Intent,
    /// An age file, in hexadecimal; so is the next.
    by_passphrase: String,
    by_recovery_code: String,
}

/// A store's key file, or what is in its place.
pub(super) enum Found {
    Nothing,
    Damaged,
    File(Box<KeyFile>),
}

impl KeyFile {
    pub(super) fn new(key: &Key, passphrase: &str, code: &str, work: u8) -> Result<Self, Failure> {
        Ok(Self {
            format: FORMAT,
            intent: Intent::Encrypted,
            by_passphrase: wrap(key, passphrase.trim(), work)?,
            by_recovery_code: wrap(key, &tidy(code), work)?,
        })
    }

    /// Looks for the key file of the store in a folder.
    pub(super) fn find(folder: &Path) -> Result<Found, Failure> {
        let mut is_there = false;
        for name in [FILE, COPY] {
            let path = folder.join(name);
            match Self::read(&path)? {
                Found::File(file) => return Ok(Found::File(file)),
                Found::Damaged => is_there = true,
                Found::Nothing => {}
            }
        }
        Ok(if is_there { Found::Damaged } else { Found::Nothing })
    }

    /// Reads one.
    pub(super) fn read(path: &Path) -> Result<Found, Failure> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
            Err(error) => return Err(Failure::files(path, &error)),
        };
        let file = serde_json::from_slice::<Self>(&bytes).ok().filter(|file| file.format == FORMAT);
        Ok(file.map_or(Found::Damaged, |file| Found::File(Box::new(file))))
    }

    /// Writes it and its copy, each whole or not at all.
    pub(super) fn write(&self, folder: &Path) -> Result<(), Failure> {
        let bytes = self.bytes()?;
        [FILE, COPY].into_iter().try_for_each(|name| whole_file::write(&folder.join(name), &bytes))
    }

    /// Writes whichever of the two is not as this one.
    pub(super) fn mend(&self, folder: &Path) -> Result<(), Failure> {
        let bytes = self.bytes()?;
        for name in [FILE, COPY] {
            let path = folder.join(name);
            if fs::read(&path).ok().as_deref() != Some(&bytes) {
                whole_file::write(&path, &bytes)?;
            }
        }
        Ok(())
    }

    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        serde_json::to_vec_pretty(self).map_err(|error| Failure::fault(&error.to_string()))
    }

    /// Returns the key.
    ///
    /// # Errors
    /// When the secret is not the right one, or the file was altered.
    pub(super) fn open(&self, secret: &Secret) -> Result<Key, Failure> {
        let (wrapped, words) = match secret {
            Secret::Passphrase(passphrase) => (&self.by_passphrase, passphrase.trim().to_owned()),
            Secret::RecoveryCode(code) => (&self.by_recovery_code, tidy(code)),
        };
        let wrapped = from_hex(wrapped).ok_or_else(Failure::key_file_damaged)?;
        let bytes = sealed::open_with(&wrapped, words, 32).map_err(|error| match error {
            CoopError::WrongWords => Failure::wrong_secret(secret),
            _ => Failure::key_file_damaged(),
        })?;
        Ok(Key::new(bytes.try_into().map_err(|_| Failure::key_file_damaged())?))
    }

    /// The same for a store that is to be plain again.
    pub(super) fn on_its_way_back(self) -> Self {
        Self { intent: Intent::Plain, ..self }
    }

    /// The same key under another passphrase.
    pub(super) fn with_passphrase(self, key: &Key, passphrase: &str, work: u8) -> Result<Self, Failure> {
        Ok(Self { by_passphrase: wrap(key, passphrase.trim(), work)?, ..self })
    }

    /// The same key under another recovery code.
    pub(super) fn with_recovery_code(self, key: &Key, code: &str, work: u8) -> Result<Self, Failure> {
        Ok(Self { by_recovery_code: wrap(key, &tidy(code), work)?, ..self })
    }
}

/// Deletes the key file: the copy first, so that a lone copy means a lost file and nothing else.
pub(super) fn remove(folder: &Path) -> Result<(), Failure> {
    for name in [COPY, FILE] {
        let path = folder.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(Failure::files(&path, &error)),
            _ => {}
        }
    }
    Ok(())
}

/// Returns where the key file of a copied backup lies.
pub(crate) fn beside_backup(backup: &Path) -> PathBuf {
    let mut path = OsString::from(backup);
    path.push(ENDING);
    path.into()
}

/// Puts the key file, if there is one, beside a copied backup: without it the copy could never be read elsewhere.
pub(crate) fn carry_to(folder: &Path, backup: &Path) -> Result<(), Failure> {
    match KeyFile::find(folder)? {
        Found::File(file) => whole_file::write(&beside_backup(backup), &file.bytes()?),
        Found::Nothing => Ok(()),
        Found::Damaged => Err(Failure::key_file_damaged()),
    }
}

fn wrap(key: &Key, words: &str, work: u8) -> Result<String, Failure> {
    let sealed =
        sealed::seal_with(key.bytes(), words, work).map_err(|error| Failure::fault(&error.to_string()))?;
    Ok(sealed.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}
