//! What both community forms ask: members get no part of what is earned, nor of what is left at the end.

use super::{About, Case, Found};

/// Returns what members would get. `surplus` and `mend` are what a form says of a surplus that may go to them.
pub(super) fn find(case: &Case<'_>, surplus: &str, mend: &str) -> Vec<Found> {
    let mut found = Vec::new();
    if case.picked("surplus", "members") {
        found.push(Found::new(About::decision("surplus"), surplus, mend));
    }
    if case.choice("dissolution").is_some_and(|choice| choice != "asset-lock") {
        found.push(Found::new(
            About::decision("dissolution"),
            "What is left on closing is not kept for the community. In this form it must be.",
            "Choose the asset lock.",
        ));
    }
    found
}
