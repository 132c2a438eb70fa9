//! The rules set no limit to borrowing.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "borrowing-unlimited",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.14(8); practice",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("borrowing-limit", "no-limit") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("borrowing-limit"),
        "Whoever runs the co-op can borrow any amount. The law asks a society\u{2019}s rules for a limit.",
        "Write an amount that you will not need to pass in the next years.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn borrowing_has_a_limit() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:borrowing-limit", |formation| {
            formation.choose("borrowing-limit", "no-limit")
        });
        CHECK.fails(COMPANY, "decision:borrowing-limit", |formation| {
            formation.choose("borrowing-limit", "no-limit")
        });
    }
}
