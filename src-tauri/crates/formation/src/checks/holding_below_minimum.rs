//! The most a member may hold is less than the least.

use super::{About, Case, Check, Found, Severity};
use crate::money;

pub(super) const CHECK: Check = Check {
    id: "holding-below-minimum",
    severity: Severity::Blocker,
    law: "Practice: nobody could then be a member",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match (case.pence("minimum-holding"), case.pence("maximum-holding")) {
        (Some(least), Some(most)) if most < least => vec![Found::new(
            About::decision("maximum-holding"),
            format!("A member must hold at least {} and may hold at most {}.", money(least), money(most)),
            "Make the most larger than the least.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn the_most_is_more_than_the_least() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:maximum-holding", |formation| {
            formation.pounds("minimum-holding", 50);
            formation.pounds("maximum-holding", 20);
        });
    }
}
