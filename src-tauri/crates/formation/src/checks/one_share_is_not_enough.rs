//! Each member holds one share, and must hold more than one is worth.

use super::{About, Case, Check, Found, Severity};
use crate::money;

pub(super) const CHECK: Check = Check {
    id: "one-share-is-not-enough",
    severity: Severity::Blocker,
    law: "Practice: the two rules contradict each other",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let one_share = case.chose("share-type", "token") || case.chose("share-type", "one-repaid");
    match (case.pence("minimum-holding"), case.pence("share-value")) {
        (Some(least), Some(value)) if one_share && least > value => vec![Found::new(
            About::decision("minimum-holding"),
            format!(
                "Each member holds one share of {}, and must hold at least {}.",
                money(value),
                money(least)
            ),
            "Make the share worth that much, or let members hold many shares.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn one_share_covers_the_least_holding() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:minimum-holding", |formation| formation.pounds("minimum-holding", 5));
        CHECK.passes(SOCIETY, |formation| {
            formation.choose("share-type", "many");
            formation.pounds("minimum-holding", 5);
        });
    }
}
