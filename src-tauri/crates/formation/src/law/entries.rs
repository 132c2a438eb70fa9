//! The law's data as a list of dated values, so that two editions of it can be compared by people.
//!
//! A value goes by a key that stays the same when what it says changes. What has no slug of its own goes by the forms it
//! is for and the words that say what it is.

use std::collections::BTreeMap;

use super::{Confidence, Deadline, Due, Ending, Fee, Law, Limit, SensitiveWord};
use crate::decision::Date;
use crate::legal::LegalForm;
use crate::text::{long_date, money};

/// A dated value, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawEntry {
    /// Which value it is, whatever it says.
    pub key: String,
    /// What it is: "The longest name a company may have, spaces included".
    pub title: String,
    /// What it says: "160 characters".
    pub says: String,
    /// Where it was read.
    pub source: String,
    /// When it was last checked.
    pub checked: Date,
    /// How sure we are.
    pub confidence: Confidence,
}

/// What differs between two editions of the law's data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawChange {
    /// What it is about.
    pub title: String,
    /// What was said; none of what is new.
    pub was: Option<LawEntry>,
    /// What is said; none of what is gone.
    pub is: Option<LawEntry>,
}

impl LawEntry {
    /// Returns what it says, when it was checked, how sure we are, and where it was read.
    pub fn told(&self) -> String {
        let doubt = self.confidence.doubt().map(|doubt| format!(" ({doubt})")).unwrap_or_default();
        format!("{}; checked on {}{doubt}; {}", self.says, long_date(self.checked), self.source)
    }
}

impl LawChange {
    /// Returns whether the value is the same, and only its source, its day or how sure we are differs.
    pub fn is_confirmed(&self) -> bool {
        matches!((&self.was, &self.is), (Some(was), Some(is)) if was.says == is.says)
    }
}

impl Law {
    /// Returns every dated value.
    pub fn entries(&self) -> Vec<LawEntry> {
        let limits = self.limits.iter().map(Limit::entry);
        let fees = self.fees.iter().map(Fee::entry);
        let deadlines = self.deadlines.iter().map(Deadline::entry);
        let endings = self.endings.iter().map(Ending::entry);
        let words = self.sensitive.iter().map(SensitiveWord::entry);
        let lists = self.characters.iter().map(|characters| LawEntry {
            key: "characters".to_owned(),
            title: "The characters that names may hold, and what counts as the same name".to_owned(),
            says: format!("{}; {}", characters.in_words(), self.same_name.in_words()),
            source: characters.source.clone(),
            checked: characters.checked,
            confidence: characters.confidence,
        });
        let postcodes =
            self.postcodes.checked.zip(self.postcodes.confidence).map(|(checked, confidence)| LawEntry {
                key: "postcodes".to_owned(),
                title: "Which nation a postcode is in".to_owned(),
                says: self.postcodes.in_words(),
                source: self.postcodes.source.clone(),
                checked,
                confidence,
            });
        limits
            .chain(fees)
            .chain(deadlines)
            .chain(endings)
            .chain(words)
            .chain(lists)
            .chain(postcodes)
            .collect()
    }

    /// Returns what differs from this to `other`, in the order of this, and then what is new.
    pub fn changes_to(&self, other: &Self) -> Vec<LawChange> {
        let mut left: BTreeMap<String, LawEntry> =
            other.entries().into_iter().map(|entry| (entry.key.clone(), entry)).collect();
        let order: Vec<String> = other.entries().into_iter().map(|entry| entry.key).collect();
        let mut changes = Vec::new();
        for was in self.entries() {
            let is = left.remove(&was.key);
            if is.as_ref() != Some(&was) {
                changes.push(LawChange { title: was.title.clone(), was: Some(was), is });
            }
        }
        let new = order.iter().filter_map(|key| left.remove(key));
        changes.extend(new.map(|is| LawChange { title: is.title.clone(), was: None, is: Some(is) }));
        changes
    }
}

/// From when to when a value holds, in words.
fn while_it_holds(from: Date, until: Option<Date>) -> String {
    match until {
        Some(until) => format!("from {} to {}", long_date(from), long_date(until)),
        None => format!("from {}", long_date(from)),
    }
}

/// Where a value stands and where it was read; nothing where nobody says where it was read.
fn read_in(law: &str, source: &str) -> String {
    if source.trim().is_empty() { String::new() } else { format!("{law}; {source}") }
}

fn for_forms(forms: &[LegalForm]) -> String {
    forms.iter().map(|form| form.slug()).collect::<Vec<_>>().join(",")
}

impl Limit {
    fn entry(&self) -> LawEntry {
        let value = match self.unit.as_str() {
            "pound" => money((self.value * 100.0).round() as i64),
            "percent" => format!("{}%", self.value),
            unit if self.value == 1.0 => format!("1 {unit}"),
            "person" => format!("{} people", self.value),
            unit => format!("{} {unit}s", self.value),
        };
        LawEntry {
            key: format!("limit/{}/{}", self.slug, self.from),
            title: self.what.clone(),
            says: format!("{value}, {}", while_it_holds(self.from, self.until)),
            source: read_in(&self.law, &self.source),
            checked: self.checked,
            confidence: self.confidence,
        }
    }
}

impl Fee {
    fn entry(&self) -> LawEntry {
        let title = match self.due {
            Due::Once { .. } => self.what.clone(),
            Due::Yearly => format!("Each year: {}", self.what),
        };
        LawEntry {
            key: format!("fee/{}/{}", self.name(), self.from),
            title,
            says: format!("{}, {}", money(self.pence), while_it_holds(self.from, self.until)),
            source: self.source.clone(),
            checked: self.checked,
            confidence: self.confidence,
        }
    }

    /// How it is told from other fees.
    pub(super) fn name(&self) -> String {
        format!("{}/{}", for_forms(&self.forms), self.route().unwrap_or(&self.what))
    }
}

impl Deadline {
    fn entry(&self) -> LawEntry {
        LawEntry {
            key: format!("deadline/{}", self.name()),
            title: self.what.clone(),
            says: format!("{}; {}; {}", self.due, self.who, self.counted_in_words()),
            source: read_in(&self.law, &self.source),
            checked: self.checked,
            confidence: self.confidence,
        }
    }

    /// How it is told from other duties.
    pub(super) fn name(&self) -> String {
        format!("{}/{}", for_forms(&self.forms), self.what)
    }

    fn counted_in_words(&self) -> String {
        let said = |count: super::Count| {
            format!("{} months and {} days after {:?}", count.months, count.days, count.after)
        };
        let counts: Vec<String> = self.count().into_iter().chain(self.or_later).map(said).collect();
        if counts.is_empty() { "no day can be counted".to_owned() } else { counts.join(", or later ") }
    }
}

impl Ending {
    fn entry(&self) -> LawEntry {
        let nations: Vec<&str> = self.nations.iter().map(|nation| nation.title()).collect();
        LawEntry {
            key: format!("ending/{}", self.name()),
            title: format!("Names that end in \u{201c}{}\u{201d}", self.words),
            says: format!("in {}", nations.join(", ")),
            source: read_in(&self.law, &self.source),
            checked: self.checked,
            confidence: self.confidence,
        }
    }

    /// How it is told from other endings.
    pub(super) fn name(&self) -> String {
        format!("{}/{}", self.words, for_forms(&self.forms))
    }
}

impl SensitiveWord {
    fn entry(&self) -> LawEntry {
        let barred = if self.barred { "barred. " } else { "" };
        LawEntry {
            key: format!("word/{}", self.name()),
            title: format!("\u{201c}{}\u{201d} in a name", self.word),
            says: format!("{barred}{}", self.needs),
            source: read_in(&self.law, &self.source),
            checked: self.checked,
            confidence: self.confidence,
        }
    }

    /// How it is told from other words.
    pub(super) fn name(&self) -> String {
        format!("{}/{}", self.word, for_forms(&self.forms))
    }
}
