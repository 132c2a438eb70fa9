//! Checks: what the law, the registrar's practice and good sense say about a formation.
//!
//! Checking never fails: it returns findings, each with its law and its mend. One check a file, named for
//! the flaw it finds; each file holds a case that passes and one that fails.

mod case;
mod finding;
#[cfg(test)]
mod tried;

pub use case::Case;
pub use finding::{About, Finding, Severity};
pub(crate) use finding::{Check, Found};

/// Declares the checks: a module and its place in the list, once.
macro_rules! checks {
    ($($module:ident,)+) => {
        $(mod $module;)+

        /// Every check, in the order of the file names.
        const ALL: &[Check] = &[$($module::CHECK,)+];
    };
}

checks! {
    name_missing,
    open_question,
}

/// Returns how many checks there are.
pub fn count() -> usize {
    ALL.len()
}

/// Runs every check. Blockers come first, then warnings, then advice; each kind in the order of the checks.
pub fn check(case: &Case<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = ALL.iter().flat_map(|check| check.run(case)).collect();
    findings.sort_by_key(|finding| finding.severity);
    findings
}
