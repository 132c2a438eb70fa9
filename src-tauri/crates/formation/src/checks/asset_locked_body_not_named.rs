//! No body is named for the asset lock of a community interest company.

use super::{About, Case, Check, Found, Severity};
use crate::legal::LegalForm;

pub(super) const CHECK: Check = Check {
    id: "asset-locked-body-not-named",
    severity: Severity::Warning,
    law: "Community Interest Company Regulations 2005, reg.23 and sch.1, para.1",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.formation.form != LegalForm::CommunityInterestCompany || !case.chose("asset-locked-body", "none")
    {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("asset-locked-body"),
        "No body is named that may be given what the company owns. The law allows that, and the Regulator then decides.",
        "Name a charity or another community interest company, with its number and office, or accept this with a reason.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, INTEREST};
    use super::*;

    #[test]
    fn a_body_is_named() {
        CHECK.passes(INTEREST, |_| {});
        CHECK.passes(COMMUNITY, |_| {});
        CHECK.fails(INTEREST, "decision:asset-locked-body", |formation| {
            formation.choose("asset-locked-body", "none");
        });
    }
}
