//! What a group answers a registrar in its own words, in an answers file: `[[answers]]` tables.

use std::collections::BTreeMap;

use document::Text;
use serde_json::Value as Json;

use crate::edit::{Wording, WordingError};
use crate::legal::LegalForm;
use crate::library::Library;
use crate::sheet::{OwnAnswer, SheetQuestion};

/// Why an answer for the registrar cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum OwnAnswerError {
    /// It is no table of fields.
    #[error("it must be a table of fields")]
    NoTable,
    /// A field nobody knows.
    #[error("there is no field \u{201c}{0}\u{201d}")]
    Unknown(String),
    /// A field that is missing, or holds no text.
    #[error("{0} must be text in quotes")]
    NoText(&'static str),
    /// Not one of the pack's answers sheets.
    #[error("there is no answers sheet \u{201c}{found}\u{201d}; there is {sheets}")]
    NoSheet { found: String, sheets: String },
    /// Words of which no question can be known.
    #[error("\u{201c}{0}\u{201d} cannot be a question of a sheet")]
    NoQuestion(String),
    /// One question, two answers.
    #[error("\u{201c}{0}\u{201d} is answered twice")]
    Twice(String),
    /// The answer does not fit.
    #[error("{0}")]
    Wording(#[from] WordingError),
}

/// Adds the answer of one table to `all`. Where the file does not say what it replaced, nobody knows.
pub(super) fn read_own_answer(
    library: &Library,
    form: LegalForm,
    json: &Json,
    all: &mut BTreeMap<SheetQuestion, OwnAnswer>,
) -> Result<(), OwnAnswerError> {
    let fields = json.as_object().ok_or(OwnAnswerError::NoTable)?;
    const KNOWN: [&str; 4] = ["paper", "question", "text", "was"];
    if let Some(field) = fields.keys().find(|field| !KNOWN.contains(&field.as_str())) {
        return Err(OwnAnswerError::Unknown(field.clone()));
    }
    let text =
        |field: &'static str| fields.get(field).and_then(Json::as_str).ok_or(OwnAnswerError::NoText(field));
    let (paper, heading) = (text("paper")?, text("question")?);
    let sheets = library.pack(form).iter().map(String::as_str);
    let sheets: Vec<&str> =
        sheets.filter(|slug| library.paper(slug).is_some_and(|paper| paper.answers)).collect();
    if !sheets.contains(&paper) {
        let (found, sheets) =
            (paper.to_owned(), if sheets.is_empty() { "none".to_owned() } else { sheets.join(", ") });
        return Err(OwnAnswerError::NoSheet { found, sheets });
    }
    let question = SheetQuestion::of(paper, &Text::words(heading))
        .ok_or_else(|| OwnAnswerError::NoQuestion(heading.to_owned()))?;
    let was = if fields.contains_key("was") { text("was")?.to_owned() } else { String::new() };
    let words = Wording::new(heading, text("text")?)?;
    match all.insert(question, OwnAnswer { words, was }) {
        Some(other) => Err(OwnAnswerError::Twice(other.words.heading().to_owned())),
        None => Ok(()),
    }
}
