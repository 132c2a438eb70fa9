//! The shares of people who leave go to a secretary that the company has not got.

use super::{About, Case, Check, Found, Severity};
use crate::legal::LegalForm;
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "nobody-to-hold-shares",
    severity: Severity::Warning,
    law: "Practice: a company cannot be its own member, so somebody must hold shares for it; Companies Act \
        2006, ss.658\u{2013}662",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let nobody = case.formation.with_role(Role::Secretary).next().is_none();
    if case.formation.form != LegalForm::ShareCompany || !nobody {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        "Nobody is the secretary. When a member leaves, the share goes to the secretary.",
        "Give somebody the role of secretary.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SHARES};
    use super::*;

    #[test]
    fn somebody_holds_the_shares_of_leavers() {
        CHECK.passes(SHARES, |_| {});
        CHECK.passes(COMPANY, |formation| formation.nobody_is(Role::Secretary));
        CHECK.fails(SHARES, "people", |formation| formation.nobody_is(Role::Secretary));
    }
}
