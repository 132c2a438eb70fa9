//! What a registration costs, and what the registrar takes each year.

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

/// What a registrar takes each year for what must be sent in.
#[derive(Debug, Clone, PartialEq)]
pub struct YearlyFee {
    /// Legal forms that send it in.
    pub forms: Vec<LegalForm>,
    /// What it is for, in words that end "£50 for …".
    pub what: String,
    /// Pence; 0 where the duty has no fee.
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
}

/// All that `fees.toml` says.
pub(super) struct Fees {
    pub(super) once: Vec<Fee>,
    pub(super) yearly: Vec<YearlyFee>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    fee: Vec<Raw>,
    #[serde(default)]
    yearly: Vec<RawYearly>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawYearly {
    forms: Vec<String>,
    what: String,
    value: f64,
    from: Datetime,
    until: Option<Datetime>,
    source: String,
    checked: Datetime,
    confidence: Confidence,
    confirm: String,
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

pub(super) fn read(file: &SourceFile<'_>) -> Result<Fees, LibraryFault> {
    let raw: File = toml_file(file)?;
    let once = raw.fee.into_iter().map(|fee| once(file, fee)).collect::<Result<_, _>>()?;
    let yearly = raw.yearly.into_iter().map(|fee| yearly(file, fee)).collect::<Result<_, _>>()?;
    Ok(Fees { once, yearly })
}

fn once(file: &SourceFile<'_>, fee: Raw) -> Result<Fee, LibraryFault> {
    Ok(Fee {
        forms: forms(file, &fee.forms)?,
        route: fee.route,
        what: fee.what,
        pence: pence(fee.value),
        from: date(file, &fee.from)?,
        until: fee.until.as_ref().map(|until| date(file, until)).transpose()?,
        source: fee.source,
        checked: date(file, &fee.checked)?,
        confidence: fee.confidence,
        confirm: fee.confirm,
        usual: fee.usual,
    })
}

fn yearly(file: &SourceFile<'_>, fee: RawYearly) -> Result<YearlyFee, LibraryFault> {
    Ok(YearlyFee {
        forms: forms(file, &fee.forms)?,
        what: fee.what,
        pence: pence(fee.value),
        from: date(file, &fee.from)?,
        until: fee.until.as_ref().map(|until| date(file, until)).transpose()?,
        source: fee.source,
        checked: date(file, &fee.checked)?,
        confidence: fee.confidence,
        confirm: fee.confirm,
    })
}

fn pence(pounds: f64) -> i64 {
    (pounds * 100.0).round() as i64
}
