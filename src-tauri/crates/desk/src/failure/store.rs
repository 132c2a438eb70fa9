//! What goes wrong with the store: where it lies, what locks it, and what the disk does to it.

use std::path::Path;

use ::store::{Fault, StoreError};

use super::{Failure, FailureCode};
use crate::encryption::Secret;
use crate::place::Unfit;

impl Failure {
    /// A backup beside the store that could not be made.
    pub(crate) fn no_backup(error: StoreError) -> Self {
        match error {
            StoreError::DiskFull => Self::new(
                FailureCode::Store,
                "The disk is full, so no backup was made. What you saved is safe.",
                "Make room on the disk, then make a backup.",
            ),
            other => other.into(),
        }
    }

    /// A place where a live store may come to harm.
    pub(crate) fn unfit_place(folder: &Path, unfit: Unfit) -> Self {
        let folder = folder.display();
        let sentence = match unfit {
            Unfit::Removable => format!(
                "Your co-ops cannot be kept in {folder}: that is a stick, a card or a disk that can be pulled out, \
                 perhaps in the middle of a word."
            ),
            Unfit::Shared => format!(
                "Your co-ops cannot be kept in {folder}: that is a network drive or a shared folder. Two computers \
                 could write there at once and spoil each other\u{2019}s work."
            ),
        };
        Self::new(
            FailureCode::Store,
            sentence,
            "Nothing was changed there. Keep your co-ops on this computer\u{2019}s own disk: if the folder holds some \
             already, copy it there, and start Toad Lane with the copy. A backup or a .coop file may go anywhere: \
             Toad Lane makes both.",
        )
    }

    /// The store is encrypted and nothing was typed to open it.
    pub fn locked() -> Self {
        Self::new(
            FailureCode::Locked,
            "Your co-ops are locked with a passphrase.",
            "Type the passphrase. If it is lost, type the recovery code from your paper.",
        )
        .at("passphrase")
    }

    /// A passphrase or recovery code that opens nothing.
    pub fn wrong_secret(secret: &Secret) -> Self {
        match secret {
            Secret::Passphrase(_) => Self::new(
                FailureCode::Locked,
                "That is not the passphrase. Nothing was changed.",
                "Try again: capital letters and spaces count. If it is lost, use the recovery code.",
            )
            .at("passphrase"),
            Secret::RecoveryCode(_) => Self::new(
                FailureCode::Locked,
                "That is not the recovery code. Nothing was changed.",
                "Try again with the words of the newest paper, in their order.",
            )
            .at("recovery-code"),
        }
    }

    /// Encryption is on already.
    pub fn locked_already() -> Self {
        Self::input(
            "passphrase",
            "Your co-ops are locked with a passphrase already.",
            "To set another one, change the passphrase.",
        )
    }

    /// There is no passphrase.
    pub fn not_locked() -> Self {
        Self::input("passphrase", "Your co-ops are not locked with a passphrase.", "Set a passphrase first.")
    }

    /// The file that keeps the key is damaged, and so is its copy.
    pub fn key_file_damaged() -> Self {
        Self::new(
            FailureCode::Store,
            "The file that keeps the key of your co-ops is damaged. Nothing was changed.",
            "Put the .key file from a backup on a stick in its place, under the name toad-lane.key.",
        )
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::InUse => Self::new(
                FailureCode::InUse,
                "Toad Lane is open already, in another window or by another person on this computer.",
                "Close the other window, then try again.",
            ),
            StoreError::Newer { .. } => Self::new(
                FailureCode::Store,
                "Your co-ops were saved by a newer Toad Lane. Nothing was changed.",
                "Install the newer version, then start again.",
            ),
            StoreError::Damaged(damage) => {
                let what = match &damage.fault {
                    // The words of the database help nobody who founds a co-op.
                    Fault::File(_) => "parts of it cannot be read".to_owned(),
                    _ => damage.to_string(),
                };
                Self::new(
                    FailureCode::Damaged,
                    format!(
                        "The file that holds your co-ops is damaged: {what}. Toad Lane has not touched it since."
                    ),
                    "Go back to a backup, and add what can still be read. The damaged file is kept.",
                )
            }
            StoreError::NotAStore => Self::new(
                FailureCode::Damaged,
                "The file that should hold your co-ops is something else. Toad Lane has not touched it.",
                "Go back to a backup. The file is kept under another name.",
            ),
            StoreError::NotEncrypted => Self::new(
                FailureCode::Damaged,
                "The file that holds your co-ops is not locked, though it should be. Toad Lane has not touched it.",
                "Go back to a backup. The file is kept under another name.",
            ),
            StoreError::DiskFull => Self::new(
                FailureCode::Store,
                "The disk is full, so the last change was not saved. Everything before it is.",
                "Make room on the disk, then try again.",
            ),
            StoreError::ReadOnly => Self::new(
                FailureCode::Store,
                "Toad Lane may not write where your co-ops are kept.",
                "Allow it to write in that folder, or move the folder to a disk that can be written.",
            ),
            StoreError::Setting { .. } => Self::new(
                FailureCode::Store,
                "The disk that holds your co-ops does not keep changes safely, as happens on network drives.",
                "Move the folder to a disk inside this computer.",
            ),
            other => Self::new(
                FailureCode::Store,
                format!("Your co-ops cannot be opened or saved: {other}."),
                "Nothing that was saved before is lost. Check that the disk has room and may be written.",
            ),
        }
    }
}
