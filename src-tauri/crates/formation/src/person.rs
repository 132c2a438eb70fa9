//! People: entered once, used in every paper.

use crate::decision::{Address, Date};
use crate::legal::slugs;

slugs! {
    /// What a person does in the co-op.
    Role {
        /// A founder member: subscriber of a company, first member of a society.
        Member = "member", "Member";
        /// A first director; in a society, a member of the committee.
        Director = "director", "Director";
        /// The secretary.
        Secretary = "secretary", "Secretary";
        /// The treasurer.
        Treasurer = "treasurer", "Treasurer";
        /// Signs the application.
        Signatory = "signatory", "Signs the application";
        /// Whom the registrar may ask.
        Contact = "contact", "Contact for the registrar";
    }
}

slugs! {
    /// As what a person acts for an organisation.
    Capacity {
        /// Its secretary.
        Secretary = "secretary", "Its secretary";
        /// One of its directors, or of its committee.
        Director = "director", "One of its directors or committee";
        /// Somebody whom it authorised.
        Authorised = "authorised", "Somebody it authorised";
    }
}

/// Which founding organisation a person acts for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActsFor {
    /// The organisation, by id. It may have been taken out since.
    pub organisation: String,
    /// As what.
    pub capacity: Capacity,
}

/// A person of the formation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// Stable within the formation.
    pub id: String,
    /// Their name.
    pub name: PersonName,
    /// Date of birth.
    pub born: Option<Date>,
    /// Nationalities, as Companies House lists them.
    pub nationality: Vec<String>,
    /// Occupation; no longer asked by Companies House, useful for minutes.
    pub occupation: String,
    /// Where they live. Private.
    pub home: Option<Address>,
    /// Where the registrar writes to them; the registered office when none is given.
    pub service: Option<Address>,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// What they do in the co-op.
    pub roles: Vec<Role>,
    /// Which founding organisation they act for, if any.
    pub acts_for: Option<ActsFor>,
}

/// A person's name, kept as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonName {
    /// "Dr", "Ms".
    pub title: String,
    /// First name.
    pub first: String,
    /// Middle names.
    pub middle: String,
    /// Last name.
    pub last: String,
    /// Names used in business before, separated by commas.
    pub former: String,
}

impl PersonName {
    /// Returns first, middle and last name, as printed in papers.
    pub fn full(&self) -> String {
        [&self.first, &self.middle, &self.last]
            .into_iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

impl Person {
    /// Returns whether they have `role`.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Returns their age in whole years on `day`; none when the date of birth is not known.
    pub fn age_on(&self, day: Date) -> Option<i16> {
        let born = self.born?;
        let before_birthday = (day.month(), day.day()) < (born.month(), born.day());
        Some(day.year() - born.year() - i16::from(before_birthday))
    }
}
