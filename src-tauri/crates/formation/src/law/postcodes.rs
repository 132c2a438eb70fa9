//! What the letters of a postcode say about where it is. Good for a warning, never for a refusal.

use serde::Deserialize;
use toml::value::Datetime;

use super::{Confidence, Place, date, toml_file};
use crate::decision::Date;
use crate::legal::Nation;
use crate::library::{LibraryFault, SourceFile};

/// Which nation a postcode is in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Postcodes {
    /// When it was last checked; none where there is no file.
    pub checked: Option<Date>,
    /// How sure we are; none where there is no file.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub source: String,
    wales: Vec<String>,
    scotland: Vec<String>,
    england_too: Vec<String>,
    northern_ireland: Vec<String>,
    outside: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    source: String,
    checked: Datetime,
    confidence: Confidence,
    wales: Vec<String>,
    scotland: Vec<String>,
    england_too: Vec<String>,
    northern_ireland: Vec<String>,
    outside_the_uk: Vec<String>,
}

pub(super) fn read(file: &SourceFile<'_>) -> Result<Postcodes, LibraryFault> {
    let raw: File = toml_file(file)?;
    Ok(Postcodes {
        checked: Some(date(Place::start(file), &raw.checked)?),
        confidence: Some(raw.confidence),
        source: raw.source,
        wales: raw.wales,
        scotland: raw.scotland,
        england_too: raw.england_too,
        northern_ireland: raw.northern_ireland,
        outside: raw.outside_the_uk,
    })
}

impl Postcodes {
    /// Returns its lists, in words.
    pub(super) fn in_words(&self) -> String {
        let lists = [
            ("Wales", &self.wales),
            ("Scotland", &self.scotland),
            ("England too", &self.england_too),
            ("Northern Ireland", &self.northern_ireland),
            ("outside the UK", &self.outside),
        ];
        lists.map(|(where_to, areas)| format!("{where_to}: {}", areas.join(" "))).join("; ")
    }

    /// Returns whether a postcode of this shape can be in `nation`. On a border it can be in both.
    pub fn may_be_in(&self, postcode: &str, nation: Nation) -> bool {
        let area: String = postcode
            .trim()
            .chars()
            .take_while(char::is_ascii_alphabetic)
            .map(|letter| letter.to_ascii_uppercase())
            .collect();
        let within = |list: &[String]| list.contains(&area);
        match nation {
            Nation::Wales => within(&self.wales),
            Nation::Scotland => within(&self.scotland),
            Nation::England => {
                within(&self.england_too)
                    || ![&self.wales, &self.scotland, &self.northern_ireland, &self.outside]
                        .into_iter()
                        .any(|list| within(list))
            }
        }
    }
}
