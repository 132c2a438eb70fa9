//! A director has no nationality.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check =
    Check { id: "nationality-missing", severity: Severity::Blocker, law: "Companies Act 2006, s.163", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .people
        .iter()
        .filter(|person| {
            case.is_registered(person) && person.nationality.iter().all(|one| one.trim().is_empty())
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
    use super::super::tried::{COMPANY, PARTNERSHIP, SOCIETY};
    use super::*;

    #[test]
    fn a_director_has_a_nationality() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "person:eleni", |formation| formation.person("eleni").nationality.clear());
        CHECK.passes(SOCIETY, |formation| formation.person("olena").nationality.clear());
        // Every member of a partnership is registered, designated or not.
        CHECK.passes(PARTNERSHIP, |_| {});
        CHECK.fails(PARTNERSHIP, "person:noor", |formation| formation.person("noor").nationality.clear());
    }
}
