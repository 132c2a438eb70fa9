//! Nothing says how much somebody must take part to be a member.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "work-test-missing",
    severity: Severity::Advice,
    law: "Practice: members take part in the co-op\u{2019}s work; Companies House\u{2019}s criteria \
        for the word Co-operative",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match case.answer("member-test") {
        Some(Value::Tests(tests)) if tests.is_empty() => vec![Found::new(
            About::decision("member-test"),
            "There is no test: anybody who takes any part here can be a member.",
            "That can be right for a small group. Otherwise ask for a number of hours, or of purchases: it keeps \
             the votes with those who take part.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn there_is_a_test_of_work() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:member-test", |formation| {
            formation.agree("member-test", Value::Tests(Vec::new()));
        });
    }
}
