//! What each legal form means for a group, so that forms can be laid side by side; and whom each type is for.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::decision::Date;
use crate::law::{Law, Limit};
use crate::legal::{CoopType, LegalForm, Nation, slugs};
use crate::library::{LibraryFault, SourceFile};
use crate::text::{long_date, money};

slugs! {
    /// What forms are compared by.
    Aspect {
        /// Who pays if it fails.
        Liability = "liability", "If it fails";
        /// Who registers it, and how fast.
        Registrar = "registrar", "Registered by";
        /// What it costs each year.
        Later = "later", "Each year";
        /// How many it takes.
        Members = "members", "To begin, it takes";
        /// Whether members hold shares.
        Shares = "shares", "Shares";
        /// Points of tax to ask about.
        Tax = "tax", "Tax, to ask about";
        /// Whether what it owns can be locked.
        Lock = "lock", "Locking what it owns";
        /// Who checks the accounts.
        Audit = "audit", "Audit";
        /// What is sent to the registrar.
        Filings = "filings", "What it must send in";
        /// What becomes public.
        Privacy = "privacy", "What is public";
    }
}

/// What a form or a nation means in one respect.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// A sentence or two.
    pub says: String,
    /// Where it stands.
    pub law: String,
}

impl Fact {
    /// Returns the words with each `{{ limit("…") }}` filled in as it is on `day`, and where they stand, with the day on
    /// which the oldest of those figures was checked.
    pub fn on(&self, law: &Law, day: Date) -> (String, String) {
        let mut said = String::new();
        let mut checked: Option<Date> = None;
        let mut rest = self.says.as_str();
        while let Some((before, slug, after)) = next_limit(rest) {
            said.push_str(before);
            if let Some(limit) = law.limit(slug, day) {
                said.push_str(&in_words(limit));
                checked = Some(checked.map_or(limit.checked, |other| other.min(limit.checked)));
            }
            rest = after;
        }
        said.push_str(rest);
        let stands = match checked {
            Some(day) => format!("{}; figures checked on {}", self.law, long_date(day)),
            None => self.law.clone(),
        };
        (said, stands)
    }
}

/// Splits at the next figure of the law: what comes before, its slug, what comes after.
fn next_limit(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("{{ limit(\"")?;
    let (slug, after) = rest.split_once("\") }}")?;
    Some((before, slug, after))
}

fn in_words(limit: &Limit) -> String {
    match limit.unit.as_str() {
        "pound" => money((limit.value * 100.0).round() as i64),
        _ => format!("{}", limit.value.round() as i64),
    }
}

/// Whom a type of co-op is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeFact {
    /// A sentence.
    pub whom: String,
    /// The form that most groups of the type choose.
    pub usual: LegalForm,
}

/// The facts of each form, in the order of [`Aspect::ALL`].
pub(crate) type FormFacts = BTreeMap<LegalForm, Vec<Fact>>;

/// Reads the facts of all forms.
pub(crate) fn read(file: &SourceFile<'_>) -> Result<FormFacts, LibraryFault> {
    let forms: Vec<(LegalForm, BTreeMap<String, Fact>)> = one_each(file, LegalForm::ALL, |form| form.slug())?;
    let mut all = FormFacts::new();
    for (form, mut raw) in forms {
        let mut facts = Vec::new();
        for aspect in Aspect::ALL {
            let missing =
                || fault(file, form.slug(), format!("\u{201c}{}\u{201d} is missing", aspect.slug()));
            facts.push(raw.remove(aspect.slug()).ok_or_else(missing)?);
        }
        if let Some(unknown) = raw.keys().next() {
            return Err(fault(file, form.slug(), format!("\u{201c}{unknown}\u{201d} is not known")));
        }
        all.insert(form, facts);
    }
    Ok(all)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawType {
    whom: String,
    usual: String,
}

/// Reads whom each type is for.
pub(crate) fn read_types(file: &SourceFile<'_>) -> Result<BTreeMap<CoopType, TypeFact>, LibraryFault> {
    let types: Vec<(CoopType, RawType)> = one_each(file, CoopType::ALL, |one| one.slug())?;
    let fact = |(one, raw): (CoopType, RawType)| {
        let unknown = || fault(file, one.slug(), format!("there is no form \u{201c}{}\u{201d}", raw.usual));
        let usual = LegalForm::from_slug(&raw.usual).ok_or_else(unknown)?;
        Ok((one, TypeFact { whom: raw.whom, usual }))
    };
    types.into_iter().map(fact).collect()
}

/// Reads what follows from each nation.
pub(crate) fn read_nations(file: &SourceFile<'_>) -> Result<BTreeMap<Nation, Fact>, LibraryFault> {
    Ok(one_each(file, Nation::ALL, |one| one.slug())?.into_iter().collect())
}

/// Reads a table for each of `all`: none may be missing, none may be unknown.
fn one_each<K: Copy, Raw: for<'de> Deserialize<'de>>(
    file: &SourceFile<'_>,
    all: &[K],
    slug: impl Fn(K) -> &'static str,
) -> Result<Vec<(K, Raw)>, LibraryFault> {
    let mut raw: BTreeMap<String, Raw> =
        toml::from_str(file.text).map_err(|error| LibraryFault::of_toml(file.path, file.text, 1, &error))?;
    let mut found = Vec::new();
    for one in all {
        let missing = || fault(file, "", format!("\u{201c}{}\u{201d} is missing", slug(*one)));
        found.push((*one, raw.remove(slug(*one)).ok_or_else(missing)?));
    }
    match raw.keys().next() {
        Some(unknown) => Err(fault(file, unknown, format!("\u{201c}{unknown}\u{201d} is not known"))),
        None => Ok(found),
    }
}

/// A fault in the table `near`, or at the start of the file.
fn fault(file: &SourceFile<'_>, near: &str, message: String) -> LibraryFault {
    LibraryFault {
        file: file.path.to_owned(),
        line: file.text.lines().position(|line| line == format!("[{near}]")).map_or(1, |at| at + 1),
        message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::tried::with_assets;

    #[test]
    fn every_figure_of_a_form_is_the_laws_with_the_day_it_was_checked() {
        let day = jiff::civil::date(2026, 11, 30);
        with_assets(|library, law| {
            let mut filled = 0;
            for fact in LegalForm::ALL.iter().flat_map(|form| library.form_facts(*form)) {
                let mut rest = fact.says.as_str();
                while let Some((_, slug, after)) = next_limit(rest) {
                    assert!(law.limit(slug, day).is_some(), "no limit {slug}");
                    (filled, rest) = (filled + 1, after);
                }
                let (said, stands) = fact.on(law, day);
                assert!(!said.contains(['{', '}']), "{said}");
                assert_eq!(said != fact.says, stands.contains("checked on"), "{stands}");
            }
            assert!(filled >= 9, "only {filled} figures");
            let audit = &library.form_facts(LegalForm::CooperativeSociety)
                [Aspect::ALL.iter().position(|one| *one == Aspect::Audit).unwrap()];
            assert!(audit.on(law, day).0.contains("\u{a3}10,200,000 of turnover"), "{audit:?}");
        });
    }

    #[test]
    fn a_missing_and_an_unknown_entry_are_named() {
        let nation = |name: &str| format!("[{name}]\nsays = \"s\"\nlaw = \"l\"\n");
        let all = ["england", "wales", "scotland"].map(nation).concat();
        let read = |text: &str| {
            read_nations(&SourceFile { path: "nations.toml", text }).map_err(|fault| fault.to_string())
        };
        assert_eq!(read(&all).map(|facts| facts.len()), Ok(3));
        let cases = [
            (all.replace("[wales]", "[cymru]"), "nations.toml:1: \u{201c}wales\u{201d} is missing"),
            (format!("{all}{}", nation("mars")), "nations.toml:10: \u{201c}mars\u{201d} is not known"),
        ];
        for (text, wanted) in cases {
            assert_eq!(read(&text), Err(wanted.to_owned()));
        }
    }
}
