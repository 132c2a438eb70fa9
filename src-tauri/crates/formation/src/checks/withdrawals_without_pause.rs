//! Shares can be cashed in, and no rule lets the board stop that.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "withdrawals-without-pause",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.14; the FCA\u{2019}s guidance on \
        registering, ch.6",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.said_yes("shares-withdrawable") || case.constitution.rule("pausing-withdrawals").is_some() {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("shares-withdrawable"),
        "Members can cash their shares in, and no rule lets the board pause that.",
        "Keep the rule on pausing withdrawals. Without it, a bad month can empty the till.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn withdrawals_can_be_paused() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.yes("shares-withdrawable", true));
        CHECK.fails_without_rule(
            SOCIETY,
            "pausing-withdrawals",
            "decision:shares-withdrawable",
            |formation| {
                formation.yes("shares-withdrawable", true);
            },
        );
    }
}
