//! The guarantee is nothing.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check =
    Check { id: "guarantee-nothing", severity: Severity::Blocker, law: "Companies Act 2006, s.11", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.pence("guarantee-amount").is_none_or(|pence| pence > 0) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("guarantee-amount"),
        "Members guarantee nothing. In a guarantee company each of them must promise some amount.",
        "Write an amount. Most co-ops set \u{a3}1.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_guarantee_is_something() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK
            .fails(COMPANY, "decision:guarantee-amount", |formation| formation.pounds("guarantee-amount", 0));
    }
}
