//! The joining fee keeps people out.

use super::{About, Case, Check, Found, Severity};
use crate::money;

pub(super) const CHECK: Check = Check {
    id: "joining-fee-high",
    severity: Severity::Warning,
    law: "Practice: voluntary and open membership, the first co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match (case.pence("joining-fee-amount"), case.limit_pence("joining-fee-fair")) {
        (Some(value), Some(limit)) if value > limit => vec![Found::new(
            About::decision("joining-fee-amount"),
            format!("The fee is {}. A fee over {} keeps people out.", money(value), money(limit)),
            "Lower it, or let people pay in hours.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn a_fee_can_be_afforded() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:joining-fee-amount", |formation| {
            formation.choose("joining-fee", "one-off");
            formation.pounds("joining-fee-amount", 60);
        });
    }
}
