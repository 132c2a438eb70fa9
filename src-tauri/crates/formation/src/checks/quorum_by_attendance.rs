//! If too few come, hardly anybody can decide everything.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "quorum-by-attendance",
    severity: Severity::Warning,
    law: "Practice: a meeting that counts whoever comes can even close the co-op",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(least), have) = (case.count("adjourned-least"), case.member_count()) else { return Vec::new() };
    // Fewer than a quarter of those who founded it.
    if !case.chose("adjourned-quorum", "those-present") || least * 4 >= have {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("adjourned-least"),
        format!("When too few come, the next meeting counts with only {least} of {have} members."),
        "Ask for more of them, or for a third of the members.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn the_second_meeting_is_not_too_small() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "decision:adjourned-least", |formation| formation.more_members(10));
    }
}
