//! A director's date of birth is missing.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check =
    Check { id: "birth-date-missing", severity: Severity::Blocker, law: "Companies Act 2006, s.163", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .people
        .iter()
        .filter(|person| case.is_registered(person) && person.born.is_none())
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
    use super::super::tried::{COMPANY, PARTNERSHIP, SOCIETY};
    use super::*;

    #[test]
    fn a_director_has_a_date_of_birth() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "person:tom", |formation| formation.person("tom").born = None);
        CHECK.passes(SOCIETY, |formation| formation.person("iain").born = None);
        // Every member of a partnership is registered, designated or not.
        CHECK.passes(PARTNERSHIP, |_| {});
        CHECK.fails(PARTNERSHIP, "person:noor", |formation| formation.person("noor").born = None);
    }
}
