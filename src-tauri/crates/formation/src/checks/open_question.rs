//! A question that the rules need is open, proposed or parked.

use super::{About, Case, Check, Found, Severity};
use crate::answers::Standing;
use crate::decision::Status;

pub(super) const CHECK: Check = Check {
    id: "open-question",
    severity: Severity::Blocker,
    law: "Practice: a constitution is registered as its members agreed it, with nothing left open",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.library
        .decisions_of(case.model)
        .filter_map(|decision| {
            let said = match case.answers.standing(case.formation, &decision.slug) {
                Standing::Open => "has no answer yet",
                Standing::Taken(Status::Open) => "is not settled",
                Standing::Taken(Status::Proposed) => "is proposed, and not agreed",
                Standing::Taken(Status::Parked) => "is parked",
                Standing::Taken(Status::Agreed) | Standing::Usual | Standing::NotAsked => return None,
            };
            Some(Found::new(
                About::decision(&decision.slug),
                format!("\u{201c}{}\u{201d} {said}.", decision.question),
                "Answer it together and mark it agreed.",
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn every_question_must_be_agreed() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:purpose", |formation| {
            formation.decisions.remove("purpose");
        });
        CHECK.fails(COMPANY, "decision:name", |formation| {
            if let Some(taken) = formation.decisions.get_mut("name") {
                taken.status = Status::Parked;
            }
        });
    }
}
