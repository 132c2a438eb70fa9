//! The rules do not forbid deposits.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "deposits-not-ruled-out",
    severity: Severity::Warning,
    law: "Financial Services and Markets Act 2000, s.19; Co-operative and Community Benefit \
        Societies Act 2014, s.14(8)",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    // Beside withdrawable shares it is graver, and has its own check.
    let graver = case.said_yes("shares-withdrawable");
    if graver || case.answer("limits").is_none() || case.picked("limits", "no-deposits") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("limits"),
        "Your rules do not say that the co-op takes no deposits.",
        "Tick \u{201c}take deposits\u{201d} among the things it must never do. To take them by \
         accident is a crime.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn deposits_are_ruled_out() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "decision:limits", |formation| formation.pick("limits", &[]));
        CHECK.fails(SOCIETY, "decision:limits", |formation| {
            formation.pick("limits", &["no-regulated-finance"])
        });
    }
}
