//! A members' meeting needs every member.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "quorum-of-everyone",
    severity: Severity::Warning,
    law: "Practice: democratic control, the second co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(quorum) = case.quorum("general-meeting-quorum") else { return Vec::new() };
    let have = case.member_count();
    // Two or three people can well be expected to come together.
    if have < 4 || quorum.of(have) != have {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("general-meeting-quorum"),
        format!(
            "A members\u{2019} meeting needs all {have} members. One cold stops it, and so does one \
             who stays away."
        ),
        "Ask for half of the members.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn a_meeting_can_do_without_one() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:general-meeting-quorum", |formation| {
            formation.taking_part("general-meeting-quorum", Some(100), 2);
        });
    }
}
