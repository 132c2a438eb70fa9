//! Members may be too young to be paid for their shares.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "too-young-to-be-paid",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.31",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(least) = case.limit_count("receipt-age-society") else { return Vec::new() };
    let young = case.chose("joining-age", "none") || case.count("joining-age").is_some_and(|age| age < least);
    if !young || !case.said_yes("shares-withdrawable") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("joining-age"),
        format!("Somebody under {least} may join, and cannot by law give a receipt for share money."),
        format!("Let people join from {least}, or choose shares that cannot be cashed in."),
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn members_can_give_a_receipt() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.yes("shares-withdrawable", true));
        CHECK.fails(SOCIETY, "decision:joining-age", |formation| {
            formation.yes("shares-withdrawable", true);
            formation.choose("joining-age", "none");
        });
        CHECK.fails(SOCIETY, "decision:joining-age", |formation| {
            formation.yes("shares-withdrawable", true);
            formation.number("joining-age", 15);
        });
    }
}
