//! Votes are weighed, and nothing says why.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "votes-weighed-without-ground",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.2; the Financial Conduct Authority\u{2019}s guidance on \
        registering, ch.4; one member, one vote is expected",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let weighted = case.classes().is_some_and(|classes| classes.is_weighted());
    if !weighted || case.answers.text("weights-ground").is_some() {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("weights-ground"),
        "The classes have fixed shares of the vote, and the rules give no reason. The registrar expects one \
            member, one vote.",
        "Say why, such as that one class will have many more members than another. Or let all vote together.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn weighed_votes_have_a_ground() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.passes(CLASSES, |formation| {
            formation.class_votes(&[]);
            formation.say("weights-ground", "");
        });
        CHECK.fails(CLASSES, "decision:weights-ground", |formation| formation.say("weights-ground", " "));
    }
}
