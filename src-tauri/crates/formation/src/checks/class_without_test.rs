//! Nobody could say who belongs to a class.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Classes;

pub(super) const CHECK: Check = Check {
    id: "class-without-test",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.14(4); Companies House\u{2019}s guidance on the word \
        \u{201c}Co-operative\u{201d}: open to all who qualify",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let classes = case.classes().map(Classes::list).unwrap_or_default();
    classes
        .iter()
        .filter(|class| class.test.trim().is_empty())
        .map(|class| {
            Found::new(
                About::decision("classes"),
                format!("Nothing says who belongs to the class \u{201c}{}\u{201d}.", class.name.trim()),
                "Write a test that a stranger could apply, such as \u{201c}has bought here in the last 12 months\u{201d}.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn each_class_says_who_belongs() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| {
            formation.classes(|list| list[1].test = " ".to_owned());
        });
    }
}
