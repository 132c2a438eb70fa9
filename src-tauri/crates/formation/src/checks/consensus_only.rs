//! There is no way to decide when people cannot agree.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "consensus-only",
    severity: Severity::Warning,
    law: "Practice: democratic control, the second co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("decision-method", "consensus-only") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("decision-method"),
        "You decide by consensus and nothing else. One member can then stop every decision, for ever.",
        "Keep consensus, and add a vote for when you have tried twice and could not agree.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_decision_can_be_reached() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "decision:decision-method", |formation| {
            formation.choose("decision-method", "consensus-only");
        });
    }
}
