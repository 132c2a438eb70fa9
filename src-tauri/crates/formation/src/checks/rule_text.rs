//! What findings say of a rule whose text is broken: where it is mended, and how.

use super::{About, Case};
use crate::constitution::Problem;

/// How a rule that cannot be written is mended.
pub(super) const MEND: &str = "Open the rule and put back its own wording. If it is untouched, tell whoever \
                               made this model: it is their mistake.";

/// Returns where a problem of the rules is mended.
pub(super) fn about(case: &Case<'_>, problem: &Problem) -> About {
    match case.constitution.rule(&problem.rule) {
        Some(_) => About::Rule(problem.rule.clone()),
        None => About::Formation,
    }
}

/// Returns the name of the rule that has a problem.
pub(super) fn heading(case: &Case<'_>, problem: &Problem) -> String {
    case.constitution.rule(&problem.rule).map_or_else(
        || "Something in the rules".to_owned(),
        |rule| format!("\u{201c}{}\u{201d}", rule.heading.plain()),
    )
}
