//! What goes wrong with a co-op's file, on its way in and on its way out.

use std::path::Path;

use super::{Failure, FailureCode};
use crate::exchange::CoopError;

impl Failure {
    /// A co-op's file that cannot be used.
    pub fn coop(path: &Path, error: &CoopError) -> Self {
        let what_to_do = match error {
            CoopError::NeedsWords => "Ask whoever made it for the words, and type them.",
            CoopError::WrongWords => "Check the words with whoever made it. Their order counts.",
            CoopError::Newer(_) => "Install the newer version, then try again.",
            CoopError::TextOnly => "Ask for the full file, the one with five words.",
            CoopError::NoTexts(_) => {
                "Nothing was taken in. Ask for the file that Toad Lane\u{2019}s window makes under Hand it on: the \
                 texts of the rules go along in it."
            }
            CoopError::OtherFormation => "Choose two files of the same co-op.",
            CoopError::HiddenCharacter { .. } => {
                "Nothing was taken in. Ask whoever made it to type that text again, and to send it anew."
            }
            CoopError::Unprotected => "Ask for the file as Toad Lane writes it.",
            _ => "Nothing was taken in. Ask whoever made it to send it again.",
        };
        let sentence = format!("\u{201c}{}\u{201d} cannot be used: {error}.", path.display());
        let field = match error {
            CoopError::NeedsWords | CoopError::WrongWords => Some("words".to_owned()),
            _ => None,
        };
        Self { field, ..Self::new(FailureCode::Input, sentence, what_to_do) }
    }

    /// A co-op's file that joins nothing, because the co-op is in the bin: what came in would be erased with the rest
    /// when its thirty days are over.
    pub(crate) fn in_the_bin(name: &str) -> Self {
        let sentence = format!("\u{201c}{name}\u{201d} is in the bin. Nothing was taken in.");
        Self::new(FailureCode::Input, sentence, "Bring it back first, then take the file in.")
    }

    /// A co-op's file that joins nothing, because the co-op was erased here.
    pub(crate) fn erased_here() -> Self {
        Self::new(
            FailureCode::Input,
            "This co-op was erased on this computer, so its full file cannot come back. Nothing was taken in.",
            "Ask for its text file, which has the answers alone. It comes in as a new co-op.",
        )
    }

    /// A co-op's file that is not made, because nobody could take it in.
    pub(crate) fn not_to_be_taken_in(error: &CoopError) -> Self {
        let what_to_do = match error {
            CoopError::HiddenCharacter { .. } => {
                "No file was made. Type that text again, then make the file."
            }
            _ => {
                "No file was made. Under Backups you can copy everything to a folder: a backup may be of any size."
            }
        };
        let sentence = format!("Nobody could take in the file of this co-op: {error}.");
        Self::new(FailureCode::Input, sentence, what_to_do)
    }
}
