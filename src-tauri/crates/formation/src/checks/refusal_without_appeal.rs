//! Somebody who is refused cannot ask again.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "refusal-without-appeal",
    severity: Severity::Advice,
    law: "Practice: voluntary and open membership, the first co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("refusal", "reasons") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("refusal"),
        "Somebody who is refused hears why, and cannot ask the members to look again.",
        "Let them appeal to a members\u{2019} meeting.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn a_refusal_can_be_looked_at_again() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:refusal", |formation| formation.choose("refusal", "reasons"));
    }
}
