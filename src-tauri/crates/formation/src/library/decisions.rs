//! Questions, a file for each part.

use serde::Deserialize;
use toml::{Spanned, Value as Toml};

use super::error::line_at;
use super::front_matter::slug;
use super::{LibraryFault, SourceFile, to_json};
use crate::decision::{Choice, Decision, DefaultWhen, Kind, Value, ValueError, read as read_value};
use crate::legal::LegalForm;
use crate::text::{Engine, TextError};

/// Questions that are asked together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionPart {
    /// The file's name without ending: "4-members-meetings".
    pub file: String,
    /// The file: "decisions/4-members-meetings.toml".
    pub path: String,
    /// Stable name: "members-meetings".
    pub slug: String,
    /// Its heading on screen.
    pub heading: String,
    /// A sentence or two to the group.
    pub intro: String,
    /// Its questions by slug, in the order asked.
    pub decisions: Vec<String>,
}

/// What is wrong with one question; who it is stands before it.
#[derive(Debug, thiserror::Error)]
enum QuestionError {
    #[error("questions take no blanks but {{{{ w.director }}}} and {{{{ w.directors }}}}")]
    Blank,
    #[error("the condition {when}: {error}")]
    Condition { when: String, error: TextError },
    #[error("the default does not fit: {0}")]
    Default(ValueError),
    #[error("the option {value} does not fit: {error}")]
    Option { value: Toml, error: ValueError },
    #[error("a count needs a unit")]
    NoUnit,
    #[error("there is no kind \u{201c}{0}\u{201d}")]
    NoKind(String),
}

/// A file of questions as it is written, before anything is made of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    part: String,
    heading: String,
    intro: String,
    #[serde(default)]
    decision: Vec<Raw>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    slug: Spanned<String>,
    slot: String,
    question: String,
    #[serde(default)]
    explain: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    usual: String,
    example: Option<String>,
    law: Option<String>,
    kind: Spanned<String>,
    unit: Option<String>,
    min: Option<f64>,
    max: Option<f64>,
    #[serde(default)]
    other: bool,
    when: Option<String>,
    default: Option<Toml>,
    #[serde(default)]
    default_when: Vec<RawDefault>,
    #[serde(default)]
    option: Vec<RawOption>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDefault {
    when: String,
    value: Toml,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOption {
    value: Toml,
    label: String,
    #[serde(default)]
    means: String,
    when: Option<String>,
}

/// Reads what is written.
pub(super) fn written(file: &SourceFile<'_>) -> Result<File, LibraryFault> {
    toml::from_str(file.text).map_err(|error| LibraryFault::of_toml(file.path, file.text, 1, &error))
}

/// Makes questions of what is written.
pub(super) fn read(
    file: &SourceFile<'_>,
    raw: File,
    engine: &mut Engine,
) -> Result<(DecisionPart, Vec<Decision>), Vec<LibraryFault>> {
    let mut faults = Vec::new();
    let mut decisions = Vec::new();
    for one in raw.decision {
        let line = line_at(file.text, one.slug.span().start);
        let slug = one.slug.as_ref().clone();
        match decision(one, &raw.part, engine) {
            Ok(decision) => decisions.push(decision),
            Err(error) => {
                let message = format!("{slug}: {error}");
                faults.push(LibraryFault { file: file.path.to_owned(), line, message });
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let part = DecisionPart {
        file: slug(file.path),
        path: file.path.to_owned(),
        slug: raw.part,
        heading: raw.heading,
        intro: raw.intro,
        decisions: decisions.iter().map(|decision| decision.slug.clone()).collect(),
    };
    Ok((part, decisions))
}

fn decision(raw: Raw, part: &str, engine: &mut Engine) -> Result<Decision, QuestionError> {
    let kind = kind(&raw)?;
    let conditions = raw.default_when.iter().map(|default| &default.when);
    let conditions = conditions.chain(raw.option.iter().filter_map(|option| option.when.as_ref()));
    for when in raw.when.iter().chain(conditions) {
        let wrong = |error| QuestionError::Condition { when: when.clone(), error };
        engine.add_condition(when).map_err(wrong)?;
    }
    let choices = choices(&kind, raw.option)?;
    let value = |value: &Toml| {
        read_value(&kind, &choices, raw.other, &to_json(value)).map_err(QuestionError::Default)
    };
    let default = raw.default.as_ref().map(value).transpose()?;
    let defaults_when = raw
        .default_when
        .iter()
        .map(|default| Ok(DefaultWhen { when: default.when.clone(), value: value(&default.value)? }))
        .collect::<Result<_, QuestionError>>()?;
    let mut decision = Decision {
        slot: raw.slot,
        part: part.to_owned(),
        question: raw.question,
        explain: raw.explain,
        why: raw.why,
        usual: raw.usual,
        example: raw.example,
        law: raw.law,
        other: raw.other,
        when: raw.when,
        default,
        defaults_when,
        choices,
        kind,
        slug: raw.slug.into_inner(),
    };
    let wrong = |text: &mut String| text.contains(BLANK) && in_words(text, "").contains(BLANK);
    if texts_of(&mut decision).any(wrong) { Err(QuestionError::Blank) } else { Ok(decision) }
}

/// What a blank begins with.
const BLANK: &str = "{{";

/// Returns a question in the words of a form: `{{ w.director }}` and `{{ w.directors }}` are all that texts of
/// questions may fill in.
pub(super) fn worded(mut decision: Decision, form: LegalForm) -> Decision {
    for text in texts_of(&mut decision).filter(|text| text.contains(BLANK)) {
        *text = in_words(text, form.director_word());
    }
    decision
}

fn in_words(text: &str, director: &str) -> String {
    text.replace("{{ w.directors }}", &format!("{director}s")).replace("{{ w.director }}", director)
}

/// Returns whether a question has words of a form to fill in. It changes nothing: there is one list of a question's texts.
pub(super) fn has_blanks(decision: &mut Decision) -> bool {
    texts_of(decision).any(|text| text.contains(BLANK))
}

fn texts_of(decision: &mut Decision) -> impl Iterator<Item = &mut String> {
    let own = [&mut decision.question, &mut decision.explain, &mut decision.why, &mut decision.usual];
    own.into_iter()
        .chain(decision.choices.iter_mut().flat_map(|choice| [&mut choice.label, &mut choice.means]))
}

/// The values of options are read as the kind's own, words of a number kind as words.
fn choices(kind: &Kind, options: Vec<RawOption>) -> Result<Vec<Choice>, QuestionError> {
    options
        .into_iter()
        .map(|option| {
            let value = match (&option.value, kind) {
                (Toml::String(word), Kind::Choice | Kind::Choices | Kind::Count { .. }) => {
                    Value::Choice(word.clone())
                }
                (Toml::String(word), Kind::Money { .. } | Kind::Percent | Kind::YearDay) => {
                    Value::Choice(word.clone())
                }
                (value, kind) => read_value(kind, &[], false, &to_json(value))
                    .map_err(|error| QuestionError::Option { value: value.clone(), error })?,
            };
            Ok(Choice { value, label: option.label, means: option.means, when: option.when })
        })
        .collect()
}

fn kind(raw: &Raw) -> Result<Kind, QuestionError> {
    let pence = |pounds: Option<f64>, otherwise: i64| {
        pounds.map_or(otherwise, |pounds| (pounds * 100.0).round() as i64)
    };
    Ok(match raw.kind.as_ref().as_str() {
        "choice" => Kind::Choice,
        "choices" => Kind::Choices,
        "yes-no" => Kind::YesNo,
        "text" => Kind::Text,
        "prose" => Kind::Prose,
        "lines" => Kind::Lines,
        "email" => Kind::Email,
        "count" => Kind::Count {
            unit: raw.unit.clone().ok_or(QuestionError::NoUnit)?,
            min: raw.min.map_or(0, |min| min as u32),
            max: raw.max.map_or(1_000_000, |max| max as u32),
        },
        "money" => Kind::Money { min: pence(raw.min, 0), max: pence(raw.max, 100_000_000_000) },
        "percent" => Kind::Percent,
        "quorum" => Kind::Quorum,
        "majority" => Kind::Majority,
        "range" => Kind::Range,
        "address" => Kind::Address,
        "year-day" => Kind::YearDay,
        "codes" => Kind::Codes,
        "tests" => Kind::Tests,
        "seats" => Kind::Seats,
        "classes" => Kind::Classes,
        other => return Err(QuestionError::NoKind(other.to_owned())),
    })
}
