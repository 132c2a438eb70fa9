//! A director is not a member, and the rules want directors from among the members.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "director-not-a-member",
    severity: Severity::Warning,
    law: "Practice: democratic control, the second co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    // A collective has its own check.
    if case.chose("governance", "collective") || case.choice("outside-directors") != Some("none") {
        return Vec::new();
    }
    case.directors()
        .into_iter()
        .filter(|person| !person.is(Role::Member) && case.formation.represented_by(person).is_none())
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!(
                    "{} is a {} and not a member. Your rules have no seats for people from outside.",
                    called(person),
                    case.formation.form.director_word()
                ),
                "Make them a member, say for which founding organisation they act, or allow people from outside \
                 on the board.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{SECONDARY, SOCIETY};
    use super::*;

    #[test]
    fn directors_are_members() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK
            .fails(SOCIETY, "person:iain", |formation| formation.person("iain").roles = vec![Role::Director]);
        CHECK.passes(SECONDARY, |_| {});
        CHECK.passes(SECONDARY, |formation| formation.choose("outside-directors", "none"));
        CHECK.fails(SECONDARY, "person:asha", |formation| {
            formation.choose("outside-directors", "none");
            formation.person("asha").acts_for = None;
        });
        // The organisation may have been taken out since.
        CHECK.fails(SECONDARY, "person:asha", |formation| {
            formation.choose("outside-directors", "none");
            formation.organisations.clear();
        });
        CHECK.passes(SOCIETY, |formation| {
            formation.person("iain").roles = vec![Role::Director];
            formation.number("outside-directors", 1);
        });
    }
}
