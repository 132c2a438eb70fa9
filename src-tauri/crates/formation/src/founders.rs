//! Founder members: people and organisations together, and who signs for an organisation.

use crate::decision::Address;
use crate::formation::Formation;
use crate::organisation::{Organisation, RegisteredForm};
use crate::person::{Capacity, Person, Role};

/// A founder member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Founder<'a> {
    /// A person.
    Person(&'a Person),
    /// An organisation.
    Organisation(&'a Organisation),
}

impl<'a> Founder<'a> {
    /// Returns their id, which no other founder has.
    pub fn id(self) -> &'a str {
        match self {
            Self::Person(person) => &person.id,
            Self::Organisation(organisation) => &organisation.id,
        }
    }

    /// Returns their name as printed; empty while there is none.
    pub fn name(self) -> String {
        match self {
            Self::Person(person) => person.name.full(),
            Self::Organisation(organisation) => organisation.name.trim().to_owned(),
        }
    }

    /// Returns where letters reach them; none when nothing was given.
    pub fn address(self) -> Option<&'a Address> {
        match self {
            Self::Person(person) => person.service.as_ref().or(person.home.as_ref()),
            Self::Organisation(organisation) => organisation.office.as_ref(),
        }
    }
}

/// Somebody who must sign for an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignsFor<'a> {
    /// As what.
    pub capacity: Capacity,
    /// Who; none while nobody of that capacity is entered.
    pub person: Option<&'a Person>,
}

impl Formation {
    /// Returns the founder members: the people, then the organisations, each in the order entered.
    pub fn founders(&self) -> impl Iterator<Item = Founder<'_>> {
        let people = self.with_role(Role::Member).map(Founder::Person);
        people.chain(self.organisations.iter().map(Founder::Organisation))
    }

    /// Returns the organisation that a person acts for; none when they act for nobody, or for one that is gone.
    pub fn represented_by(&self, person: &Person) -> Option<&Organisation> {
        let acts_for = person.acts_for.as_ref()?;
        self.organisations.iter().find(|one| one.id == acts_for.organisation)
    }

    /// Returns the people who act for an organisation, in the order entered.
    pub fn acting_for<'a>(&'a self, organisation: &'a Organisation) -> impl Iterator<Item = &'a Person> {
        self.people.iter().filter(move |person| {
            person.acts_for.as_ref().is_some_and(|acts_for| acts_for.organisation == organisation.id)
        })
    }

    /// Returns whether all founder members are registered societies, and there are any.
    pub fn founders_are_societies(&self) -> bool {
        let mut founders = self.founders().peekable();
        founders.peek().is_some()
            && founders.all(
                |founder| matches!(founder, Founder::Organisation(one) if one.is(RegisteredForm::Society)),
            )
    }

    /// Returns the founder members that sign the application, in their order. An organisation does when
    /// somebody who acts for it signs.
    pub fn signing_founders(&self) -> impl Iterator<Item = Founder<'_>> {
        self.founders().filter(|founder| match founder {
            Founder::Person(person) => person.is(Role::Signatory),
            Founder::Organisation(one) => self.acting_for(one).any(|person| person.is(Role::Signatory)),
        })
    }

    /// Returns who must sign for an organisation.
    ///
    /// On the papers of a society, a registered society signs by its secretary where all members are societies, and
    /// else by 2 of its committee and its secretary (2014 Act, ss.3 and 33). Otherwise one person is enough whom
    /// the organisation authorised.
    pub fn signers_for<'a>(&'a self, organisation: &'a Organisation) -> Vec<SignsFor<'a>> {
        let mut left: Vec<&Person> = self.acting_for(organisation).collect();
        // Who is down to sign comes first.
        left.sort_by_key(|person| !person.is(Role::Signatory));
        let mut take = |capacity: Capacity| {
            let is = |person: &&Person| person.acts_for.as_ref().is_some_and(|one| one.capacity == capacity);
            let person = left.iter().position(is).map(|at| left.remove(at));
            SignsFor { capacity, person }
        };
        if !self.form.is_society() || !organisation.is(RegisteredForm::Society) {
            let person = left.first().copied();
            let capacity = person.and_then(|person| person.acts_for.as_ref()).map(|one| one.capacity);
            return vec![SignsFor { capacity: capacity.unwrap_or(Capacity::Authorised), person }];
        }
        if self.founders_are_societies() {
            return vec![take(Capacity::Secretary)];
        }
        [Capacity::Director, Capacity::Director, Capacity::Secretary].into_iter().map(take).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::tried::{COMPANY, SECONDARY, example, with_assets};
    use crate::organisation::BodyForm;

    fn changed(name: &str, change: impl FnOnce(&mut Formation)) -> Formation {
        let mut formation = with_assets(|library, _| example(library, name));
        change(&mut formation);
        formation
    }

    fn signers(formation: &Formation, id: &str) -> Vec<(&'static str, String)> {
        let organisation = formation.organisations.iter().find(|one| one.id == id).unwrap();
        let signers = formation.signers_for(organisation).into_iter();
        signers
            .map(|one| (one.capacity.slug(), one.person.map(|person| person.id.clone()).unwrap_or_default()))
            .collect()
    }

    #[test]
    fn societies_alone_sign_by_their_secretaries() {
        let formation = changed(SECONDARY, |_| {});
        assert!(formation.founders_are_societies());
        assert_eq!(signers(&formation, "calder"), [("secretary", "asha".to_owned())]);
    }

    #[test]
    fn among_others_a_society_signs_by_three() {
        let formation = changed(SECONDARY, |formation| {
            formation.organisation("hebble").form = Some(BodyForm::Registered(RegisteredForm::Company));
        });
        assert!(!formation.founders_are_societies());
        let none = String::new();
        assert_eq!(
            signers(&formation, "calder"),
            [("director", none.clone()), ("director", none), ("secretary", "asha".to_owned())]
        );
        // Any other body signs by whom it authorised.
        assert_eq!(signers(&formation, "hebble").len(), 1);
    }

    #[test]
    fn for_a_company_one_person_signs_for_each() {
        let formation = changed(COMPANY, |formation| formation.organisation_enters("calder"));
        assert_eq!(signers(&formation, "calder"), [("authorised", String::new())]);
        let formation = changed(COMPANY, |formation| {
            formation.organisation_enters("calder");
            formation.acts_for("tom", "calder", Capacity::Director);
        });
        assert_eq!(signers(&formation, "calder"), [("director", "tom".to_owned())]);
    }

    #[test]
    fn people_alone_are_no_societies() {
        assert!(!changed(COMPANY, |_| {}).founders_are_societies());
        assert!(!changed(COMPANY, |formation| formation.people.clear()).founders_are_societies());
        let mixed = changed(SECONDARY, |formation| formation.person("asha").roles.push(Role::Member));
        assert!(!mixed.founders_are_societies());
    }
}
