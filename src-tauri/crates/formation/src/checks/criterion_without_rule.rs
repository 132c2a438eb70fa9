//! The name says Co-operative, and the articles do not show it.

use super::name_words::words_in;
use super::{About, Case, Check, Found, Severity};
use crate::crosswalk::Crosswalk;
use crate::law::Proof;

pub(super) const CHECK: Check = Check {
    id: "criterion-without-rule",
    severity: Severity::Blocker,
    law: "Companies Act 2006, s.55; Companies House guidance, annex A",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(name) = case.name() else { return Vec::new() };
    let claims = words_in(case, name).any(|word| !word.barred && word.proof == Proof::Criteria);
    if !claims {
        return Vec::new();
    }
    Crosswalk::of(case.library, &case.formation.edits, case.constitution)
        .criteria
        .into_iter()
        .filter(|(_, rules)| rules.is_empty())
        .map(|(criterion, _)| {
            Found::new(
                About::Formation,
                format!(
                    "The name says that it is a co-operative, and no article shows this: {}.",
                    criterion.title()
                ),
                "Put back the article that was left out. Companies House refuses the word without it.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_co_operative_shows_that_it_is_one() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails_with_rules(COMPANY, "formation", |rules| {
            for part in &mut rules.parts {
                part.rules.retain(|rule| rule.slug == "name");
            }
        });
    }
}
