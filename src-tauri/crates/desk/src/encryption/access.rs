//! What it takes to open a store: nothing, or a passphrase or recovery code that gives the key.

use std::fmt;
use std::path::Path;

use store::{Key, StoreError};

use super::key_file::{self, Found, Intent, KeyFile};
use crate::failure::Failure;
use crate::host::Places;
use crate::ledger::store_file;

/// What somebody typed to open a locked store.
#[derive(Clone, PartialEq, Eq)]
pub enum Secret {
    /// The passphrase: capital letters and spaces inside it count.
    Passphrase(String),
    /// The recovery code from the paper: capital letters and the number of spaces do not count.
    RecoveryCode(String),
}

impl fmt::Debug for Secret {
    /// Never what it is.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Passphrase(_) => "Passphrase",
            Self::RecoveryCode(_) => "RecoveryCode",
        })
    }
}

/// A way into the store: its key, where it has one.
#[derive(Debug, Clone)]
pub struct Access {
    key: Option<Key>,
}

impl Access {
    /// Finds the way into the store in `places`. Encrypting or taking encryption off that was cut short is finished.
    ///
    /// # Errors
    /// When the store is encrypted and there is no secret or a wrong one: then nothing was changed.
    pub fn find(places: &Places, secret: Option<&Secret>) -> Result<Self, Failure> {
        let file = match KeyFile::find(&places.store)? {
            Found::Nothing => return Ok(Self { key: None }),
            Found::Damaged => return Err(Failure::key_file_damaged()),
            Found::File(file) => file,
        };
        let key = file.open(secret.ok_or_else(Failure::locked)?)?;
        let store = store_file(&places.store);
        match file.intent {
            Intent::Encrypted => {
                file.mend(&places.store)?;
                match store::encrypt(&store, &key) {
                    // A damaged store is told by opening it, and recovered with the key.
                    Ok(_) | Err(StoreError::Damaged(_) | StoreError::NotAStore) => {
                        Ok(Self { key: Some(key) })
                    }
                    Err(error) => Err(error.into()),
                }
            }
            Intent::Plain => {
                store::decrypt(&store, &key)?;
                key_file::remove(&places.store)?;
                Ok(Self { key: None })
            }
        }
    }

    /// The way into a copied backup: the store's own key, or the one that the key file beside the copy gives.
    pub(crate) fn to_backup(&self, backup: &Path, secret: Option<&Secret>) -> Result<Self, Failure> {
        if store::changes_in(backup, self.key()).is_ok() {
            return Ok(self.clone());
        }
        match KeyFile::read(&key_file::beside_backup(backup))? {
            Found::Nothing => Ok(Self { key: None }),
            Found::Damaged => Err(Failure::key_file_damaged()),
            Found::File(file) => Ok(Self { key: Some(file.open(secret.ok_or_else(Failure::locked)?)?) }),
        }
    }

    pub(crate) fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }
}
