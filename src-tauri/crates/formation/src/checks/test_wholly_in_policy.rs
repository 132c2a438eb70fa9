//! Who may be a member stands in a policy, and nowhere in the rules.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "test-wholly-in-policy",
    severity: Severity::Warning,
    law: "Practice: a lasting promise stands where a simple vote cannot rewrite it; Co-operative and Community Benefit \
          Societies Act 2014, s.14, matter 4",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(Value::Tests(tests)) = case.answer("member-test") else { return Vec::new() };
    if tests.is_empty() || tests.iter().any(|test| test.measure != "policy") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("member-test"),
        "The whole test of membership stands in a policy. One meeting could shut people out, or let anybody in.",
        "Put the heart of the test into the rules: hours of work, or trade. Leave only details to a policy.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;
    use crate::decision::Test;

    fn tests(measures: &[&str]) -> Value {
        let test = |measure: &&str| Test {
            measure: (*measure).to_owned(),
            amount: Some(8),
            per: None,
            over: None,
            of: None,
            checked_by: None,
        };
        Value::Tests(measures.iter().map(test).collect())
    }

    #[test]
    fn the_rules_say_who_may_be_a_member() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.agree("member-test", tests(&["hours", "policy"])));
        CHECK.passes(COMPANY, |formation| formation.agree("member-test", tests(&[])));
        CHECK.fails(COMPANY, "decision:member-test", |formation| {
            formation.agree("member-test", tests(&["policy"]));
        });
    }
}
