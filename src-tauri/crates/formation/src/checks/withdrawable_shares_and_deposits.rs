//! Shares can be cashed in, and the rules do not forbid deposits.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "withdrawable-shares-and-deposits",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, ss.4 and 67",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.said_yes("shares-withdrawable") || case.picked("limits", "no-deposits") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("limits"),
        "Members can cash their shares in, and your rules do not say that the co-op takes no deposits.",
        "Tick \u{201c}take deposits\u{201d} among the things it must never do. A society with such \
         shares must not be a bank.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn no_deposits_beside_withdrawable_shares() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:limits", |formation| {
            formation.yes("shares-withdrawable", true);
            formation.pick("limits", &["no-regulated-finance"]);
        });
        CHECK.passes(SOCIETY, |formation| formation.pick("limits", &["no-regulated-finance"]));
    }
}
