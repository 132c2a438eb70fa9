//! A rule cannot be written as the model has it.

use super::{Case, Check, Found, Severity, rule_text};
use crate::constitution::ProblemKind;

pub(super) const CHECK: Check = Check {
    id: "rule-text-broken",
    severity: Severity::Blocker,
    law: "Practice: rules must be readable from end to end",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    rule_text::find(case, |kind| match kind {
        ProblemKind::Text(fault) => Some(format!("cannot be written: {fault}.")),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;
    use crate::constitution::Problem;

    #[test]
    fn rules_can_be_written() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails_with_rules(COMPANY, "rule:quorum", |rules| {
            let kind = ProblemKind::Text("no such word".to_owned());
            rules.problems.push(Problem { rule: "quorum".to_owned(), kind });
        });
    }
}
