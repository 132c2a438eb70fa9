//! Law as dated data: fees, deadlines, limits and the words that names may hold.
//!
//! Every value carries its source and the day it was last checked. What follows from a value is in the
//! checks; this module only says what the files say.

mod deadlines;
mod entries;
mod fees;
mod figures;
mod limits;
mod names;
mod newer;
mod postcodes;
mod trade_codes;

use serde::Deserialize;

pub use deadlines::{After, Count, Deadline, Topic, Years};
pub use entries::{LawChange, LawEntry};
pub use fees::{Due, Fee};
pub(crate) use figures::Figures;
pub use limits::Limit;
pub use names::{Characters, Ending, Proof, SameName, SensitiveWord};
pub use newer::{FILES as NEWER_FILES, LARGEST as LARGEST_NEWER, Newer};
pub use postcodes::Postcodes;
pub use trade_codes::TradeCode;

use crate::decision::Date;
use crate::legal::{LegalForm, Nation};
use crate::library::{LibraryError, LibraryFault, SourceFile, line_at};

/// The law data, as far as the checks and papers use it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Law {
    fees: Vec<Fee>,
    deadlines: Vec<Deadline>,
    limits: Vec<Limit>,
    endings: Vec<Ending>,
    sensitive: Vec<SensitiveWord>,
    characters: Option<Characters>,
    same_name: SameName,
    postcodes: Postcodes,
    trade_codes: Vec<TradeCode>,
    newer: Option<Date>,
}

/// How sure we are of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Read in the primary text.
    High,
    /// Probably right.
    Medium,
    /// To be confirmed.
    Low,
}

impl Confidence {
    /// Returns what a paper says beside a value; nothing where there is nothing to doubt.
    pub fn doubt(self) -> Option<&'static str> {
        match self {
            Self::High => None,
            Self::Medium => Some("probably right, confirm it"),
            Self::Low => Some("uncertain, confirm it first"),
        }
    }
}

impl Law {
    /// Reads the files of `assets/law`.
    ///
    /// # Errors
    /// Every fault found, with file and line.
    pub fn read(files: &[SourceFile<'_>]) -> Result<Self, LibraryError> {
        let mut law = Self::default();
        let mut faults = Vec::new();
        for file in files {
            let read = match file.path.rsplit('/').next() {
                Some("fees.toml") => fees::read(file).map(|fees| law.fees = fees),
                Some("deadlines.toml") => deadlines::read(file).map(|deadlines| law.deadlines = deadlines),
                Some("limits.toml") => limits::read(file).map(|limits| law.limits = limits),
                Some("names.toml") => names::read(file).map(|names| {
                    law.endings = names.ending;
                    law.sensitive = names.word;
                    law.characters = Some(names.characters);
                    law.same_name = names.same;
                }),
                Some("postcodes.toml") => postcodes::read(file).map(|postcodes| law.postcodes = postcodes),
                Some("trade-codes.tsv") => trade_codes::read(file).map(|codes| law.trade_codes = codes),
                _ => Ok(()),
            };
            faults.extend(read.err());
        }
        if faults.is_empty() { Ok(law) } else { Err(LibraryError { faults }) }
    }

    /// Returns the day on which what was taken in of newer law was last checked; none where the app's own is used.
    pub fn newer(&self) -> Option<Date> {
        self.newer
    }

    /// Returns the fees for registering a form in force on `day`, the usual one first.
    pub fn fees(&self, form: LegalForm, day: Date) -> Vec<&Fee> {
        let mut fees: Vec<&Fee> = self.fees_of(form, day).filter(|fee| fee.due != Due::Yearly).collect();
        fees.sort_by_key(|fee| !fee.is_usual());
        fees
    }

    /// Returns what the registrar takes each year from a form, as it is in force on `day`, in the order of the file.
    pub fn yearly_fees(&self, form: LegalForm, day: Date) -> impl Iterator<Item = &Fee> {
        self.fees_of(form, day).filter(|fee| fee.due == Due::Yearly)
    }

    fn fees_of(&self, form: LegalForm, day: Date) -> impl Iterator<Item = &Fee> {
        self.fees.iter().filter(move |fee| fee.forms.contains(&form) && fee.holds_on(day))
    }

    /// Returns what a new co-op of a form must do by when, in the order of the file.
    pub fn deadlines(&self, form: LegalForm) -> impl Iterator<Item = &Deadline> {
        self.deadlines.iter().filter(move |deadline| deadline.forms.contains(&form))
    }

    /// Returns a figure of the law by its slug, as it is in force on `day`.
    pub fn limit(&self, slug: &str, day: Date) -> Option<&Limit> {
        self.limits.iter().find(|limit| limit.slug == slug && limit.holds_on(day))
    }

    /// Returns every figure in force on `day`, in the order of the file.
    pub fn limits(&self, day: Date) -> impl Iterator<Item = &Limit> {
        self.limits.iter().filter(move |limit| limit.holds_on(day))
    }

    /// Returns which characters the name of a form may hold; none where nothing bars any.
    pub fn characters(&self, form: LegalForm) -> Option<&Characters> {
        self.characters.as_ref().filter(|characters| characters.forms.contains(&form))
    }

    /// Returns what does not count when two names are compared.
    pub fn same_name(&self) -> &SameName {
        &self.same_name
    }

    /// Returns the trade codes that co-ops use most, in order.
    pub fn trade_codes(&self) -> &[TradeCode] {
        &self.trade_codes
    }

    /// Returns which nation a postcode is in.
    pub fn postcodes(&self) -> &Postcodes {
        &self.postcodes
    }

    /// Returns how the name of a form must end in a nation.
    pub fn endings(&self, form: LegalForm, nation: Nation) -> impl Iterator<Item = &Ending> {
        self.endings
            .iter()
            .filter(move |ending| ending.forms.contains(&form) && ending.nations.contains(&nation))
    }

    /// Returns how any name may end, in any form and nation.
    pub fn all_endings(&self) -> impl Iterator<Item = &Ending> {
        self.endings.iter()
    }

    /// Returns on which day what a co-op of this form relies on was checked longest ago: fees, limits, deadlines, names
    /// and postcodes.
    pub fn oldest(&self, form: LegalForm, day: Date) -> Option<Date> {
        let fees = self.fees_of(form, day).map(|fee| fee.checked);
        let limits = self.limits(day).map(|limit| limit.checked);
        let deadlines = self.deadlines(form).map(|deadline| deadline.checked);
        let endings = self.endings.iter().filter(|one| one.forms.contains(&form)).map(|one| one.checked);
        let words = self.sensitive_words(form).map(|word| word.checked);
        let characters = self.characters(form).map(|characters| characters.checked);
        fees.chain(limits)
            .chain(deadlines)
            .chain(endings)
            .chain(words)
            .chain(characters)
            .chain(self.postcodes.checked)
            .min()
    }

    /// Returns the words that need somebody's leave, or are barred, in a name of a form.
    pub fn sensitive_words(&self, form: LegalForm) -> impl Iterator<Item = &SensitiveWord> {
        self.sensitive.iter().filter(move |word| word.forms.contains(&form))
    }
}

/// Reads one TOML file as `T`.
fn toml_file<T: serde::de::DeserializeOwned>(file: &SourceFile<'_>) -> Result<T, LibraryFault> {
    toml::from_str(file.text).map_err(|error| LibraryFault::of_toml(file.path, file.text, 1, &error))
}

/// Where an entry of a file begins, so that a fault in it can be found.
#[derive(Debug, Clone, Copy)]
struct Place<'a> {
    file: &'a str,
    line: usize,
}

impl<'a> Place<'a> {
    /// Returns where `entry` begins.
    fn of<T>(file: &SourceFile<'a>, entry: &toml::Spanned<T>) -> Self {
        Self { file: file.path, line: line_at(file.text, entry.span().start) }
    }

    /// Returns the start of the file, for what is said of all of it.
    fn start(file: &SourceFile<'a>) -> Self {
        Self { file: file.path, line: 1 }
    }

    fn fault(self, message: String) -> LibraryFault {
        LibraryFault { file: self.file.to_owned(), line: self.line, message }
    }
}

/// Reads legal forms by slug.
fn forms(at: Place<'_>, slugs: &[String]) -> Result<Vec<LegalForm>, LibraryFault> {
    let unknown = |slug: &String| at.fault(format!("there is no legal form \u{201c}{slug}\u{201d}"));
    slugs.iter().map(|slug| LegalForm::from_slug(slug).ok_or_else(|| unknown(slug))).collect()
}

/// Reads a TOML date.
fn date(at: Place<'_>, date: &toml::value::Datetime) -> Result<Date, LibraryFault> {
    date.to_string().parse().map_err(|_| at.fault(format!("{date} is not a date")))
}
