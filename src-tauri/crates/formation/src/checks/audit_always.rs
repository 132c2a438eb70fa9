//! The rules want a full audit every year.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "audit-always",
    severity: Severity::Advice,
    law: "Co-operative and Community Benefit Societies Act 2014, s.84; Companies Act 2006, s.477",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("audit", "always") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("audit"),
        "Your rules want a full audit every year, even when the law does not. It costs a small co-op dearly.",
        "Choose what the law asks. Members can still decide on an audit for any year.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn an_audit_is_a_choice() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(SOCIETY, "decision:audit", |formation| formation.choose("audit", "always"));
    }
}
