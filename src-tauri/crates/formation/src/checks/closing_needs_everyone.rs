//! One member can keep the co-op from closing.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Share;

pub(super) const CHECK: Check =
    Check { id: "closing-needs-everyone", severity: Severity::Advice, law: "Practice", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.majority("closing-majority").is_none_or(|majority| majority.share != Share::All) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("closing-majority"),
        "Every member must agree before the co-op can close. One who cannot be found can stop it.",
        "Choose three-quarters of all the members. That is strong enough for most groups.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn the_co_op_can_be_closed_in_order() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:closing-majority", |formation| {
            formation.votes("closing-majority", Share::All)
        });
    }
}
