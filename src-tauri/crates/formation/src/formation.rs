//! A formation: one co-op being formed.

use std::collections::BTreeMap;

use crate::decision::{Status, Taken, Value};
use crate::edit::Edits;
use crate::legal::{CoopType, LegalForm, Nation};
use crate::organisation::Organisation;
use crate::person::{Person, Role};
use crate::sheet::{OwnAnswer, SheetQuestion};

/// Everything a group has taken down about the co-op it forms.
#[derive(Debug, Clone, PartialEq)]
pub struct Formation {
    /// Who the co-op is for.
    pub coop_type: CoopType,
    /// What it is in law.
    pub form: LegalForm,
    /// Where its registered office is.
    pub nation: Nation,
    /// Which model its rules follow.
    pub model: String,
    /// What was taken down, by decision slug.
    pub decisions: BTreeMap<String, Taken>,
    /// Whether the group agreed to every usual answer it left as it was.
    pub usual_agreed: bool,
    /// People, in the order entered.
    pub people: Vec<Person>,
    /// Organisations that found it, in the order entered. Each is a founder member.
    pub organisations: Vec<Organisation>,
    /// Warnings accepted, by check and what it is about.
    pub accepted: Vec<Accepted>,
    /// What was changed by hand in the rules.
    pub edits: Edits,
    /// What the group answers a registrar in its own words.
    pub own_answers: BTreeMap<SheetQuestion, OwnAnswer>,
}

/// A warning the group accepts, with who and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The check's id.
    pub check: String,
    /// What it is about, as a finding writes it: "decision:name".
    pub about: String,
    /// Who accepts it.
    pub by: String,
    /// Why.
    pub reason: String,
}

impl Formation {
    /// Returns a formation in which nothing is decided but what it is.
    pub fn new(coop_type: CoopType, form: LegalForm, nation: Nation, model: impl Into<String>) -> Self {
        Self {
            coop_type,
            form,
            nation,
            model: model.into(),
            decisions: BTreeMap::new(),
            usual_agreed: false,
            people: Vec::new(),
            organisations: Vec::new(),
            accepted: Vec::new(),
            edits: Edits::default(),
            own_answers: BTreeMap::new(),
        }
    }

    /// Returns the answer the group gave itself, if any.
    pub fn given(&self, slug: &str) -> Option<&Value> {
        self.decisions.get(slug).and_then(|taken| taken.value.as_ref())
    }

    /// Returns how far the group has come with a decision; open when nothing was taken down.
    pub fn status(&self, slug: &str) -> Status {
        self.decisions.get(slug).map_or(Status::Open, |taken| taken.status)
    }

    /// Takes down an agreed answer.
    pub fn agree(&mut self, slug: impl Into<String>, value: Value) {
        let taken = Taken { value: Some(value), status: Status::Agreed, reason: None };
        self.decisions.insert(slug.into(), taken);
    }

    /// Returns the people with `role`, in the order entered.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(move |person| person.is(role))
    }
}
