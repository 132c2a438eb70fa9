//! A text of the group sends quarrels to the regulator.

use super::own_words::{holds_phrase, own_words};
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "own-words-regulator-judges",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.137",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    own_words(case)
        .into_iter()
        .filter(|own| {
            let text = own.text.to_lowercase();
            let judge = ["financial conduct authority", "fca", "companies house", "registrar"];
            let quarrel = text.contains("dispute") || text.contains("arbitrat") || text.contains("mediat");
            quarrel && judge.iter().any(|judge| holds_phrase(&text, judge))
        })
        .map(|own| {
            Found::new(
                own.about,
                "This sends a quarrel to the registrar, which does not decide between members.",
                "Name a mediator or an arbitrator from outside instead.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn the_registrar_is_no_judge() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:purpose", |formation| {
            formation.say("purpose", "We mend. Any dispute goes to the FCA.");
        });
        CHECK.fails_in_rules(SOCIETY, "A dispute is decided by the registrar.");
        CHECK.fails_in_an_answer(SOCIETY, "The FCA decides disputes over it.");
    }
}
