//! A simple majority can change the rules, where the law sets no floor.

use super::majorities::too_small;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "majority-low",
    severity: Severity::Warning,
    law: "Practice: the Act leaves it to the rules; Co-operative and Community Benefit Societies \
        Act 2014, s.14(5)",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(least) = case.limit_share("rule-change-floor") else { return Vec::new() };
    // A company has a floor in law, and another check for it.
    if case.formation.form.is_company() {
        return Vec::new();
    }
    too_small(case, least)
        .map(|(slug, said)| {
            Found::new(
                About::decision(slug),
                format!(
                    "Your rules ask for {said}. A few people on a bad evening could turn the co-op round."
                ),
                "Choose two-thirds or three-quarters of the votes.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{ASSOCIATION, COMPANY, PARTNERSHIP, SOCIETY};
    use super::*;
    use crate::decision::Share;

    #[test]
    fn rules_are_not_changed_lightly() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.votes("rule-change-majority", Share::TwoThirds));
        CHECK.fails(SOCIETY, "decision:rule-change-majority", |formation| {
            formation.votes("rule-change-majority", Share::MoreThanHalf);
        });
        CHECK.fails(SOCIETY, "decision:special-majority", |formation| {
            formation.votes("special-majority", Share::AtLeast(6_000));
        });
        for example in [PARTNERSHIP, ASSOCIATION] {
            CHECK.passes(example, |_| {});
            CHECK.fails(example, "decision:rule-change-majority", |formation| {
                formation.votes("rule-change-majority", Share::MoreThanHalf);
            });
        }
        CHECK.passes(COMPANY, |formation| formation.votes("rule-change-majority", Share::MoreThanHalf));
    }
}
