//! Figures of the law that checks compare answers with.

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::{Confidence, Place, date, toml_file};
use crate::decision::Date;
use crate::library::{LibraryFault, SourceFile};

/// A figure of the law.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// Stable name: "withdrawable-shares".
    pub slug: String,
    /// The figure, in its unit.
    pub value: f64,
    /// What it counts, in the singular: "pound", "day", "percent", "person".
    pub unit: String,
    /// What it limits, in a sentence.
    pub what: String,
    /// The law.
    pub law: String,
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
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    limit: Vec<Spanned<Raw>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    slug: String,
    value: f64,
    unit: String,
    what: String,
    law: String,
    from: Datetime,
    until: Option<Datetime>,
    source: String,
    checked: Datetime,
    confidence: Confidence,
}

impl Limit {
    /// Returns whether it is in force on `day`.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

pub(super) fn read(file: &SourceFile<'_>) -> Result<Vec<Limit>, LibraryFault> {
    let raw: File = toml_file(file)?;
    raw.limit
        .into_iter()
        .map(|limit| {
            let at = Place::of(file, &limit);
            let limit = limit.into_inner();
            Ok(Limit {
                slug: limit.slug,
                value: limit.value,
                unit: limit.unit,
                what: limit.what,
                law: limit.law,
                from: date(at, &limit.from)?,
                until: limit.until.as_ref().map(|until| date(at, until)).transpose()?,
                source: limit.source,
                checked: date(at, &limit.checked)?,
                confidence: limit.confidence,
            })
        })
        .collect()
}
