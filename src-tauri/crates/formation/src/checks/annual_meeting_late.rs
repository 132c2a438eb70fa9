//! The yearly meeting comes too late for what is due to the registrar.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "annual-meeting-late",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, ss.77 and 89; Companies Act 2006, s.442",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    // Nothing is due to a registrar.
    if case.formation.form.is_association() {
        return Vec::new();
    }
    let society = case.formation.form.is_society();
    let most = if society {
        case.limit_count("annual-meeting-months")
    } else {
        case.limit_count("annual-meeting-months-company")
    };
    let (Some(most), Some((slug, months))) = (most, months_after_year_end(case)) else { return Vec::new() };
    if months <= most {
        return Vec::new();
    }
    let due = if society { "annual return is" } else { "accounts are" };
    vec![Found::new(
        About::decision(slug),
        format!("The yearly meeting can be {months} months after the year ends. The {due} due after {most}."),
        format!("Meet within {most} months, so that members see the accounts before the registrar does."),
    )]
}

/// Returns which answer says when the meeting is, and how many months after the year end it can be.
fn months_after_year_end(case: &Case<'_>) -> Option<(&'static str, u32)> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if let Some(months) = case.count("annual-meeting-months") {
        return Some(("annual-meeting-months", months));
    }
    let meeting = MONTHS.iter().position(|month| case.chose("annual-meeting-month", month))?;
    let Some(Value::YearDay(end)) = case.answer("year-end") else { return None };
    let end = usize::from(end.month).checked_sub(1)?;
    let months = (meeting + 12 - end) % 12;
    Some(("annual-meeting-month", u32::try_from(if months == 0 { 12 } else { months }).ok()?))
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;
    use crate::decision::YearDay;

    #[test]
    fn members_see_the_accounts_first() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:annual-meeting-months", |formation| {
            formation.number("annual-meeting-months", 9)
        });
        CHECK.passes(COMPANY, |formation| formation.number("annual-meeting-months", 9));
        CHECK.fails(COMPANY, "decision:annual-meeting-month", |formation| {
            formation.agree("year-end", Value::YearDay(YearDay { day: 31, month: 12 }));
            formation.choose("annual-meeting", "month");
            formation.choose("annual-meeting-month", "november");
        });
        CHECK.passes(COMPANY, |formation| {
            formation.agree("year-end", Value::YearDay(YearDay { day: 31, month: 3 }));
            formation.choose("annual-meeting", "month");
            formation.choose("annual-meeting-month", "september");
        });
    }
}
