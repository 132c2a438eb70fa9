//! Failures as people read them: the one place where an error becomes a sentence and what to do.

use std::path::Path;

use formation::Formation;
use formation::answers_file::{AnswersError, BUILT_IN_MODEL, FounderError};
use formation::decision::ValueError;
use formation::library::Model;
use store::{Fault, StoreError};

use crate::assets::AssetError;
use crate::encryption::Secret;
use crate::exchange::CoopError;
use crate::package::{Package, PackageError};
use crate::place::Unfit;
use crate::record::RecordError;
use crate::view::ShelfModel;

/// What went wrong, for a person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{sentence} {what_to_do}")]
pub struct Failure {
    /// What kind of failure, for programs.
    pub code: FailureCode,
    /// What happened and where, a finished sentence.
    pub sentence: String,
    /// What to do, a finished sentence.
    pub what_to_do: String,
    /// The field it concerns: a decision's slug, one entry of its list ("classes.2.votes"), or the name of a form
    /// field.
    pub field: Option<String>,
}

/// What to do about a character that nobody can see: it comes along with what is pasted.
const TYPE_AGAIN: &str = "Delete the text and type it again, instead of pasting it.";

/// Kinds of failure that a host treats differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureCode {
    /// Something a person typed does not fit.
    Input,
    /// There is no such formation, question or person.
    NotFound,
    /// Blockers stand: no final pack.
    Blocked,
    /// The store is in use by another window.
    InUse,
    /// The store is encrypted: the passphrase or the recovery code is needed.
    Locked,
    /// The store cannot be used.
    Store,
    /// The store is damaged: [`crate::recovery`] says what can be done.
    Damaged,
    /// A file or folder cannot be written or read.
    Files,
    /// Somebody asked to stop.
    Stopped,
    /// The app itself is faulty.
    Fault,
}

impl Failure {
    fn new(code: FailureCode, sentence: impl Into<String>, what_to_do: impl Into<String>) -> Self {
        Self { code, sentence: sentence.into(), what_to_do: what_to_do.into(), field: None }
    }

    fn at(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// A value that does not fit a field.
    pub fn input(
        field: impl Into<String>,
        sentence: impl Into<String>,
        what_to_do: impl Into<String>,
    ) -> Self {
        Self::new(FailureCode::Input, sentence, what_to_do).at(field)
    }

    /// An answer that does not fit its question.
    pub fn answer(slug: &str, question: &str, error: &ValueError) -> Self {
        let sentence = format!("The answer to \u{201c}{question}\u{201d} does not fit: {error}.");
        let field = match error.place() {
            Some((at, part)) => format!("{slug}.{}.{part}", at + 1),
            None => slug.to_owned(),
        };
        let what_to_do =
            if error.is_hidden_character() { TYPE_AGAIN } else { "Change the answer and try again." };
        Self::input(field, sentence, what_to_do)
    }

    /// A person's particulars, or an organisation's, that do not fit.
    pub fn founder(error: &FounderError) -> Self {
        let sentence = format!("The {} cannot be read: {}.", error.field, error.error);
        let what_to_do =
            if error.error.is_hidden_character() { TYPE_AGAIN } else { "Change it and save again." };
        Self::input(error.field.clone(), sentence, what_to_do)
    }

    /// Something that is not there.
    pub fn not_found(what: &str) -> Self {
        Self::new(FailureCode::NotFound, format!("{what} is not there any more."), "Go back to the desk.")
    }

    /// No model for a type and form; or one of a sponsor's whose texts are not there.
    pub fn no_model(formation: &Formation) -> Self {
        if formation.model != BUILT_IN_MODEL {
            return Self::no_texts(&formation.model);
        }
        let sentence = format!(
            "There are no rules yet for a {} as a {}.",
            formation.coop_type.title().to_lowercase(),
            formation.form.title().to_lowercase()
        );
        Self::new(FailureCode::NotFound, sentence, "Choose another type or legal form.")
    }

    /// A co-op names a sponsor's model, and its texts did not come along.
    pub fn no_texts(model: &str) -> Self {
        let sentence = format!(
            "This co-op follows the model \u{201c}{model}\u{201d} of a sponsoring body, and the model\u{2019}s texts \
             are not here."
        );
        let what_to_do = "Its answers are safe. Get the model from the sponsoring body, add it under Settings, Rules of \
                          a sponsoring body, and let the co-op follow it there.";
        Self::new(FailureCode::NotFound, sentence, what_to_do)
    }

    /// The texts that a co-op keeps of a sponsor's model cannot be read.
    pub(crate) fn texts_unreadable(model: &str, fault: &str) -> Self {
        let model = if model.is_empty() { "a sponsoring body\u{2019}s model" } else { model };
        let fault = if fault.is_empty() { String::new() } else { format!(" ({fault})") };
        let sentence =
            format!("The rules of this co-op are those of {model}, and they cannot be read any more{fault}.");
        let what_to_do = "Its answers are safe. Add a newer edition under Settings, Rules of a sponsoring body, and \
                          let the co-op follow that one.";
        Self::new(FailureCode::NotFound, sentence, what_to_do)
    }

    /// Blockers stand.
    pub fn blocked(count: usize) -> Self {
        let sentence = match count {
            1 => "1 thing stops the final pack.".to_owned(),
            count => format!("{count} things stop the final pack."),
        };
        Self::new(FailureCode::Blocked, sentence, "Mend what the checks list, or make a draft.")
    }

    /// Characters that no face can show.
    pub fn unprintable(character: char, place: &str) -> Self {
        let sentence = format!(
            "The character \u{201c}{character}\u{201d} (U+{:04X}) in \u{201c}{place}\u{201d} cannot be printed.",
            u32::from(character)
        );
        Self::new(FailureCode::Input, sentence, "Write it with other letters, and export again.")
    }

    /// A paper that is longer than any that can be printed.
    pub fn too_long(title: &str, letters: usize) -> Self {
        let sentence = format!("\u{201c}{title}\u{201d} is too long to print by {letters} letters.");
        Self::new(FailureCode::Input, sentence, "Shorten what was written into it, and export again.")
    }

    /// A file or folder that cannot be used.
    pub fn files(path: &Path, error: &std::io::Error) -> Self {
        let why = match error.kind() {
            std::io::ErrorKind::PermissionDenied => "you may not write there",
            std::io::ErrorKind::NotFound => "it is not there",
            std::io::ErrorKind::StorageFull => "the disk is full",
            std::io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only",
            std::io::ErrorKind::NotADirectory => "a file stands where its folder should be",
            std::io::ErrorKind::AlreadyExists => "something with that name is there already",
            _ => "the disk reports an error",
        };
        Self::new(
            FailureCode::Files,
            format!("\u{201c}{}\u{201d} cannot be used: {why}.", path.display()),
            "Choose another folder, or make room and try again.",
        )
    }

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

    /// Somebody asked to stop.
    pub(crate) fn stopped() -> Self {
        Self::new(
            FailureCode::Stopped,
            "This was stopped, as you asked: no papers were made.",
            "Make them again when you are ready.",
        )
    }

    /// Something in a sponsor's package that cannot be taken.
    pub fn package(name: &str, error: PackageError) -> Self {
        Self::new(
            FailureCode::Files,
            format!("{} {error}.", name.escape_debug()),
            "Mend it or take it out of the package, or choose another one.",
        )
    }

    /// Newer law with faults.
    pub(crate) fn law_not_sound() -> Self {
        Self::new(
            FailureCode::Input,
            "Something in these figures is wrong, so they were not taken in.",
            "Mend what is listed, or ask whoever made the file for a sound one.",
        )
    }

    /// Newer law that is none.
    pub(crate) fn law_not_newer() -> Self {
        Self::new(
            FailureCode::Input,
            "Nothing in these figures is newer than what is here.",
            "Keep what is here, or choose another file.",
        )
    }

    /// Newer law on the desk that cannot be read any more.
    pub(crate) fn law_unreadable() -> Self {
        Self::new(
            FailureCode::NotFound,
            "The newer figures of the law that were taken in cannot be read any more. The app\u{2019}s own are used.",
            "Take newer figures in again, or go back to the app\u{2019}s own.",
        )
    }

    /// A sponsor's package with faults.
    pub(crate) fn package_not_sound() -> Self {
        Self::new(
            FailureCode::Input,
            "The package is not sound, so it was not added.",
            "Mend what is listed, or ask the sponsoring body for a sound one.",
        )
    }

    /// A sponsor's package on the shelf that cannot be read.
    pub(crate) fn package_unreadable(fault: &str) -> Self {
        Self::new(
            FailureCode::NotFound,
            format!("This model cannot be read any more ({fault})."),
            "Ask the sponsoring body for a newer edition, and add that.",
        )
    }

    /// Two texts of one edition.
    pub(crate) fn same_edition(title: &str, edition: &str) -> Self {
        Self::new(
            FailureCode::Input,
            format!("\u{201c}{title}\u{201d}, edition {edition}, is here already, with other texts."),
            "Ask the sponsoring body for a package whose edition has a name of its own, or take the old one off first.",
        )
    }

    /// A co-op does not follow the model that it is to be moved along.
    pub(crate) fn other_model() -> Self {
        Self::new(
            FailureCode::Input,
            "This co-op follows another model, so it cannot move to this edition.",
            "Choose an edition of the model that it follows.",
        )
    }

    /// More packages than a shelf has room for.
    pub(crate) fn shelf_full(most: usize) -> Self {
        Self::new(
            FailureCode::Input,
            format!("There are {most} models here. That is the most."),
            "Take one off that no co-op will begin with any more.",
        )
    }

    /// A sponsor's model that is made for other co-ops.
    pub(crate) fn model_is_for_others(package: &Package, id: &str) -> Self {
        let models = package.models();
        let of_that_name: Vec<&Model> = models.iter().filter(|model| model.id == id).collect();
        let made_for: Vec<String> = of_that_name.iter().map(|model| ShelfModel::of(model).made_for).collect();
        let title = of_that_name.first().map_or(id, |model| model.title.as_str());
        let sentence = format!("\u{201c}{title}\u{201d} is made for: {}.", made_for.join("; "));
        Self::input("rules-own", sentence, "Choose that, or other rules.")
    }

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

    /// A character that nobody can see.
    pub fn hidden_character(character: char) -> Self {
        let sentence = format!("There is a hidden character (U+{:04X}) in the text.", u32::from(character));
        Self::new(FailureCode::Input, sentence, TYPE_AGAIN)
    }

    /// A text of a length that nobody writes.
    pub(crate) fn too_much_text(letters: usize, most: usize) -> Self {
        let sentence = format!("One of the texts has {letters} characters; {most} is the most.");
        Self::new(FailureCode::Input, sentence, "Shorten it, and save it again.")
    }

    /// A rule that the app works out.
    pub(crate) fn computed_rule() -> Self {
        Self::input(
            "rule-text",
            "The app works this rule out from the other rules, so it cannot be typed.",
            "Add a rule of your own after it.",
        )
    }

    /// More rules than a constitution may have.
    pub(crate) fn too_many_rules(most: usize) -> Self {
        let sentence = format!("You have added {most} rules of your own. That is the most.");
        Self::input("rule-heading", sentence, "Put what you want to say into one of them.")
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

    /// The same failure with one more thing to do.
    pub(crate) fn and_then(mut self, also: &str) -> Self {
        self.what_to_do = format!("{} {also}", self.what_to_do);
        self
    }

    /// The app is faulty.
    pub fn fault(detail: &str) -> Self {
        Self::new(
            FailureCode::Fault,
            format!("Toad Lane made a mistake: {detail}."),
            "Your answers are safe. Please tell the makers what you did.",
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
                    format!("The file that holds your co-ops is damaged: {what}. Nothing of it was changed."),
                    "Go back to a backup, and add what can still be read. The damaged file is kept.",
                )
            }
            StoreError::NotAStore => Self::new(
                FailureCode::Damaged,
                "The file that should hold your co-ops is something else. Nothing of it was changed.",
                "Go back to a backup. The file is kept under another name.",
            ),
            StoreError::NotEncrypted => Self::new(
                FailureCode::Damaged,
                "The file that holds your co-ops is not locked, though it should be. Nothing of it was changed.",
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

impl From<AssetError> for Failure {
    fn from(error: AssetError) -> Self {
        Self::fault(&format!("its own texts are damaged ({error})"))
    }
}

impl From<RecordError> for Failure {
    fn from(error: RecordError) -> Self {
        Self::new(
            FailureCode::Store,
            format!("One of your co-ops cannot be read: {error}."),
            "It stays as it is. Try another version of Toad Lane, which may be able to read it.",
        )
    }
}

impl From<AnswersError> for Failure {
    fn from(error: AnswersError) -> Self {
        let field = error.field.clone();
        Self::input(
            field,
            format!("The answers file cannot be read: {error}."),
            "Mend the line and try again.",
        )
    }
}
