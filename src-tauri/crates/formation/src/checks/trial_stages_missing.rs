//! The trial goes in stages, and no stage is named.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "trial-stages-missing",
    severity: Severity::Blocker,
    law: "Practice: a rule must say what it promises",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let stages = matches!(case.answer("trial-stages"), Some(Value::Lines(lines)) if !lines.is_empty());
    if !case.chose("trial-basis", "staged") || stages {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("trial-stages"),
        "The trial goes in stages, and you have not said which.",
        "Name the stages, or choose a trial of so many months.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn stages_are_named() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:trial-stages", |formation| formation.choose("trial-basis", "staged"));
        CHECK.passes(COMPANY, |formation| {
            formation.choose("trial-basis", "staged");
            formation.list("trial-stages", &["Three months in the shop", "Three months in the bakery"]);
        });
    }
}
