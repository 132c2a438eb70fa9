//! What each legal form means for a group, so that forms can be laid side by side; and whom each type is for.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::decision::Date;
use crate::law::{Figures, Law};
use crate::legal::{CoopType, LegalForm, Nation, slugs};
use crate::library::{Library, LibraryFault, SourceFile, line_at};
use crate::text::{Engine, Names, inline, long_date};

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

/// What a form or a nation means in one respect. [`Library::tell`] says it in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The engine's name for a sentence or two.
    says: String,
    /// Where it stands.
    law: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFact {
    says: Spanned<String>,
    law: String,
}

impl RawFact {
    /// Takes the words up as a text, so that they have what all texts have.
    fn take_up(self, file: &SourceFile<'_>, name: &str, engine: &mut Engine) -> Result<Fact, LibraryFault> {
        let says = format!("fact/{name}");
        engine.add_text(&says, self.says.as_ref()).map_err(|error| LibraryFault {
            file: file.path.to_owned(),
            line: line_at(file.text, self.says.span().start) + error.line - 1,
            message: error.message,
        })?;
        Ok(Fact { says, law: self.law })
    }
}

impl Library {
    /// Returns the words of a fact with the figures of the law as they are on `day`, and where they stand, with the day
    /// on which the oldest of those figures was checked.
    pub fn tell(&self, fact: &Fact, law: &Law, day: Date) -> (String, String) {
        let figures = Figures::of(law, day);
        let names = Names::from([("limit".to_owned(), figures.function())]);
        let says = match self.engine.fill(&fact.says, &Engine::names(&names)) {
            Ok(words) => inline(&words).plain(),
            Err(error) => format!("This cannot be told: {error}."),
        };
        let stands = match figures.oldest_asked() {
            Some(day) => format!("{}; figures checked on {}", fact.law, long_date(day)),
            None => fact.law.clone(),
        };
        (says, stands)
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
pub(crate) fn read(file: &SourceFile<'_>, engine: &mut Engine) -> Result<FormFacts, LibraryFault> {
    let forms: Vec<(LegalForm, BTreeMap<String, RawFact>)> =
        one_each(file, LegalForm::ALL, |form| form.slug())?;
    let mut all = FormFacts::new();
    for (form, mut raw) in forms {
        let mut facts = Vec::new();
        for aspect in Aspect::ALL {
            let missing =
                || fault(file, form.slug(), format!("\u{201c}{}\u{201d} is missing", aspect.slug()));
            let fact = raw.remove(aspect.slug()).ok_or_else(missing)?;
            facts.push(fact.take_up(file, &format!("{}/{}", form.slug(), aspect.slug()), engine)?);
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
pub(crate) fn read_nations(
    file: &SourceFile<'_>,
    engine: &mut Engine,
) -> Result<BTreeMap<Nation, Fact>, LibraryFault> {
    let nations: Vec<(Nation, RawFact)> = one_each(file, Nation::ALL, |one| one.slug())?;
    nations.into_iter().map(|(one, fact)| Ok((one, fact.take_up(file, one.slug(), engine)?))).collect()
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
    use crate::text::Origin;

    #[test]
    fn every_figure_of_a_form_is_the_laws_with_the_day_it_was_checked() {
        let day = jiff::civil::date(2026, 11, 30);
        with_assets(|library, law| {
            let mut filled = 0;
            for fact in LegalForm::ALL.iter().flat_map(|form| library.form_facts(*form)) {
                let (said, stands) = library.tell(fact, law, day);
                assert!(!said.contains(['{', '}']) && !said.starts_with("This cannot"), "{said}");
                let asks = library.engine.asked_for(&fact.says);
                assert_eq!(!asks.is_empty(), stands.contains("checked on"), "{stands}");
                filled += asks.len();
            }
            assert!(filled >= 6, "only {filled} facts have figures");
            let audit = &library.form_facts(LegalForm::CooperativeSociety)
                [Aspect::ALL.iter().position(|one| *one == Aspect::Audit).unwrap()];
            let (said, stands) = library.tell(audit, law, day);
            assert!(said.contains("\u{a3}10,200,000 of turnover"), "{said}");
            assert!(stands.ends_with("figures checked on 23\u{a0}November 2026"), "{stands}");
            // What the law’s data has not got is said, and not left out.
            let (said, _) = library.tell(audit, &Law::default(), day);
            assert!(said.contains("no limit \u{201c}audit-society-turnover\u{201d}"), "{said}");
        });
    }

    #[test]
    fn a_fact_is_a_text_like_all_others() {
        let text = "[england]\nsays = \"s\"\nlaw = \"l\"\n[wales]\nlaw = \"l\"\nsays = \"{{ oh\"\n[scotland]\nsays = \"s\"\nlaw = \"l\"\n";
        let fault =
            read_nations(&SourceFile { path: "nations.toml", text }, &mut Engine::new(Origin::Drafts))
                .unwrap_err();
        assert_eq!((fault.line, fault.file.as_str()), (6, "nations.toml"), "{fault}");
    }

    #[test]
    fn a_missing_and_an_unknown_entry_are_named() {
        let nation = |name: &str| format!("[{name}]\nsays = \"s\"\nlaw = \"l\"\n");
        let all = ["england", "wales", "scotland"].map(nation).concat();
        let read = |text: &str| {
            read_nations(&SourceFile { path: "nations.toml", text }, &mut Engine::new(Origin::Drafts))
                .map_err(|fault| fault.to_string())
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
