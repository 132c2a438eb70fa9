//! A founder member has no postal address.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "member-without-address",
    severity: Severity::Warning,
    law: "Companies Act 2006, ss.8, 9 and 113; Co-operative and Community Benefit Societies Act 2014, s.30",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .people
        .iter()
        .filter(|person| {
            person.is(Role::Member)
                && !person.is(Role::Director)
                && person.home.is_none()
                && person.service.is_none()
        })
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!("{} is a member, and there is no address for them.", called(person)),
                "Add where letters reach them. The register of members needs it.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn every_member_can_be_written_to() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "person:noam", |formation| formation.person("noam").home = None);
    }
}
