//! Answers sheets: papers that carry what a registrar's form asks, question by question.
//!
//! The library drafts every answer from the decisions. A group may give one in its own words: then those are
//! printed, and the draft that they replaced is kept, so that anybody can see later whether the draft would say
//! something else by now. Knows nothing of where answers are stored; `pack` splits the papers.

use document::{Block, Text};
use serde_json::{Value as Json, json};

use crate::edit::{Wording, WordingError, is_slug};

/// A question of an answers sheet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SheetQuestion {
    /// The paper's slug: "fca-answers".
    pub paper: String,
    /// The question's slug, made of its words: "what-happens-to-a-surplus".
    pub question: String,
}

/// What a group answers in its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnAnswer {
    /// The question, and the answer in the signs that rules by hand have.
    pub words: Wording,
    /// The draft that it replaced, in those signs; empty where nobody knows it.
    pub was: String,
}

/// An answers sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The paper's slug.
    pub paper: String,
    /// The paper's title.
    pub title: String,
    /// The answers that a group may give in its own words; none where a form asks for facts alone.
    pub answers: Vec<SheetAnswer>,
}

/// A question of a sheet, with what it says now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetAnswer {
    /// The question.
    pub question: SheetQuestion,
    /// Its words.
    pub heading: Text,
    /// What the library drafts.
    pub draft: Vec<Block>,
    /// The same in signs, as somebody can go on writing it.
    pub source: String,
}

/// Why a field is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// It is no table of fields, or one is missing.
    #[error("it must have a question, an answer and what it was, each text")]
    NoTable,
    /// The answer does not fit.
    #[error(transparent)]
    Wording(#[from] WordingError),
}

impl SheetQuestion {
    /// Returns the question of a paper whose words are `heading`; none when no slug can be made of them.
    pub(crate) fn of(paper: &str, heading: &Text) -> Option<Self> {
        let words: String =
            heading.plain().to_lowercase().chars().filter(|c| !matches!(c, '\'' | '\u{2019}')).collect();
        let parts: Vec<&str> =
            words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
        let question = parts.join("-");
        is_slug(&question).then(|| Self { paper: paper.to_owned(), question })
    }
}

impl std::fmt::Display for SheetQuestion {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}/{}", self.paper, self.question)
    }
}

impl OwnAnswer {
    /// Returns the answer as a field.
    pub fn write(&self) -> Json {
        json!({ "question": self.words.heading(), "text": self.words.text(), "was": self.was })
    }

    /// Reads an answer from its field.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(json: &Json) -> Result<Self, SheetError> {
        let text = |field: &str| json.get(field).and_then(Json::as_str).ok_or(SheetError::NoTable);
        Ok(Self { words: Wording::new(text("question")?, text("text")?)?, was: text("was")?.to_owned() })
    }

    /// Returns whether the draft says by now what it said when it was replaced, as far as anybody knows: other spaces
    /// are no other words.
    pub fn replaced(&self, draft: &str) -> bool {
        self.was.trim().is_empty() || self.was.split_whitespace().eq(draft.split_whitespace())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_known_by_its_words() {
        let slug = |words: &str| SheetQuestion::of("fca-answers", &Text::words(words)).map(|q| q.question);
        assert_eq!(slug("What happens to a surplus?").as_deref(), Some("what-happens-to-a-surplus"));
        assert_eq!(slug("Who\u{2019}s in, and why?").as_deref(), Some("whos-in-and-why"));
        assert_eq!(slug("?"), None);
    }

    #[test]
    fn an_answer_reads_back_as_what_was_written() {
        let words = Wording::new("What?", "This.\n\n- and that").unwrap();
        let answer = OwnAnswer { words, was: "That.".to_owned() };
        assert_eq!(OwnAnswer::read(&answer.write()), Ok(answer.clone()));
        assert!(answer.replaced(" That. ") && !answer.replaced("This."));
        for wrong in [json!(1), json!({}), json!({ "question": "What?", "text": 3, "was": "" })] {
            assert_eq!(OwnAnswer::read(&wrong), Err(SheetError::NoTable), "{wrong}");
        }
        let empty = json!({ "question": "What?", "text": " ", "was": "" });
        assert_eq!(OwnAnswer::read(&empty), Err(SheetError::Wording(WordingError::NoText)));
    }
}
