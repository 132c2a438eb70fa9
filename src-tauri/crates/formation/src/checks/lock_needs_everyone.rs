//! Locked rules need every member, and there are many.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "lock-needs-everyone",
    severity: Severity::Warning,
    law: "Practice; Companies Act 2006, s.22",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(most), have) = (case.limit_count("lock-members"), case.expected_members()) else {
        return Vec::new();
    };
    if !case.chose("lock", "all-members") || have <= most {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("lock"),
        format!(
            "All {have} members must agree before a locked rule changes. One who cannot be found can stop it."
        ),
        "Choose nine-tenths at two meetings, or three-quarters of all the members.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_lock_can_be_opened() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:lock", |formation| formation.more_members(11));
        CHECK.fails(COMPANY, "decision:lock", |formation| formation.number("expected-members", 16));
        CHECK.passes(COMPANY, |formation| formation.number("expected-members", 15));
        CHECK.passes(SOCIETY, |formation| formation.more_members(11));
    }
}
