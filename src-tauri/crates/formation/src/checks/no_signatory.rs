//! Nobody signs the application.

use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "no-signatory",
    severity: Severity::Blocker,
    law: "Companies Act 2006, ss.8 and 9; Co-operative and Community Benefit Societies Act 2014, s.3",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    // All founders sign the rules of an association, and nobody applies for anything.
    if case.formation.form.is_association() {
        return Vec::new();
    }
    if case.formation.with_role(Role::Signatory).next().is_some() {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        "Nobody is down to sign the application.",
        "Give the role \u{201c}signs the application\u{201d} to those who will. In a society they \
         are three members.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn somebody_signs() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "people", |formation| formation.nobody_is(Role::Signatory));
        CHECK.fails(SOCIETY, "people", |formation| formation.nobody_is(Role::Signatory));
    }
}
