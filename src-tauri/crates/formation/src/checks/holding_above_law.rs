//! A member may hold more withdrawable shares than the law allows.

use super::{About, Case, Check, Found, Severity};
use crate::money;

pub(super) const CHECK: Check = Check {
    id: "holding-above-law",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.24",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match (case.pence("maximum-holding"), case.limit_pence("withdrawable-holding")) {
        (Some(value), Some(limit)) if value > limit && case.said_yes("shares-withdrawable") => {
            vec![Found::new(
                About::decision("maximum-holding"),
                format!(
                    "Your rules let a member hold {}. With shares that can be cashed in, the law allows {}.",
                    money(value),
                    money(limit)
                ),
                format!("Choose {} or less.", money(limit)),
            )]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn a_holding_keeps_to_the_law() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.pounds("maximum-holding", 200_000));
        CHECK.fails(SOCIETY, "decision:maximum-holding", |formation| {
            formation.yes("shares-withdrawable", true);
            formation.pounds("maximum-holding", 100_001);
        });
    }
}
