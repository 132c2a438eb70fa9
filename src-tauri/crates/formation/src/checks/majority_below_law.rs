//! A big decision, or a change of the articles, needs fewer votes than the law asks.

use super::majorities::too_small;
use super::{About, Case, Check, Found, Severity};
use crate::text::percent;

pub(super) const CHECK: Check = Check {
    id: "majority-below-law",
    severity: Severity::Blocker,
    law: "Companies Act 2006, ss.21 and 283",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(least) = case.limit_share("special-resolution") else { return Vec::new() };
    if !case.formation.form.is_company() {
        return Vec::new();
    }
    too_small(case, least)
        .map(|(slug, said)| {
            Found::new(
                About::decision(slug),
                format!("Your rules ask for {said}. A company must ask for at least {}.", percent(least)),
                format!("Choose {} or more.", percent(least)),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;
    use crate::decision::Share;

    #[test]
    fn a_company_asks_for_three_quarters() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:rule-change-majority", |formation| {
            formation.votes("rule-change-majority", Share::TwoThirds);
        });
        CHECK.fails(COMPANY, "decision:special-majority", |formation| {
            formation.votes("special-majority", Share::MoreThanHalf);
        });
        CHECK.passes(COMPANY, |formation| formation.votes("rule-change-majority", Share::AtLeast(9_000)));
        CHECK.passes(SOCIETY, |formation| formation.votes("rule-change-majority", Share::TwoThirds));
    }
}
