//! One answer shares the surplus with members, and another does not.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "surplus-answers-disagree",
    severity: Severity::Warning,
    law: "Practice: one matter, one answer; Companies House\u{2019}s criteria for the word Co-operative",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.picked("surplus", "members") {
        return Vec::new();
    }
    let mut found = Vec::new();
    if case.chose("member-share-of-surplus", "none") {
        found.push(Found::new(
            About::decision("member-share-of-surplus"),
            "The surplus may go to members, and then nothing is shared with them.",
            "Choose a way to share it, or take members out of the answer on the surplus.",
        ));
    }
    if case.chose("reserve-share", "all") {
        found.push(Found::new(
            About::decision("reserve-share"),
            "The surplus may go to members, and all of it is put aside.",
            "Put less aside, or take members out of the answer on the surplus.",
        ));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn the_surplus_has_one_answer() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:member-share-of-surplus", |formation| {
            formation.choose("member-share-of-surplus", "none");
        });
        CHECK.fails(COMPANY, "decision:reserve-share", |formation| formation.choose("reserve-share", "all"));
        CHECK.passes(COMPANY, |formation| {
            formation.pick("surplus", &["reserve"]);
            formation.choose("reserve-share", "all");
        });
    }
}
