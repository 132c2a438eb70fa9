//! A person acts for an organisation that is no longer entered.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "acts-for-nobody",
    severity: Severity::Warning,
    law: "Practice: the founders\u{2019} papers must name the same members everywhere",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let formation = case.formation;
    formation
        .people
        .iter()
        .filter(|person| person.acts_for.is_some() && formation.represented_by(person).is_none())
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!("The organisation for which {} acts is no longer entered.", called(person)),
                "Say for whom they act now, or that they act for nobody.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::SECONDARY;
    use super::*;

    #[test]
    fn a_person_acts_for_an_organisation_that_is_there() {
        CHECK.passes(SECONDARY, |_| {});
        CHECK.fails(SECONDARY, "person:asha", |formation| {
            formation.organisations.retain(|one| one.id != "calder");
        });
    }
}
