//! Every class can stop every change of the rules.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "class-veto-on-everything",
    severity: Severity::Warning,
    law: "Practice: a veto on each change freezes the rules, and a small class can sell its consent",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.picked("each-class-decides", "rule-changes") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("each-class-decides"),
        "Each class can stop every change of the rules, even one that does not touch it.",
        "Leave this out. A class must agree anyway when something is taken from it.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn rules_can_be_changed() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:each-class-decides", |formation| {
            formation.pick("each-class-decides", &["rule-changes"]);
        });
    }
}
