//! The vote for when people cannot agree needs nearly all to agree.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Share;

pub(super) const CHECK: Check = Check {
    id: "fallback-needs-consensus",
    severity: Severity::Warning,
    law: "Practice: democratic control, the second co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let share = case.majority("fallback-majority").map(|majority| majority.share);
    if !matches!(share, Some(Share::All | Share::AllButOne)) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("fallback-majority"),
        "If you cannot agree, you vote, and then nearly everybody must agree. That is no way out.",
        "Choose three-quarters or two-thirds of the votes.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn the_way_out_is_one() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:fallback-majority", |formation| {
            formation.votes("fallback-majority", Share::AllButOne);
        });
    }
}
