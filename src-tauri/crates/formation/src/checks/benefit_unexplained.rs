//! The registrar is told that nobody need be a member to have the benefit, and not why.

use super::own_words::words;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "benefit-unexplained",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.2; registrar's practice: a co-op is there for its \
          members, so a no needs its reason",
    find,
};

/// The question that asks for it.
const ASKED: &str = "must-one-be-a-member-to-have-the-benefit";
/// With fewer words, nobody can say why.
const FEWEST: usize = 10;

fn find(case: &Case<'_>) -> Vec<Found> {
    let own = case.formation.own_answers.iter().filter(|(question, _)| question.question == ASKED);
    own.filter(|(_, own)| {
        let mut said = words(own.words.text());
        said.next().is_some_and(|first| first.eq_ignore_ascii_case("no")) && said.count() + 1 < FEWEST
    })
    .map(|(question, _)| {
        Found::new(
            About::Sheet(question.clone()),
            "You answer that others have the benefit too. The registrar will ask what is then left for members.",
            "Say why others may have it, and what only members have: the vote, the say, a share of a surplus.",
        )
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn a_no_has_its_reason() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.answer_registrar(ASKED, "Yes."));
        CHECK.passes(SOCIETY, |formation| {
            formation.answer_registrar(ASKED, "No. Anybody may come to our workshop, but only members vote.");
        });
        for short in ["No.", "No, anyone can."] {
            CHECK.fails(
                SOCIETY,
                "answer:fca-answers/must-one-be-a-member-to-have-the-benefit",
                |formation| {
                    formation.answer_registrar(ASKED, short);
                },
            );
        }
    }
}
