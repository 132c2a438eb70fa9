//! Turning encryption on and off, and changing what opens the store. The desk is closed meanwhile, so these are no
//! acts of it.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use store::{Key, Store, StoreError};

use super::access::Secret;
use super::key_file::{self, Found, KeyFile, WORK};
use crate::exchange::passphrase;
use crate::failure::Failure;
use crate::host::{Host, Places};
use crate::ledger::store_file;

/// Fewer characters than this are soon guessed.
const SHORTEST: usize = 10;
/// How many words a recovery code has: 103 bits.
const CODE_WORDS: usize = 8;

/// Whether the store in `places` is encrypted, or is to be.
///
/// # Errors
/// When the folder cannot be read.
pub fn is_on(places: &Places) -> Result<bool, Failure> {
    Ok(!matches!(KeyFile::find(&places.store)?, Found::Nothing))
}

/// Returns a passphrase that nobody guesses: five words.
pub fn suggest_passphrase(host: &dyn Host) -> String {
    passphrase::generate(host)
}

/// Returns a new recovery code, to be written down or printed before [`turn_on`] takes it: eight words.
pub fn suggest_recovery_code(host: &dyn Host) -> String {
    passphrase::generate_many(host, CODE_WORDS)
}

/// Encrypts the store in `places` and its backups. Returns the files that somebody must delete by hand: damaged ones,
/// and ones that were set aside.
///
/// # Errors
/// When the store is open, encrypted already or damaged, the passphrase is too short, or there is no room: then
/// it is as it was.
pub fn turn_on(
    places: &Places,
    host: &dyn Host,
    passphrase: &str,
    recovery_code: &str,
) -> Result<Vec<PathBuf>, Failure> {
    turn_on_with(places, host, passphrase, recovery_code, WORK)
}

pub(super) fn turn_on_with(
    places: &Places,
    host: &dyn Host,
    passphrase: &str,
    recovery_code: &str,
    work: u8,
) -> Result<Vec<PathBuf>, Failure> {
    if is_on(places)? {
        return Err(Failure::locked_already());
    }
    check_passphrase(passphrase)?;
    if recovery_code.split_whitespace().count() < CODE_WORDS {
        return Err(Failure::input(
            "recovery-code",
            "The recovery code is not whole.",
            "Take the eight words that Toad Lane offers.",
        ));
    }
    std::fs::create_dir_all(&places.store).map_err(|error| Failure::files(&places.store, &error))?;
    let path = store_file(&places.store);
    // Closed and whole, before anything is begun.
    Store::open_checked(&path, None)?.close()?;
    let key = new_key(host);
    KeyFile::new(&key, passphrase, recovery_code, work)?.write(&places.store)?;
    store::encrypt(&path, &key).map_err(|error| {
        let failure = Failure::from(error);
        match take_back(places, &path, &key) {
            Ok(()) => failure,
            // Some files are encrypted: the passphrase is needed from now on, and goes on where this ended.
            Err(_) => failure.and_then("Then open Toad Lane with the passphrase: it goes on from there."),
        }
    })
}

fn take_back(places: &Places, path: &Path, key: &Key) -> Result<(), Failure> {
    match store::decrypt(path, key) {
        Ok(_) | Err(StoreError::InUse) => key_file::remove(&places.store),
        Err(error) => Err(error.into()),
    }
}

/// Takes the encryption off the store in `places` and its backups. Returns the files that cannot be read any more
/// without the old passphrase: damaged ones, and ones that were set aside.
///
/// # Errors
/// When the store is open, the secret is wrong, or there is no room: the next opening with the passphrase goes on.
pub fn turn_off(places: &Places, secret: &Secret) -> Result<Vec<PathBuf>, Failure> {
    let (file, key) = opened(places, secret)?;
    let path = store_file(&places.store);
    // Closed and whole, before anything is begun.
    Store::open_checked(&path, Some(&key))?.close()?;
    file.on_its_way_back().write(&places.store)?;
    let left = store::decrypt(&path, &key)?;
    key_file::remove(&places.store)?;
    Ok(left)
}

/// Sets another passphrase. The store stays as it is; a key file that was copied before still takes the old one.
///
/// # Errors
/// When the secret is wrong or the new passphrase too short: then nothing was changed.
pub fn change_passphrase(places: &Places, secret: &Secret, passphrase: &str) -> Result<(), Failure> {
    change_passphrase_with(places, secret, passphrase, WORK)
}

pub(super) fn change_passphrase_with(
    places: &Places,
    secret: &Secret,
    passphrase: &str,
    work: u8,
) -> Result<(), Failure> {
    check_passphrase(passphrase)?;
    let (file, key) = opened(places, secret)?;
    file.with_passphrase(&key, passphrase, work)?.write(&places.store)
}

/// Sets another recovery code. The store stays as it is; a key file that was copied before still takes the old one.
///
/// # Errors
/// When the secret is wrong: then nothing was changed.
pub fn new_recovery_code(places: &Places, secret: &Secret, recovery_code: &str) -> Result<(), Failure> {
    new_recovery_code_with(places, secret, recovery_code, WORK)
}

pub(super) fn new_recovery_code_with(
    places: &Places,
    secret: &Secret,
    recovery_code: &str,
    work: u8,
) -> Result<(), Failure> {
    let (file, key) = opened(places, secret)?;
    file.with_recovery_code(&key, recovery_code, work)?.write(&places.store)
}

fn opened(places: &Places, secret: &Secret) -> Result<(KeyFile, Key), Failure> {
    match KeyFile::find(&places.store)? {
        Found::File(file) => {
            let key = file.open(secret)?;
            Ok((*file, key))
        }
        Found::Damaged => Err(Failure::key_file_damaged()),
        Found::Nothing => Err(Failure::not_locked()),
    }
}

fn check_passphrase(passphrase: &str) -> Result<(), Failure> {
    if passphrase.trim().chars().count() >= SHORTEST {
        return Ok(());
    }
    Err(Failure::input(
        "passphrase",
        format!("The passphrase is too short: it needs {SHORTEST} characters or more."),
        "Take a few words that do not belong together, or the five that Toad Lane offers.",
    ))
}

/// Makes a key from the randomness in the host's new ids: four hold 488 random bits, and it takes 256.
fn new_key(host: &dyn Host) -> Key {
    let mut hash = Sha256::new().chain_update("toad-lane key 1");
    for _ in 0..4 {
        hash.update(host.new_id());
        hash.update(" ");
    }
    Key::new(hash.finalize().into())
}
