//! A member who may lose their membership hears of it too late.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "expulsion-notice-short",
    severity: Severity::Warning,
    law: "Practice: natural justice; courts undo unfair expulsions",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match (case.count("expulsion-notice"), case.limit_count("expulsion-notice")) {
        (Some(value), Some(limit)) if value < limit => vec![Found::new(
            About::decision("expulsion-notice"),
            format!(
                "The member has {value} days to get ready for the hearing. Fewer than {limit} is not fair."
            ),
            format!("Give at least {limit} days."),
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn a_hearing_is_fair() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.number("expulsion-notice", 14));
        CHECK
            .fails(COMPANY, "decision:expulsion-notice", |formation| formation.number("expulsion-notice", 7));
    }
}
