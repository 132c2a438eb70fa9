//! A community benefit society gives its members a part of the surplus or of what is left at the end.

use super::{Case, Check, Found, Severity, kept_for_the_community};
use crate::legal::LegalForm;

pub(super) const CHECK: Check = Check {
    id: "community-benefit-to-members",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.2; the FCA\u{2019}s guidance on \
        registering, ch.5",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.formation.form != LegalForm::CommunityBenefitSociety {
        return Vec::new();
    }
    kept_for_the_community::find(
        case,
        "The surplus may go to members. Here, all of it must be used for the community.",
        "Take members out of the answer.",
    )
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, SOCIETY};
    use super::*;

    #[test]
    fn members_of_a_community_benefit_society_get_nothing() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(COMMUNITY, |_| {});
        CHECK.fails(COMMUNITY, "decision:surplus", |formation| {
            formation.pick("surplus", &["reserve", "members"]);
        });
        CHECK.fails(COMMUNITY, "decision:dissolution", |formation| {
            formation.choose("dissolution", "co-ownership");
        });
    }
}
