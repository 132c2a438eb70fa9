//! Nobody is the secretary.

use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "secretary-missing",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, ss.3 and 14",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.formation.form.is_society() || case.formation.with_role(Role::Secretary).next().is_some() {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        "Nobody is the secretary. A society must have one, who signs the application.",
        "Give somebody the role of secretary.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_society_has_a_secretary() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "people", |formation| formation.nobody_is(Role::Secretary));
        CHECK.passes(COMPANY, |formation| formation.nobody_is(Role::Secretary));
    }
}
