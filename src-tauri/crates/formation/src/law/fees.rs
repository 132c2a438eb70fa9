//! What a registration costs, and what the registrar takes each year.

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::{Confidence, Place, date, forms, toml_file};
use crate::decision::Date;
use crate::legal::LegalForm;
use crate::library::{LibraryFault, SourceFile};

/// A registrar's fee.
#[derive(Debug, Clone, PartialEq)]
pub struct Fee {
    /// Legal forms that pay it.
    pub forms: Vec<LegalForm>,
    /// What it pays for. Of a yearly fee, in words that end "£50 for …".
    pub what: String,
    /// Pence; 0 where there is a duty and no fee for it.
    pub pence: i64,
    /// When it is paid.
    pub due: Due,
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

/// When a fee is paid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// Once, for registering.
    Once {
        /// The route: "online", "free-draft".
        route: String,
        /// Whether it is the one that this app's papers lead to.
        usual: bool,
    },
    /// Each year, for what must be sent in.
    Yearly,
}

impl Fee {
    /// Returns whether it is in force on `day`.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Returns the route to registration that it pays for; none of a yearly fee.
    pub fn route(&self) -> Option<&str> {
        match &self.due {
            Due::Once { route, .. } => Some(route),
            Due::Yearly => None,
        }
    }

    /// Returns whether it is the fee for registering that this app's papers lead to.
    pub fn is_usual(&self) -> bool {
        matches!(self.due, Due::Once { usual: true, .. })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    fee: Vec<Spanned<RawOnce>>,
    #[serde(default)]
    yearly: Vec<Spanned<RawYearly>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOnce {
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

pub(super) fn read(file: &SourceFile<'_>) -> Result<Vec<Fee>, LibraryFault> {
    let raw: File = toml_file(file)?;
    let yearly = raw.yearly.into_iter().map(|raw| (Place::of(file, &raw), raw.into_inner(), Due::Yearly));
    let once = raw.fee.into_iter().map(|raw| {
        let at = Place::of(file, &raw);
        let RawOnce { forms, route, what, value, from, until, source, checked, confidence, confirm, usual } =
            raw.into_inner();
        let rest = RawYearly { forms, what, value, from, until, source, checked, confidence, confirm };
        (at, rest, Due::Once { route, usual })
    });
    once.chain(yearly).map(|(at, raw, due)| fee(at, raw, due)).collect()
}

fn fee(at: Place<'_>, raw: RawYearly, due: Due) -> Result<Fee, LibraryFault> {
    Ok(Fee {
        forms: forms(at, &raw.forms)?,
        what: raw.what,
        pence: (raw.value * 100.0).round() as i64,
        due,
        from: date(at, &raw.from)?,
        until: raw.until.as_ref().map(|until| date(at, until)).transpose()?,
        source: raw.source,
        checked: date(at, &raw.checked)?,
        confidence: raw.confidence,
        confirm: raw.confirm,
    })
}
