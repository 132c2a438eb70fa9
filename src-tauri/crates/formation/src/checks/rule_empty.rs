//! A rule says nothing.

use super::{Case, Check, Found, Severity, rule_text};
use crate::constitution::ProblemKind;

pub(super) const CHECK: Check = Check {
    id: "rule-empty",
    severity: Severity::Blocker,
    law: "Practice: rules must be readable from end to end",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    rule_text::find(case, |kind| match kind {
        ProblemKind::Empty => Some("is empty.".to_owned()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;
    use crate::constitution::Problem;

    #[test]
    fn rules_say_something() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails_with_rules(COMPANY, "rule:quorum", |rules| {
            let kind = ProblemKind::Empty;
            rules.problems.push(Problem { rule: "quorum".to_owned(), kind });
        });
    }
}
