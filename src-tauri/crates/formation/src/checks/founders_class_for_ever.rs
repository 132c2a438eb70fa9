//! A class of founders never ends.

use super::{About, Case, Check, Found, Severity};
use crate::decision::{Class, Classes};

pub(super) const CHECK: Check = Check {
    id: "founders-class-for-ever",
    severity: Severity::Warning,
    law: "The first co-operative principle: membership is open to all who qualify",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let classes = case.classes().map(Classes::list).unwrap_or_default();
    // A year, a number of months or the like: some end is written there.
    let has_an_end = |class: &Class| class.test.contains(|c: char| c.is_ascii_digit());
    classes
        .iter()
        .filter(|class| class.name.to_lowercase().contains("founder") && !has_an_end(class))
        .map(|class| {
            Found::new(
                About::decision("classes"),
                format!("Nobody new can ever join the class \u{201c}{}\u{201d}, and it never ends.", class.name.trim()),
                "Write an end into its test, such as \u{201c}until the annual meeting in 2029\u{201d}. Or let founders join the other classes.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn founders_do_not_rule_for_ever() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.passes(CLASSES, |formation| {
            formation.classes(|list| {
                list[0].name = "Founders".to_owned();
                list[0].test = "founded the co-op, until the annual meeting in 2029".to_owned();
            });
        });
        CHECK.fails(CLASSES, "decision:classes", |formation| {
            formation.classes(|list| {
                list[0].name = "Founders".to_owned();
                list[0].test = "founded the co-op".to_owned();
            });
        });
    }
}
