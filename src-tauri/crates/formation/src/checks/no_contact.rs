//! The registrar does not know whom to ask.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "no-contact",
    severity: Severity::Advice,
    law: "Practice: an application with a question and nobody to answer it waits",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let mut contacts = case.formation.with_role(Role::Contact).peekable();
    if contacts.peek().is_none() {
        return vec![Found::new(
            About::People,
            "Nobody is down as the contact for the registrar.",
            "Choose one person who answers the telephone and reads e-mail in the coming weeks.",
        )];
    }
    contacts
        .filter(|person| person.email.trim().is_empty() && person.phone.trim().is_empty())
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!(
                    "{} is the contact, and has no e-mail address and no telephone number.",
                    called(person)
                ),
                "Add one of them.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn the_registrar_can_ask_somebody() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "people", |formation| formation.nobody_is(Role::Contact));
        CHECK.fails(SOCIETY, "person:iain", |formation| {
            let iain = formation.person("iain");
            (iain.email, iain.phone) = (String::new(), String::new());
        });
    }
}
