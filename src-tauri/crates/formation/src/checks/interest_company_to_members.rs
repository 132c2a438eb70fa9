//! A community interest company limited by guarantee gives its members a part of what it earns or owns.

use super::{Case, Check, Found, Severity, kept_for_the_community};
use crate::legal::LegalForm;

pub(super) const CHECK: Check = Check {
    id: "interest-company-to-members",
    severity: Severity::Blocker,
    law: "Community Interest Company Regulations 2005, sch.1, para.1",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.formation.form != LegalForm::CommunityInterestCompany {
        return Vec::new();
    }
    kept_for_the_community::find(
        case,
        "A part of the surplus may go to members. This form has no shares and pays no dividend, capped or not.",
        "Take members out of the answer. Fair pay for work is no such payment.",
    )
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, INTEREST};
    use super::*;

    #[test]
    fn members_get_no_part_of_it() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(INTEREST, |_| {});
        CHECK.fails(INTEREST, "decision:surplus", |formation| {
            formation.pick("surplus", &["reserve", "members"]);
        });
        CHECK.fails(INTEREST, "decision:dissolution", |formation| {
            formation.choose("dissolution", "co-ownership");
        });
    }
}
