//! What a new co-op must do by when.

use serde::Deserialize;
use toml::value::Datetime;

use super::{Confidence, date, forms, toml_file};
use crate::decision::Date;
use crate::legal::LegalForm;
use crate::library::{LibraryFault, SourceFile};

/// A duty with its day.
#[derive(Debug, Clone, PartialEq)]
pub struct Deadline {
    /// Legal forms whose duty it is.
    pub forms: Vec<LegalForm>,
    /// What is to be done.
    pub what: String,
    /// By when, in words.
    pub due: String,
    /// From which day to count; none where no day can be worked out.
    pub after: Option<After>,
    /// How many months to count.
    pub months: u32,
    /// How many days more.
    pub days: u32,
    /// Who does it.
    pub who: String,
    /// The law.
    pub law: String,
    /// Where it was read.
    pub source: String,
    /// When it was last checked.
    pub checked: Date,
    /// How sure we are.
    pub confidence: Confidence,
}

/// The day from which a deadline counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum After {
    /// The day of registration.
    Registration,
    /// The last day of the financial year.
    YearEnd,
    /// The day business begins.
    StartOfBusiness,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    deadline: Vec<Raw>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    forms: Vec<String>,
    what: String,
    due: String,
    after: Option<After>,
    #[serde(default)]
    months: u32,
    #[serde(default)]
    days: u32,
    who: String,
    law: String,
    source: String,
    checked: Datetime,
    confidence: Confidence,
}

pub(super) fn read(file: &SourceFile<'_>) -> Result<Vec<Deadline>, LibraryFault> {
    let raw: File = toml_file(file)?;
    raw.deadline
        .into_iter()
        .map(|deadline| {
            Ok(Deadline {
                forms: forms(file, &deadline.forms)?,
                what: deadline.what,
                due: deadline.due,
                after: deadline.after,
                months: deadline.months,
                days: deadline.days,
                who: deadline.who,
                law: deadline.law,
                source: deadline.source,
                checked: date(file, &deadline.checked)?,
                confidence: deadline.confidence,
            })
        })
        .collect()
}
