//! A person has no role.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check =
    Check { id: "person-without-role", severity: Severity::Advice, law: "Practice", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .people
        .iter()
        .filter(|person| person.roles.is_empty() && case.formation.represented_by(person).is_none())
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!("{} has no role yet.", called(person)),
                "Say what they do in the co-op, or take them out.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;
    use crate::person::Capacity;

    #[test]
    fn everyone_has_a_role() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "person:tom", |formation| formation.person("tom").roles.clear());
        CHECK.passes(COMPANY, |formation| {
            formation.organisation_enters("calder");
            formation.person("tom").roles.clear();
            formation.acts_for("tom", "calder", Capacity::Authorised);
        });
    }
}
