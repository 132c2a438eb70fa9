//! A rule refers to a rule that is not there.

use super::rule_text::{MEND, about, heading};
use super::{Case, Check, Found, Severity};
use crate::constitution::ProblemKind;

pub(super) const CHECK: Check = Check {
    id: "rule-points-nowhere",
    severity: Severity::Blocker,
    law: "Practice: rules must be readable from end to end",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.constitution
        .problems
        .iter()
        .filter_map(|problem| match &problem.kind {
            ProblemKind::Reference(anchor) => Some(Found::new(
                about(case, problem),
                format!(
                    "{} points to a rule called \
                    \u{201c}{}\u{201d}, which is not in.",
                    heading(case, problem),
                    anchor.0
                ),
                MEND,
            )),
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
    fn references_lead_somewhere() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails_with_rules(COMPANY, "rule:quorum", |rules| {
            let kind = ProblemKind::Reference(document::Anchor("nowhere".to_owned()));
            rules.problems.push(Problem { rule: "quorum".to_owned(), kind });
        });
    }
}
