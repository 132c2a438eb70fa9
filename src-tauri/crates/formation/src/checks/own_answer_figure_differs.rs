//! An answer for the registrar in the group's own words names another figure than the rules.

use super::figures::contradicted;
use super::{About, Case, Check, Found, Severity};
use crate::pack::sheet_answers;

pub(super) const CHECK: Check = Check {
    id: "own-answer-figure-differs",
    severity: Severity::Warning,
    law: "Registrar's practice: the answers on the form and the rules must say the same",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.formation.own_answers.is_empty() {
        return Vec::new();
    }
    sheet_answers(case)
        .into_iter()
        .filter_map(|drafted| {
            let own = case.formation.own_answers.get(&drafted.question)?;
            let (ruled, typed) = contradicted(&drafted.source, own.words.text())?;
            Some(Found::new(
                About::Sheet(drafted.question),
                format!(
                    "To \u{201c}{}\u{201d} you answer {typed}. Your rules say {ruled}.",
                    own.words.heading()
                ),
                "Write the figure of the rules into the answer, or change the decision that the rules follow.",
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    const CONTROL: &str = "how-do-members-control-it-democratically";

    #[test]
    fn an_answer_names_the_figures_of_the_rules() {
        CHECK.passes(SOCIETY, |formation| {
            formation.number("general-meeting-notice", 21);
            formation.answer_registrar(CONTROL, "Members get 21 clear days of notice.");
        });
        CHECK.passes(SOCIETY, |formation| formation.answer_registrar(CONTROL, "Members vote."));
        CHECK.fails(SOCIETY, "answer:fca-answers/how-do-members-control-it-democratically", |formation| {
            formation.number("general-meeting-notice", 21);
            formation.answer_registrar(CONTROL, "Members get 7 days of notice.");
        });
    }
}
