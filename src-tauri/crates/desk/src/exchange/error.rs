//! Why a `.coop` file cannot be used.

use store::StoreError;

use crate::record::RecordError;

/// Why a `.coop` file cannot be used. Nothing was taken in.
#[derive(Debug, thiserror::Error)]
pub enum CoopError {
    /// It is longer than any co-op's file.
    #[error("it is larger than 8 MB")]
    TooLarge,
    /// It is some other file.
    #[error("it is not a co-op file")]
    NotOurs,
    /// A newer version of the app made it.
    #[error("it was made by a newer Toad Lane (format {0})")]
    Newer(i64),
    /// It was altered or cut after it was made.
    #[error("it was altered or cut short after it was made")]
    Altered,
    /// It holds more than a co-op can.
    #[error("it holds too much: {0}")]
    TooMuch(&'static str),
    /// It holds a character that has no place in text.
    #[error("it holds a hidden character (U+{:04X}) in {field}", u32::from(*.character))]
    HiddenCharacter {
        /// The field.
        field: String,
        /// The character.
        character: char,
    },
    /// It holds people's particulars and is not encrypted: the app never makes such a file.
    #[error("it holds people\u{2019}s particulars and is not protected by words")]
    Unprotected,
    /// It is encrypted, and no words were given.
    #[error("it is protected by five words")]
    NeedsWords,
    /// The words do not open it.
    #[error("these words do not open it")]
    WrongWords,
    /// Opening it would keep the computer busy for minutes.
    #[error("opening it would take far more work than it should")]
    TooMuchWork,
    /// Its changes contradict what is known, or each other.
    #[error("its history does not fit: {0}")]
    BadHistory(#[source] StoreError),
    /// What it says it comes to is not what its changes come to.
    #[error("its summary does not fit its history")]
    Contradiction,
    /// What it comes to is no co-op.
    #[error("it describes no co-op: {0}")]
    NoFormation(String),
    /// It follows a sponsor's model, and the model's texts are not in it.
    #[error(
        "it follows the model \u{201c}{0}\u{201d} of a sponsoring body, and the model\u{2019}s texts are not in it"
    )]
    NoTexts(String),
    /// The texts of a sponsor's model that are in it cannot be read.
    #[error("the texts of a sponsoring body\u{2019}s model that are in it cannot be read {0}")]
    BadTexts(String),
    /// A text-only file has no history that could be joined.
    #[error("it holds the text alone, without a history to join")]
    TextOnly,
    /// The two files are of different co-ops.
    #[error("the two files are of different co-ops")]
    OtherFormation,
}

impl From<RecordError> for CoopError {
    fn from(error: RecordError) -> Self {
        Self::NoFormation(error.to_string())
    }
}
