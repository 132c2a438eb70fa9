//! The least holding is not a whole number of shares.

use super::{About, Case, Check, Found, Severity};
use crate::money;

pub(super) const CHECK: Check = Check {
    id: "minimum-not-whole-shares",
    severity: Severity::Blocker,
    law: "Practice: nobody can hold part of a share; Co-operative and Community Benefit Societies \
        Act 2014, s.14",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match (case.pence("minimum-holding"), case.pence("share-value")) {
        (Some(least), Some(value)) if value > 0 && least % value != 0 => vec![Found::new(
            About::decision("minimum-holding"),
            format!("{} is not a whole number of shares of {}.", money(least), money(value)),
            format!("Choose a multiple of {}.", money(value)),
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn shares_are_whole() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:minimum-holding", |formation| {
            formation.pounds("share-value", 10);
            formation.pounds("minimum-holding", 25);
        });
        CHECK.passes(SOCIETY, |formation| {
            formation.pounds("share-value", 10);
            formation.pounds("minimum-holding", 30);
        });
    }
}
