//! One class has more than half of the vote.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Classes;

pub(super) const CHECK: Check = Check {
    id: "class-over-half",
    severity: Severity::Warning,
    law: "Good practice; the second co-operative principle: no class decides alone",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let classes = case.classes().map(Classes::list).unwrap_or_default();
    classes
        .iter()
        .filter(|class| class.votes.is_some_and(|votes| votes > 5_000))
        .map(|class| {
            Found::new(
                About::decision("classes"),
                format!("\u{201c}{}\u{201d} can decide alone, whatever the others want.", class.name.trim()),
                "Give it half of the vote or less, or write down why it should have more.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn no_class_decides_alone() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| formation.class_votes(&[60, 30, 10]));
    }
}
