//! The law asks for a rule that is not there.

use super::{About, Case, Check, Found, Severity};
use crate::crosswalk::Crosswalk;

pub(super) const CHECK: Check = Check {
    id: "matter-without-rule",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.14",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.formation.form.is_society() {
        return Vec::new();
    }
    Crosswalk::of(case.library, &case.formation.edits, case.constitution)
        .matters
        .into_iter()
        .filter(|(_, rules)| rules.is_empty())
        .map(|(matter, _)| {
            Found::new(
                About::Formation,
                format!(
                    "No rule says anything on: {}. It is matter {} of the law\u{2019}s list.",
                    matter.title(),
                    matter.head()
                ),
                "Put back the rule that was left out. A society without it is not registered.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn every_matter_has_its_rule() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails_without_rule(SOCIETY, "maximum-holding", "formation", |_| {});
        CHECK.fails_without_rule(SOCIETY, "investing", "formation", |_| {});
    }
}
