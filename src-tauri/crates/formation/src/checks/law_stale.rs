//! A figure that the checks rely on was last looked at long ago.

use super::{About, Case, Check, Found, Severity};
use crate::long_date;

pub(super) const CHECK: Check =
    Check { id: "law-stale", severity: Severity::Advice, law: "Practice: the law changes", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(months) = case.limit_count("data-age") else { return Vec::new() };
    let age = jiff::Span::new().months(i64::from(months));
    let Ok(oldest) = case.today.checked_sub(age) else { return Vec::new() };
    let stale =
        case.law.limits(case.today).filter(|limit| limit.checked < oldest).min_by_key(|limit| limit.checked);
    let fee = case.law.fees(case.formation.form, case.today).into_iter().map(|fee| fee.checked).min();
    let oldest_checked =
        stale.map(|limit| limit.checked).into_iter().chain(fee).filter(|day| *day < oldest).min();
    oldest_checked
        .map(|day| {
            Found::new(
                About::Formation,
                format!("The figures of the law in this app were last checked on {}.", long_date(day)),
                "Look for a newer edition, or ask an adviser whether fees and limits are still the same.",
            )
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn the_law_data_is_fresh() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails_on(jiff::civil::date(2027, 11, 24), COMPANY, "formation");
    }
}
