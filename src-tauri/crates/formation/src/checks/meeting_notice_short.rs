//! Members hear of a meeting late.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "meeting-notice-short",
    severity: Severity::Advice,
    law: "Practice: the Act leaves a society\u{2019}s notice to its rules",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match (case.count("general-meeting-notice"), case.limit_count("meeting-notice-fair")) {
        (Some(value), Some(limit)) if value < limit && case.formation.form.is_society() => vec![Found::new(
            About::decision("general-meeting-notice"),
            format!(
                "You give {value} days\u{2019} notice of a members\u{2019} meeting. Some members \
                 will have made plans by then."
            ),
            format!("Give {limit} days, unless you meet on a fixed day that everyone knows."),
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn members_hear_in_time() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.number("general-meeting-notice", 7));
        CHECK.fails(SOCIETY, "decision:general-meeting-notice", |formation| {
            formation.number("general-meeting-notice", 7);
        });
    }
}
