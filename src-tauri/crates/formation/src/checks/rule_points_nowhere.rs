//! A rule refers to a rule that is not there.

use super::{Case, Check, Found, Severity, rule_text};
use crate::constitution::ProblemKind;

pub(super) const CHECK: Check = Check {
    id: "rule-points-nowhere",
    severity: Severity::Blocker,
    law: "Practice: rules must be readable from end to end",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    rule_text::find(case, |kind| match kind {
        ProblemKind::Reference(anchor) => {
            Some(format!("points to a rule called \u{201c}{}\u{201d}, which is not in.", anchor.0))
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
    fn references_lead_somewhere() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails_with_rules(COMPANY, "rule:quorum", |rules| {
            let kind = ProblemKind::Reference(document::Anchor("nowhere".to_owned()));
            rules.problems.push(Problem { rule: "quorum".to_owned(), kind });
        });
    }
}
