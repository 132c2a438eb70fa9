//! An answer for the registrar is longer than anybody reads.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "own-answer-long",
    severity: Severity::Advice,
    law: "Practice: 80 to 150 words answer a question of the form",
    find,
};

/// Words that are plenty.
const PLENTY: usize = 150;

fn find(case: &Case<'_>) -> Vec<Found> {
    let own = case.formation.own_answers.iter();
    own.filter_map(|(question, own)| {
        let words = own.words.text().split_whitespace().count();
        (words > PLENTY).then(|| {
            Found::new(
                About::Sheet(question.clone()),
                format!("Your answer to \u{201c}{}\u{201d} has {words} words.", own.words.heading()),
                "Say what the question asks, in 80 to 150 words. What else you want to tell stands in the rules.",
            )
        })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn an_answer_is_short() {
        let long = "word ".repeat(PLENTY + 1);
        CHECK.passes(SOCIETY, |formation| {
            formation.answer_registrar("what-happens-to-a-surplus", "It stays.")
        });
        CHECK.passes(SOCIETY, |formation| {
            formation.answer_registrar("what-happens-to-a-surplus", &"word ".repeat(PLENTY));
        });
        CHECK.fails(SOCIETY, "answer:fca-answers/what-happens-to-a-surplus", |formation| {
            formation.answer_registrar("what-happens-to-a-surplus", &long);
        });
    }
}
