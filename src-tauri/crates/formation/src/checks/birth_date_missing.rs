//! A director's date of birth is missing.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check =
    Check { id: "birth-date-missing", severity: Severity::Blocker, law: "Companies Act 2006, s.163", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.formation.form.is_company() {
        return Vec::new();
    }
    case.formation
        .people
        .iter()
        .filter(|person| person.is(Role::Director) && person.born.is_none())
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!("The date of birth of {} is missing.", called(person)),
                "Add it. The register shows only month and year.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_director_has_a_date_of_birth() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "person:tom", |formation| formation.person("tom").born = None);
        CHECK.passes(SOCIETY, |formation| formation.person("iain").born = None);
    }
}
