//! The guarantee is high.

use super::{About, Case, Check, Found, Severity};
use crate::money;

pub(super) const CHECK: Check = Check {
    id: "guarantee-high",
    severity: Severity::Warning,
    law: "Practice: voluntary and open membership, the first co-operative principle; Companies Act \
        2006, s.11",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match (case.pence("guarantee-amount"), case.limit_pence("guarantee-fair")) {
        (Some(value), Some(limit)) if value > limit => vec![Found::new(
            About::decision("guarantee-amount"),
            format!(
                "Each member promises {} if the company is wound up. Most co-ops set \u{a3}1.",
                money(value)
            ),
            format!("Choose {} or less, unless you know why you need more.", money(limit)),
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn a_guarantee_is_small() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:guarantee-amount", |formation| {
            formation.pounds("guarantee-amount", 500)
        });
    }
}
