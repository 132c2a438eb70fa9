//! A rule marks a word that nobody explains.

use super::{Case, Check, Found, Severity, rule_text};
use crate::constitution::ProblemKind;

pub(super) const CHECK: Check = Check {
    id: "rule-word-unexplained",
    severity: Severity::Blocker,
    law: "Practice: rules must be readable from end to end",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    rule_text::find(case, |kind| match kind {
        ProblemKind::UnknownTerm(term) => {
            Some(format!("marks the word \u{201c}{term}\u{201d}, and no rule explains it."))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;
    use crate::constitution::Problem;

    #[test]
    fn words_are_explained() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails_with_rules(COMPANY, "rule:quorum", |rules| {
            let kind = ProblemKind::UnknownTerm("nonsense".to_owned());
            rules.problems.push(Problem { rule: "quorum".to_owned(), kind });
        });
    }
}
