//! The founders of an association have not said that they answer for its debts themselves.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "debts-not-understood",
    severity: Severity::Blocker,
    law: "Common law of unincorporated associations: who signs answers, without limit",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.answer("debts-understood") != Some(&Value::YesNo(false)) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("debts-understood"),
        "Not every founder knows yet that they answer for the debts with all they own.",
        "Read \u{201c}Who answers for debts\u{201d} together, or choose a company or a society.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::open_question;
    use super::super::tried::{ASSOCIATION, COMPANY};
    use super::*;

    const ASKED: &str = "decision:debts-understood";

    #[test]
    fn founders_know_that_they_answer_for_debts() {
        CHECK.passes(ASSOCIATION, |_| {});
        CHECK.fails(ASSOCIATION, ASKED, |formation| formation.yes("debts-understood", false));
        // Nobody is taken to know it: without an answer the question is open, and that stops a pack too.
        open_question::CHECK.fails(ASSOCIATION, ASKED, |formation| {
            formation.decisions.remove("debts-understood");
        });
        // Where liability is limited, nobody asks.
        open_question::CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.yes("debts-understood", false));
    }
}
