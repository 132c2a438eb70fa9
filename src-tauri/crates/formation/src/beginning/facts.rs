//! What each legal form means for a group, so that forms can be laid side by side; and whom each type is for.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::legal::{CoopType, LegalForm, Nation, slugs};
use crate::library::{LibraryFault, SourceFile};

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
    one_each(
        file,
        LegalForm::ALL,
        |one| one.slug(),
        |mut raw: BTreeMap<String, Fact>| {
            let facts = Aspect::ALL
                .iter()
                .map(|aspect| {
                    raw.remove(aspect.slug())
                        .ok_or_else(|| format!("\u{201c}{}\u{201d} is missing", aspect.slug()))
                })
                .collect::<Result<Vec<_>, _>>()?;
            match raw.keys().next() {
                Some(unknown) => Err(format!("\u{201c}{unknown}\u{201d} is not known")),
                None => Ok(facts),
            }
        },
    )
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawType {
    whom: String,
    usual: String,
}

/// Reads whom each type is for.
pub(crate) fn read_types(file: &SourceFile<'_>) -> Result<BTreeMap<CoopType, TypeFact>, LibraryFault> {
    one_each(
        file,
        CoopType::ALL,
        |one| one.slug(),
        |raw: RawType| {
            let usual = LegalForm::from_slug(&raw.usual)
                .ok_or_else(|| format!("there is no form \u{201c}{}\u{201d}", raw.usual))?;
            Ok(TypeFact { whom: raw.whom, usual })
        },
    )
}

/// Reads what follows from each nation.
pub(crate) fn read_nations(file: &SourceFile<'_>) -> Result<BTreeMap<Nation, Fact>, LibraryFault> {
    one_each(file, Nation::ALL, |one| one.slug(), Ok)
}

/// Reads a table for each of `all`: none may be missing, none may be unknown.
fn one_each<K: Copy + Ord, Raw: for<'de> Deserialize<'de>, Of>(
    file: &SourceFile<'_>,
    all: &[K],
    slug: impl Fn(K) -> &'static str,
    fact: impl Fn(Raw) -> Result<Of, String>,
) -> Result<BTreeMap<K, Of>, LibraryFault> {
    let mut raw: BTreeMap<String, Raw> =
        toml::from_str(file.text).map_err(|error| LibraryFault::of_toml(file.path, file.text, 1, &error))?;
    let fault = |near: &str, message: String| LibraryFault {
        file: file.path.to_owned(),
        line: file.text.lines().position(|line| line == format!("[{near}]")).map_or(1, |at| at + 1),
        message,
    };
    let mut facts = BTreeMap::new();
    for one in all {
        let found = raw
            .remove(slug(*one))
            .ok_or_else(|| fault("", format!("\u{201c}{}\u{201d} is missing", slug(*one))))?;
        facts.insert(*one, fact(found).map_err(|message| fault(slug(*one), message))?);
    }
    match raw.keys().next() {
        Some(unknown) => Err(fault(unknown, format!("\u{201c}{unknown}\u{201d} is not known"))),
        None => Ok(facts),
    }
}
