//! People are the founder members of a secondary co-op, to which only organisations can belong.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::legal::CoopType;
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "people-found-a-secondary",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, ss.2, 3 and 33; Companies Act 2006, ss.8 and \
        9A; practice: rules must be kept from the first day",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let formation = case.formation;
    if formation.coop_type != CoopType::Secondary {
        return Vec::new();
    }
    if formation.organisations.is_empty() {
        // Nobody at all is another check's.
        if formation.with_role(Role::Member).next().is_none() {
            return Vec::new();
        }
        return vec![Found::new(
            About::People,
            "Only people are entered as founder members. The rules say that a person cannot be a member.",
            "Enter the organisations that found the co-op. Say of each person for which of them they act, and take \
             the role of member from them.",
        )];
    }
    formation
        .with_role(Role::Member)
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!(
                    "{} is down as a founder member, and only organisations can be members.",
                    called(person)
                ),
                "Take the role of member from them, and say for which organisation they act.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SECONDARY, SOCIETY};
    use super::*;

    #[test]
    fn organisations_found_a_secondary() {
        CHECK.passes(SECONDARY, |_| {});
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SECONDARY, "person:asha", |formation| formation.person("asha").roles.push(Role::Member));
        CHECK.fails(SECONDARY, "people", |formation| {
            formation.organisations.clear();
            formation.person("asha").roles.push(Role::Member);
        });
        CHECK.passes(SECONDARY, |formation| formation.organisations.clear());
    }
}
