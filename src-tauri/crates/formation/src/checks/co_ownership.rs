//! Members share what is left at the end.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "co-ownership",
    severity: Severity::Advice,
    law: "Practice: Worker Co-operative Code; grants and loans often ask for common ownership",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("dissolution", "co-ownership") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("dissolution"),
        "Members share what is left if the co-op closes. Some grants and loans are then out of reach.",
        "Nothing is wrong. Ask your funders before you register.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn co_ownership_has_its_price() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:dissolution", |formation| {
            formation.choose("dissolution", "co-ownership")
        });
    }
}
