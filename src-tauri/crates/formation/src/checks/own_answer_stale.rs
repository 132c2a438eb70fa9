//! The draft of an answer for the registrar would say something else by now than the one that was replaced.

use super::{About, Case, Check, Found, Severity};
use crate::pack::sheet_answers;

pub(super) const CHECK: Check = Check {
    id: "own-answer-stale",
    severity: Severity::Warning,
    law: "Registrar's practice: the answers on the form and the rules must say the same",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.formation.own_answers.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for drafted in sheet_answers(case) {
        let Some(own) = case.formation.own_answers.get(&drafted.question) else { continue };
        if !own.replaced(&drafted.source) {
            found.push(Found::new(
                About::Sheet(drafted.question),
                format!(
                    "You answered \u{201c}{}\u{201d} in your own words. Since then a decision changed what we would \
                     answer.",
                    own.words.heading()
                ),
                "Read our answer of today beside yours. Put into yours what changed, then save it, or go back to ours.",
            ));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    const CONTROL: &str = "answer:fca-answers/how-do-members-control-it-democratically";

    #[test]
    fn an_answer_is_looked_at_again_when_the_rules_change() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(SOCIETY, |formation| {
            formation.answer_registrar("how-do-members-control-it-democratically", "By voting.");
        });
        CHECK.fails(SOCIETY, CONTROL, |formation| {
            formation.answer_registrar("how-do-members-control-it-democratically", "By voting.");
            formation.number("general-meeting-notice", 30);
        });
        // Another question's draft says nothing of it.
        CHECK.passes(SOCIETY, |formation| {
            formation.answer_registrar("what-happens-to-a-surplus", "It stays.");
            formation.number("general-meeting-notice", 30);
        });
    }
}
