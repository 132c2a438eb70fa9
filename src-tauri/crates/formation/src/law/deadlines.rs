//! What a new co-op must do by when.

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::{Confidence, Place, date, forms, toml_file};
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
    /// Another day so counted; the later of the two is the day. None where there is no other.
    pub or_later: Option<Count>,
    /// How often it comes.
    pub years: Years,
    /// Which office it concerns; none where no paper gathers them.
    pub topic: Option<Topic>,
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
    /// The last day of a period for which corporation tax is worked out: of the financial year, or sooner.
    TaxPeriod,
}

/// So many months, then so many days, after a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// From which day.
    pub after: After,
    /// How many months.
    #[serde(default)]
    pub months: u32,
    /// How many days more.
    #[serde(default)]
    pub days: u32,
}

/// How often a duty comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Years {
    /// Once.
    Once,
    /// Every year.
    Every,
    /// Once, and only where the first financial year is longer than usual.
    LongFirst,
    /// Every year, but not after a first financial year that is longer than usual.
    AllButLongFirst,
}

/// Duties that a paper gathers, because they go to one office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// HM Revenue & Customs, about tax on profit.
    Tax,
    /// HM Revenue & Customs, about value added tax.
    Vat,
    /// What an employer sees to.
    Employer,
    /// The Information Commissioner.
    Data,
}

impl Topic {
    /// Returns its stable name: "tax".
    pub fn slug(self) -> &'static str {
        match self {
            Self::Tax => "tax",
            Self::Vat => "vat",
            Self::Employer => "employer",
            Self::Data => "data",
        }
    }
}

impl Deadline {
    /// Returns how its day is counted; none where no day can be worked out.
    pub fn count(&self) -> Option<Count> {
        self.after.map(|after| Count { after, months: self.months, days: self.days })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    deadline: Vec<Spanned<Raw>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Raw {
    forms: Vec<String>,
    what: String,
    due: String,
    after: Option<After>,
    #[serde(default)]
    months: u32,
    #[serde(default)]
    days: u32,
    or_later: Option<Count>,
    years: Option<Years>,
    topic: Option<Topic>,
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
            let at = Place::of(file, &deadline);
            let deadline = deadline.into_inner();
            Ok(Deadline {
                forms: forms(at, &deadline.forms)?,
                what: deadline.what,
                due: deadline.due,
                after: deadline.after,
                or_later: deadline.or_later,
                years: deadline.years.unwrap_or(match deadline.after {
                    Some(After::YearEnd | After::TaxPeriod) => Years::Every,
                    _ => Years::Once,
                }),
                topic: deadline.topic,
                months: deadline.months,
                days: deadline.days,
                who: deadline.who,
                law: deadline.law,
                source: deadline.source,
                checked: date(at, &deadline.checked)?,
                confidence: deadline.confidence,
            })
        })
        .collect()
}
