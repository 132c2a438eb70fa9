//! What a check looks at.

use crate::answers::Answers;
use crate::constitution::Constitution;
use crate::decision::{Date, Value};
use crate::formation::Formation;
use crate::law::Law;
use crate::library::{Library, Model};
use crate::person::{Person, Role};

/// A formation with everything that follows from it, on one day.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The library.
    pub library: &'a Library,
    /// The model its rules follow.
    pub model: &'a Model,
    /// The formation.
    pub formation: &'a Formation,
    /// Its answers.
    pub answers: &'a Answers,
    /// Its constitution.
    pub constitution: &'a Constitution,
    /// The law data.
    pub law: &'a Law,
    /// The day.
    pub today: Date,
}

impl<'a> Case<'a> {
    /// Returns the answer to a question that is asked; none while it is open or not asked.
    pub fn answer(&self, slug: &str) -> Option<&'a Value> {
        self.answers.value(slug).filter(|_| self.answers.is_asked(slug))
    }

    /// Returns the choice made, by slug, for a question that is asked.
    pub fn choice(&self, slug: &str) -> Option<&'a str> {
        self.answers.choice(slug).filter(|_| self.answers.is_asked(slug))
    }

    /// Returns whether the answer to an asked question is this choice.
    pub fn chose(&self, slug: &str, choice: &str) -> bool {
        self.choice(slug) == Some(choice)
    }

    /// Returns the co-op's name, as far as it is known.
    pub fn name(&self) -> Option<&'a str> {
        self.answers.text("name")
    }

    /// Returns the founder members.
    pub fn members(&self) -> Vec<&'a Person> {
        self.formation.with_role(Role::Member).collect()
    }

    /// Returns the first directors.
    pub fn directors(&self) -> Vec<&'a Person> {
        self.formation.with_role(Role::Director).collect()
    }

    /// Returns a figure of the law.
    pub fn limit(&self, slug: &str) -> Option<f64> {
        self.law.limit(slug, self.today).map(|limit| limit.value)
    }
}
