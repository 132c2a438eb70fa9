//! Words that change with the form, the nation or a decision; and terms, which are words explained.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{LibraryFault, SourceFile};
use crate::text::Engine;

/// Words by slug, in the order of the alphabet.
#[derive(Debug, Default)]
pub(crate) struct Words(pub BTreeMap<String, Word>);

/// One word, or one term with what it means.
#[derive(Debug)]
pub(crate) struct Word {
    /// How a term is printed; empty for a plain word.
    pub term: String,
    /// Cases in order; the first that holds wins.
    pub cases: Vec<Case>,
    /// When no case holds.
    pub otherwise: Source,
}

/// What a word is under a condition.
#[derive(Debug)]
pub(crate) struct Case {
    /// The condition.
    pub when: String,
    /// How the term is printed then, if otherwise than usual.
    pub term: Option<String>,
    /// The words.
    pub source: Source,
}

/// Where the words come from.
#[derive(Debug)]
pub(crate) enum Source {
    /// A text of the engine, by name.
    Text(String),
    /// What the group itself answered, by the name texts use.
    Answer(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    term: Option<String>,
    means: Option<String>,
    r#else: Option<String>,
    #[serde(default)]
    cases: Vec<RawCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCase {
    when: String,
    term: Option<String>,
    words: Option<String>,
    means: Option<String>,
    decision: Option<String>,
}

pub(super) fn read(file: &SourceFile<'_>, kind: &str, engine: &mut Engine) -> Result<Words, LibraryFault> {
    let raw: BTreeMap<String, Raw> =
        toml::from_str(file.text).map_err(|error| LibraryFault::of_toml(file.path, file.text, 1, &error))?;
    let fault = |slug: &str, message: String| LibraryFault {
        file: file.path.to_owned(),
        line: file.text.lines().position(|line| line.trim() == format!("[{slug}]")).map_or(1, |at| at + 1),
        message,
    };
    let mut words = BTreeMap::new();
    for (slug, raw) in raw {
        let mut add = |number: usize, text: &str| {
            let name = format!("{kind}/{slug}/{number}");
            engine
                .add_text(&name, text)
                .map(|()| Source::Text(name))
                .map_err(|error| fault(&slug, error.message))
        };
        let otherwise = raw.r#else.or(raw.means).filter(|words| kind == "word" || !words.trim().is_empty());
        let otherwise = otherwise.ok_or_else(|| fault(&slug, "needs its words".to_owned()))?;
        if kind != "word" && raw.term.as_ref().is_none_or(|term| term.trim().is_empty()) {
            return Err(fault(&slug, "says what a term means, and not how it is printed".to_owned()));
        }
        let otherwise = add(0, &otherwise)?;
        let mut cases = Vec::new();
        for (index, case) in raw.cases.into_iter().enumerate() {
            let source = match (case.words.or(case.means), case.decision) {
                (Some(text), None) => add(index + 1, &text)?,
                (None, Some(decision)) => Source::Answer(decision),
                _ => return Err(fault(&slug, "a case has either words or a decision".to_owned())),
            };
            cases.push(Case { when: case.when, term: case.term, source });
        }
        for case in &cases {
            engine.add_condition(&case.when).map_err(|error| fault(&slug, error.message))?;
        }
        words.insert(slug, Word { term: raw.term.unwrap_or_default(), cases, otherwise });
    }
    Ok(Words(words))
}
