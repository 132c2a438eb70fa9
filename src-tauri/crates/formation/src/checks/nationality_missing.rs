//! A director has no nationality.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check =
    Check { id: "nationality-missing", severity: Severity::Blocker, law: "Companies Act 2006, s.163", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.formation.form.is_company() {
        return Vec::new();
    }
    case.formation
        .people
        .iter()
        .filter(|person| {
            person.is(Role::Director) && person.nationality.iter().all(|one| one.trim().is_empty())
        })
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!("The nationality of {} is missing.", called(person)),
                "Add it, as their passport says it.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_director_has_a_nationality() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "person:eleni", |formation| formation.person("eleni").nationality.clear());
        CHECK.passes(SOCIETY, |formation| formation.person("olena").nationality.clear());
    }
}
