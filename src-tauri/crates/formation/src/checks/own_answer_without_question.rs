//! A group answered a question that its registrar's sheet does not ask.

use super::{About, Case, Check, Found, Severity};
use crate::pack::sheet_answers;

pub(super) const CHECK: Check = Check {
    id: "own-answer-without-question",
    severity: Severity::Advice,
    law: "Practice: what stands on no sheet is read by nobody",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.formation.own_answers.is_empty() {
        return Vec::new();
    }
    let asked = sheet_answers(case);
    let own = case.formation.own_answers.iter();
    own.filter(|(question, _)| !asked.iter().any(|drafted| drafted.question == **question))
        .map(|(question, own)| {
            Found::new(
                About::Formation,
                format!(
                    "You answered \u{201c}{}\u{201d} in your own words, and the sheet {} does not ask it.",
                    own.words.heading(),
                    question.paper
                ),
                "Nothing is lost: it is printed again when the question comes back. In an answers file, write the \
                 question as it stands on the sheet.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn an_own_answer_has_its_question() {
        CHECK.passes(SOCIETY, |_| {});
        let control = "how-do-members-control-it-democratically";
        CHECK.passes(SOCIETY, |formation| formation.answer_registrar(control, "We vote."));
        CHECK.fails(SOCIETY, "formation", |formation| {
            formation.answer_registrar(control, "We vote.");
            let (mut question, own) = formation.own_answers.pop_first().unwrap();
            question.question = "who-bakes".to_owned();
            formation.own_answers.insert(question, own);
        });
    }
}
