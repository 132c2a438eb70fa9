//! A community's asset lock of the society's own can be voted away like any other rule.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "asset-lock-not-locked",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.2; practice: funders ask for it",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("asset-lock", "in-rules") || case.picked("locked-rules", "ending") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("locked-rules"),
        "What the society owns is kept for the community, but members can change that rule like any other.",
        "Lock the rule on what happens at the end, or choose the statutory lock.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, SOCIETY};
    use super::*;

    #[test]
    fn a_lock_of_ones_own_is_locked() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(COMMUNITY, |formation| formation.choose("asset-lock", "in-rules"));
        CHECK.passes(COMMUNITY, |formation| formation.pick("locked-rules", &["purpose"]));
        CHECK.fails(COMMUNITY, "decision:locked-rules", |formation| {
            formation.choose("asset-lock", "in-rules");
            formation.pick("locked-rules", &["purpose"]);
        });
    }
}
