//! A bare majority can end somebody's membership.

use super::{About, Case, Check, Found, Severity};
use crate::decision::{Majority, Share};

pub(super) const CHECK: Check = Check {
    id: "expulsion-too-easy",
    severity: Severity::Warning,
    law: "Practice: natural justice; a way out that is easier than changing the rules gets used",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match case.majority("expulsion-majority") {
        Some(Majority { share: Share::MoreThanHalf, .. }) => vec![Found::new(
            About::decision("expulsion-majority"),
            "More than half of the votes can end a membership. A quarrel can then cost somebody their place.",
            "Ask for two-thirds or three-quarters.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn expulsion_needs_a_large_majority() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.votes("expulsion-majority", Share::TwoThirds));
        CHECK.fails(COMPANY, "decision:expulsion-majority", |formation| {
            formation.votes("expulsion-majority", Share::MoreThanHalf);
        });
    }
}
