//! A rule says nothing.

use super::rule_text::{MEND, about, heading};
use super::{Case, Check, Found, Severity};
use crate::constitution::ProblemKind;

pub(super) const CHECK: Check = Check {
    id: "rule-empty",
    severity: Severity::Blocker,
    law: "Practice: rules must be readable from end to end",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.constitution
        .problems
        .iter()
        .filter_map(|problem| match &problem.kind {
            ProblemKind::Empty => {
                Some(Found::new(about(case, problem), format!("{} is empty.", heading(case, problem)), MEND))
            }
            _ => None,
        })
        .collect()
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
