//! A trial before membership lasts very long.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "trial-long",
    severity: Severity::Warning,
    law: "Practice: voluntary and open membership, the first co-operative principle; Worker \
        Co-operative Code",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(most) = case.limit_count("trial-months") else { return Vec::new() };
    let Some(trial) = case.count("trial-period") else { return Vec::new() };
    let longer = case.count("trial-extension").unwrap_or(0);
    if trial + longer <= most {
        return Vec::new();
    }
    let said =
        if longer == 0 { format!("{trial} months") } else { format!("{trial} months and {longer} more") };
    vec![Found::new(
        About::decision("trial-period"),
        format!(
            "A newcomer can be on trial for {said}. Over {most} months, people work for a co-op \
             they have no say in."
        ),
        format!("Shorten it to {most} months or less, with any extension counted in."),
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn a_trial_is_not_too_long() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.choose("trial-period", "none"));
        CHECK.fails(COMPANY, "decision:trial-period", |formation| formation.number("trial-period", 13));
        CHECK.fails(COMPANY, "decision:trial-period", |formation| {
            formation.number("trial-period", 10);
            formation.number("trial-extension", 6);
        });
    }
}
