//! Withdrawals can be refused only when the co-op could not pay.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "withdrawals-hard-to-refuse",
    severity: Severity::Warning,
    law: "Practice: accounts show share money as the co-op\u{2019}s own only if it may refuse to pay it out",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("withdrawal-pause", "solvency-only") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("withdrawal-pause"),
        "The board can refuse to pay shares out only when the co-op could not pay its debts.",
        "Let the board pause whenever it is prudent. Otherwise lenders and accounts may see the \
         shares as a debt.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn withdrawals_can_be_refused() {
        CHECK.passes(SOCIETY, |formation| formation.yes("shares-withdrawable", true));
        CHECK.fails(SOCIETY, "decision:withdrawal-pause", |formation| {
            formation.yes("shares-withdrawable", true);
            formation.choose("withdrawal-pause", "solvency-only");
        });
    }
}
