//! What findings say of a rule whose text is broken: where it is mended, and how.

use super::{About, Case, Found};
use crate::constitution::{Problem, ProblemKind};

/// How a rule that cannot be written is mended.
const MEND: &str = "Open the rule and put back its own wording. If it is untouched, tell whoever \
                    made this model: it is their mistake.";

/// Returns a finding for each problem of the rules that `says` knows: what is said of it, after the rule's name.
pub(super) fn find(case: &Case<'_>, says: impl Fn(&ProblemKind) -> Option<String>) -> Vec<Found> {
    let of = |problem: &Problem| {
        let said = says(&problem.kind)?;
        Some(Found::new(about(case, problem), format!("{} {said}", heading(case, problem)), MEND))
    };
    case.constitution.problems.iter().filter_map(of).collect()
}

/// Returns where a problem of the rules is mended.
fn about(case: &Case<'_>, problem: &Problem) -> About {
    match case.constitution.rule(&problem.rule) {
        Some(_) => About::Rule(problem.rule.clone()),
        None => About::Formation,
    }
}

/// Returns the name of the rule that has a problem.
fn heading(case: &Case<'_>, problem: &Problem) -> String {
    case.constitution.rule(&problem.rule).map_or_else(
        || "Something in the rules".to_owned(),
        |rule| format!("\u{201c}{}\u{201d}", rule.heading.plain()),
    )
}
