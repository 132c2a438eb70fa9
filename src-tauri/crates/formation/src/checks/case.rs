//! What a check looks at.

use crate::answers::Answers;
use crate::constitution::Constitution;
use crate::decision::{Address, Classes, Date, Majority, Quorum, Range, Value};
use crate::formation::Formation;
use crate::founders::Founder;
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

    /// Returns whether a choice is among those made for an asked question.
    pub fn picked(&self, slug: &str, choice: &str) -> bool {
        matches!(self.answer(slug), Some(Value::Choices(choices)) if choices.iter().any(|one| one == choice))
    }

    /// Returns whether the answer to an asked question is yes.
    pub fn said_yes(&self, slug: &str) -> bool {
        matches!(self.answer(slug), Some(Value::YesNo(true)))
    }

    /// Returns the co-op's name, as far as it is known.
    pub fn name(&self) -> Option<&'a str> {
        self.answers.text("name")
    }

    /// Returns the founder members.
    pub fn members(&self) -> Vec<Founder<'a>> {
        self.formation.founders().collect()
    }

    /// Returns whether all founder members are registered societies: as the organisations entered show, or else as
    /// the group says.
    pub fn founders_are_societies(&self) -> bool {
        if self.formation.organisations.is_empty() {
            self.said_yes("founders-are-societies")
        } else {
            self.formation.founders_are_societies()
        }
    }

    /// Returns the first directors.
    pub fn directors(&self) -> Vec<&'a Person> {
        self.formation.with_role(Role::Director).collect()
    }

    /// Returns whether Companies House registers a person's particulars: a company's directors, and every
    /// member of a partnership.
    pub fn is_registered(&self, person: &Person) -> bool {
        let form = self.formation.form;
        (form.is_company() && person.is(Role::Director)) || (form.is_partnership() && person.is(Role::Member))
    }

    /// Returns how many founder members there are.
    pub fn member_count(&self) -> u32 {
        count(self.formation.founders().count())
    }

    /// Returns how many members there will be, as far as anybody can tell: those the group expects, or its founders
    /// where they are more.
    pub fn expected_members(&self) -> u32 {
        self.count("expected-members").unwrap_or_default().max(self.member_count())
    }

    /// Returns how many first directors there are.
    pub fn director_count(&self) -> u32 {
        count(self.formation.with_role(Role::Director).count())
    }

    /// Returns a figure of the law as it is in force on the day.
    pub fn limit(&self, slug: &str) -> Option<f64> {
        self.law.limit(slug, self.today).map(|limit| limit.value)
    }

    /// Returns a figure of the law that counts something.
    pub fn limit_count(&self, slug: &str) -> Option<u32> {
        self.limit(slug).map(|value| value.round() as u32)
    }

    /// Returns a figure of the law in pounds, as pence.
    pub fn limit_pence(&self, slug: &str) -> Option<i64> {
        self.limit(slug).map(|value| (value * 100.0).round() as i64)
    }

    /// Returns a figure of the law in percent, as hundredths of a percent.
    pub fn limit_share(&self, slug: &str) -> Option<u32> {
        self.limit(slug).map(|value| (value * 100.0).round() as u32)
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Declares a reader of answers of one kind.
macro_rules! readers {
    ($($(#[$meta:meta])* $name:ident: $kind:ident -> $type:ty;)+) => {
        impl Case<'_> {
            $($(#[$meta])* pub fn $name(&self, slug: &str) -> Option<$type> {
                match self.answer(slug) {
                    Some(Value::$kind(value)) => Some(*value),
                    _ => None,
                }
            })+
        }
    };
}

readers! {
    /// Returns the number answered to an asked question.
    count: Count -> u32;
    /// Returns the pence answered to an asked question.
    pence: Money -> i64;
    /// Returns the share answered to an asked question, in hundredths of a percent.
    percent: Percent -> u32;
    /// Returns the quorum answered to an asked question.
    quorum: Quorum -> Quorum;
    /// Returns the majority answered to an asked question.
    majority: Majority -> Majority;
    /// Returns the range answered to an asked question.
    range: Range -> Range;
}

impl<'a> Case<'a> {
    /// Returns the address of the registered office, as far as it is known.
    pub fn office(&self) -> Option<&'a Address> {
        match self.answer("registered-office") {
            Some(Value::Address(address)) => Some(address),
            _ => None,
        }
    }
    /// Returns the classes of members, for a co-op that has them.
    pub fn classes(&self) -> Option<&'a Classes> {
        match self.answer("classes") {
            Some(Value::Classes(classes)) => Some(classes),
            _ => None,
        }
    }
}
