//! A director has no home address.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check =
    Check { id: "home-address-missing", severity: Severity::Blocker, law: "Companies Act 2006, s.165", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .people
        .iter()
        .filter(|person| case.is_registered(person) && person.home.is_none())
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!("The home address of {} is missing.", called(person)),
                "Add it. The registrar keeps it private, and so does this app.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, PARTNERSHIP, SOCIETY};
    use super::*;

    #[test]
    fn a_director_has_a_home_address() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "person:tom", |formation| formation.person("tom").home = None);
        CHECK.passes(SOCIETY, |formation| formation.person("noam").home = None);
        // Every member of a partnership is registered, designated or not.
        CHECK.passes(PARTNERSHIP, |_| {});
        CHECK.fails(PARTNERSHIP, "person:noor", |formation| formation.person("noor").home = None);
    }
}
