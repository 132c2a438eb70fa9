//! People must stand for election before they hear that there is one.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "nominations-close-before-notice",
    severity: Severity::Warning,
    law: "Practice: democratic control, the second co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match (case.count("nominations-close"), case.count("general-meeting-notice")) {
        (Some(close), Some(notice)) if close >= notice => vec![Found::new(
            About::decision("nominations-close"),
            format!(
                "People must say {close} days before the meeting that they stand, and hear of it \
                 {notice} days before."
            ),
            "Let nominations close later, or give more notice.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn people_can_stand_in_time() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:nominations-close", |formation| {
            formation.number("nominations-close", 14)
        });
    }
}
