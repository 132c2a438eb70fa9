//! A company's members hear of a meeting later than the law allows.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "meeting-notice-below-law",
    severity: Severity::Blocker,
    law: "Companies Act 2006, s.307",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(least) = case.limit_count("meeting-notice-company") else { return Vec::new() };
    if !case.formation.form.is_company() {
        return Vec::new();
    }
    ["general-meeting-notice", "rule-change-notice"]
        .into_iter()
        .filter_map(|slug| {
            let days = case.count(slug).filter(|days| *days < least)?;
            Some(Found::new(
                About::decision(slug),
                format!(
                    "You give {days} days\u{2019} notice of a members\u{2019} meeting. A \
                         company must give at least {least}."
                ),
                format!("Choose {least} days or more. For quick matters, the law has written decisions."),
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_company_gives_fourteen_days() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:general-meeting-notice", |formation| {
            formation.number("general-meeting-notice", 13);
        });
        CHECK.fails(COMPANY, "decision:rule-change-notice", |formation| {
            formation.number("rule-change-notice", 7)
        });
        CHECK.passes(SOCIETY, |formation| formation.number("general-meeting-notice", 7));
    }
}
