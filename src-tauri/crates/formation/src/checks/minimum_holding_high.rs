//! Members must put in so much that some cannot join.

use super::{About, Case, Check, Found, Severity};
use crate::money;

pub(super) const CHECK: Check = Check {
    id: "minimum-holding-high",
    severity: Severity::Warning,
    law: "Practice: voluntary and open membership, the first co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match (case.pence("minimum-holding"), case.limit_pence("minimum-share-fair")) {
        (Some(value), Some(limit)) if value > limit => vec![Found::new(
            About::decision("minimum-holding"),
            format!("A member must put in {} to join. Over {} keeps people out.", money(value), money(limit)),
            "Lower it. Instalments help, but the sum stays the same.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn joining_can_be_afforded() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.pounds("minimum-holding", 100));
        CHECK
            .fails(SOCIETY, "decision:minimum-holding", |formation| formation.pounds("minimum-holding", 250));
    }
}
