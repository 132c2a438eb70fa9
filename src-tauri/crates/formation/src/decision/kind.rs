//! The question of a decision, as the library states it.

use super::Value;

/// A question the group answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// How texts and answers files call it: "general-meeting-quorum".
    pub slug: String,
    /// Its place in the catalogue of slots: "D5".
    pub slot: String,
    /// The part of the constitution it belongs to: "members-meetings".
    pub part: String,
    /// The question as asked in the room.
    pub question: String,
    /// What is meant.
    pub explain: String,
    /// Why it matters.
    pub why: String,
    /// What most groups choose.
    pub usual: String,
    /// An example of an answer, for open questions.
    pub example: Option<String>,
    /// The law that guards it.
    pub law: Option<String>,
    /// What may be answered.
    pub kind: Kind,
    /// The choices shown.
    pub choices: Vec<Choice>,
    /// Whether an answer outside the choices is welcome.
    pub other: bool,
    /// The condition under which it is asked, in the language of the texts.
    pub when: Option<String>,
    /// The usual answer.
    pub default: Option<Value>,
    /// Other usual answers under a condition; the first that holds wins.
    pub defaults_when: Vec<DefaultWhen>,
}

/// A usual answer under a condition.
#[derive(Debug, Clone, PartialEq)]
pub struct DefaultWhen {
    /// The condition, in the language of the texts.
    pub when: String,
    /// The answer.
    pub value: Value,
}

/// One of the answers shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The answer.
    pub value: Value,
    /// In few words.
    pub label: String,
    /// What follows from it.
    pub means: String,
    /// The condition under which it is offered, in the language of the texts.
    pub when: Option<String>,
}

/// What kind of answer a decision takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One of the choices.
    Choice,
    /// Some of the choices, in the group's order.
    Choices,
    /// Yes or no.
    YesNo,
    /// A line of text.
    Text,
    /// Sentences.
    Prose,
    /// Several lines of text.
    Lines,
    /// An e-mail address.
    Email,
    /// A whole number of something, or a choice's word.
    Count {
        /// What is counted, in the singular: "month".
        unit: String,
        /// The least that makes sense.
        min: u32,
        /// The most that makes sense.
        max: u32,
    },
    /// An amount of money, or a choice's word.
    Money {
        /// The least that makes sense, in pence.
        min: i64,
        /// The most that makes sense, in pence.
        max: i64,
    },
    /// A share of something, or a choice's word.
    Percent,
    /// How many must take part.
    Quorum,
    /// How many must agree, and of whom.
    Majority,
    /// A least and a most number.
    Range,
    /// A postal address.
    Address,
    /// A day that comes each year, or a choice's word.
    YearDay,
    /// Codes of the Standard Industrial Classification.
    Codes,
    /// Tests that make a person qualify.
    Tests,
    /// Seats kept for groups.
    Seats,
    /// Classes of members.
    Classes,
}

impl Decision {
    /// Returns the name texts use: the slug with `_` for `-`.
    pub fn variable(&self) -> String {
        self.slug.replace('-', "_")
    }
}
