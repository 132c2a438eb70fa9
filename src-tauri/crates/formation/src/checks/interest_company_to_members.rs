//! A community interest company limited by guarantee gives its members a part of what it earns or owns.

use super::{About, Case, Check, Found, Severity};
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
    let mut found = Vec::new();
    if case.picked("surplus", "members") {
        found.push(Found::new(
            About::decision("surplus"),
            "A part of the surplus may go to members. This form has no shares and pays no dividend, capped or not.",
            "Take members out of the answer. Fair pay for work is no such payment.",
        ));
    }
    if case.choice("dissolution").is_some_and(|choice| choice != "asset-lock") {
        found.push(Found::new(
            About::decision("dissolution"),
            "What is left on closing is not kept for the community. In this form it must be.",
            "Choose the asset lock.",
        ));
    }
    found
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
