//! What a registration costs.

use serde::Deserialize;
use toml::value::Datetime;

use super::{Confidence, date, forms, toml_file};
use crate::decision::Date;
use crate::legal::LegalForm;
use crate::library::{LibraryFault, SourceFile};

/// A registrar's fee for one route.
#[derive(Debug, Clone, PartialEq)]
pub struct Fee {
    /// Legal forms that pay it.
    pub forms: Vec<LegalForm>,
    /// The route: "online", "free-draft".
    pub route: String,
    /// What it pays for.
    pub what: String,
    /// Pence.
    pub pence: i64,
    /// In force from.
    pub from: Date,
    /// In force until; none while it is.
    pub until: Option<Date>,
    /// Where it was read.
    pub source: String,
    /// When it was last checked.
    pub checked: Date,
    /// How sure we are.
    pub confidence: Confidence,
    /// Where to confirm it.
    pub confirm: String,
    /// Whether it is the one that this app's papers lead to.
    pub usual: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    fee: Vec<Raw>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    forms: Vec<String>,
    route: String,
    what: String,
    value: f64,
    from: Datetime,
    until: Option<Datetime>,
    source: String,
    checked: Datetime,
    confidence: Confidence,
    confirm: String,
    #[serde(default)]
    usual: bool,
}

pub(super) fn read(file: &SourceFile<'_>) -> Result<Vec<Fee>, LibraryFault> {
    let raw: File = toml_file(file)?;
    raw.fee
        .into_iter()
        .map(|fee| {
            Ok(Fee {
                forms: forms(file, &fee.forms)?,
                route: fee.route,
                what: fee.what,
                pence: (fee.value * 100.0).round() as i64,
                from: date(file, &fee.from)?,
                until: fee.until.as_ref().map(|until| date(file, until)).transpose()?,
                source: fee.source,
                checked: date(file, &fee.checked)?,
                confidence: fee.confidence,
                confirm: fee.confirm,
                usual: fee.usual,
            })
        })
        .collect()
}
