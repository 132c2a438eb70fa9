//! Failures as people read them: the one place where an error becomes a sentence and what to do.
//!
//! What is said of the store, of co-op files and of other people's texts stands in a file each.

mod coop;
mod models;
mod store;

use std::path::Path;

use formation::answers_file::{AnswersError, FounderError};
use formation::decision::ValueError;

use crate::assets::AssetError;
use crate::record::RecordError;

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
        Self::new(FailureCode::NotFound, format!("{what} is not there any more."), "Go back to your co-ops.")
    }

    /// Blockers stand.
    pub fn blocked(count: usize) -> Self {
        let sentence = match count {
            1 => "1 thing stops the final pack.".to_owned(),
            count => format!("{count} things stop the final pack."),
        };
        Self::new(FailureCode::Blocked, sentence, "Mend what the checks list, or make a draft.")
    }

    /// Copies disagree, and nobody has settled it.
    pub(crate) fn disputed(count: usize) -> Self {
        let sentence = match count {
            1 => "Copies disagree on 1 thing, so no final pack is made.".to_owned(),
            count => format!("Copies disagree on {count} things, so no final pack is made."),
        };
        let what_to_do = "Choose under Hand it on what stands, or make a draft.";
        Self::new(FailureCode::Blocked, sentence, what_to_do)
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

    /// Somebody asked to stop.
    pub(crate) fn stopped() -> Self {
        Self::new(
            FailureCode::Stopped,
            "This was stopped, as you asked: no papers were made.",
            "Make them again when you are ready.",
        )
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
