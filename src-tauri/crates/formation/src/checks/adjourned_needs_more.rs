//! The meeting that is held again asks for more members than the first.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "adjourned-needs-more",
    severity: Severity::Warning,
    law: "Practice: two answers to one question, how many must be there",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.chose("adjourned-quorum", "keep-trying") {
        return Vec::new();
    }
    let (Some(first), Some(again)) = (case.quorum("general-meeting-quorum"), case.count("adjourned-least"))
    else {
        return Vec::new();
    };
    // A share without a ceiling asks for more as the co-op grows, so nothing is wrong with it for good.
    let most = if first.share.is_none() { first.at_most.or(first.at_least) } else { first.at_most };
    let Some(most) = most.filter(|most| *most < again) else { return Vec::new() };
    vec![Found::new(
        About::decision("adjourned-least"),
        format!(
            "The first meeting never asks for more than {most}, but the second asks for {again} members."
        ),
        format!("Ask for {most} or fewer the second time, or for more members the first time."),
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;
    use crate::decision::{Quorum, Value};

    #[test]
    fn the_second_meeting_asks_for_no_more_than_the_first() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:adjourned-least", |formation| {
            formation.agree(
                "general-meeting-quorum",
                Value::Quorum(Quorum { share: None, at_least: Some(2), at_most: None }),
            );
        });
        CHECK.fails(SOCIETY, "decision:adjourned-least", |formation| {
            formation.agree(
                "general-meeting-quorum",
                Value::Quorum(Quorum { share: Some(2_500), at_least: Some(3), at_most: Some(4) }),
            );
            formation.number("adjourned-least", 5);
        });
    }
}
