//! A figure that the checks rely on was last looked at long ago.

use super::{About, Case, Check, Found, Severity};
use crate::long_date;

pub(super) const CHECK: Check =
    Check { id: "law-stale", severity: Severity::Advice, law: "Practice: the law changes", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(months) = case.limit_count("data-age") else { return Vec::new() };
    let age = jiff::Span::new().months(i64::from(months));
    let Ok(oldest) = case.today.checked_sub(age) else { return Vec::new() };
    let oldest_checked = case.law.oldest(case.formation.form, case.today).filter(|day| *day < oldest);
    oldest_checked
        .map(|day| {
            Found::new(
                About::Formation,
                format!("Some of the law in this app was last checked on {}.", long_date(day)),
                "Look for a newer edition, or ask an adviser whether fees, dates and limits are still the same.",
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
