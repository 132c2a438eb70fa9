//! A class has no founder in it.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Classes;

pub(super) const CHECK: Check = Check {
    id: "class-empty",
    severity: Severity::Advice,
    law: "Practice: its share of the vote goes to the others, and its seats stay empty",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let classes = case.classes().map(Classes::list).unwrap_or_default();
    classes
        .iter()
        .filter(|class| class.first_members.is_empty())
        .map(|class| {
            Found::new(
                About::decision("classes"),
                format!("Nobody begins in the class \u{201c}{}\u{201d}.", class.name.trim()),
                "Say which founders begin in it, or invite somebody before you register.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn somebody_begins_in_each_class() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| {
            formation.classes(|list| list[2].first_members.clear());
        });
    }
}
