//! A large share of many members must come.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Quorum;
use crate::text::percent;

pub(super) const CHECK: Check = Check {
    id: "quorum-high-for-many",
    severity: Severity::Warning,
    law: "Practice: co-ops of many members rarely see a third of them at a meeting",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(quorum) = case.quorum("general-meeting-quorum") else { return Vec::new() };
    let (Some(many), Some(share)) =
        (case.limit_count("members-large"), case.limit_share("quorum-share-large"))
    else {
        return Vec::new();
    };
    let (have, fair) =
        (case.expected_members(), Quorum { share: Some(share), at_least: None, at_most: None });
    if have <= many || quorum.of(have) <= fair.of(have) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("general-meeting-quorum"),
        format!(
            "{} of {have} members must come to every meeting. Few large co-ops manage that.",
            quorum.of(have)
        ),
        format!("Ask for {} at most, or set a ceiling such as 30 members.", percent(share)),
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn many_members_can_meet() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:general-meeting-quorum", |formation| formation.more_members(60));
        CHECK.fails(COMPANY, "decision:general-meeting-quorum", |formation| {
            formation.number("expected-members", 60);
        });
        CHECK.passes(COMPANY, |formation| formation.number("expected-members", 20));
        CHECK.passes(COMPANY, |formation| {
            formation.more_members(60);
            formation.taking_part("general-meeting-quorum", Some(25), 3);
        });
    }
}
