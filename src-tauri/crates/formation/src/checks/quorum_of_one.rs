//! One member alone can hold a meeting.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "quorum-of-one",
    severity: Severity::Warning,
    law: "Practice: democratic control, the second co-operative principle; Companies Act 2006, s.318",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(quorum) = case.quorum("general-meeting-quorum") else { return Vec::new() };
    let have = case.member_count();
    if have < 2 || quorum.of(have) > 1 {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("general-meeting-quorum"),
        format!("With {have} members, one alone makes a members\u{2019} meeting and can decide for all."),
        "Ask for at least 2 members, or half of them.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn a_meeting_is_more_than_one() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:general-meeting-quorum", |formation| {
            formation.taking_part("general-meeting-quorum", Some(10), 1);
        });
    }
}
