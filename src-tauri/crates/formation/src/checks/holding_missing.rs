//! The rules do not say how many shares a member may hold.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "holding-missing",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.14(7)",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.formation.form.is_society() || case.pence("maximum-holding").is_some_and(|pence| pence > 0) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("maximum-holding"),
        "There is no limit to what one member may hold in shares. The law wants one in the rules.",
        "Write an amount. Most groups take the most that the law allows.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_holding_has_a_limit() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(SOCIETY, "decision:maximum-holding", |formation| formation.pounds("maximum-holding", 0));
    }
}
