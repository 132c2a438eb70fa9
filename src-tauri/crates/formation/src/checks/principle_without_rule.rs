//! No rule puts one of the co-operative principles into practice.

use super::{About, Case, Check, Found, Severity};
use crate::crosswalk::Crosswalk;
use crate::provides::PRINCIPLES;

pub(super) const CHECK: Check = Check {
    id: "principle-without-rule",
    severity: Severity::Advice,
    law: "Practice: Statement on the Co-operative Identity",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    Crosswalk::of(case.library, &case.formation.edits, case.constitution)
        .principles
        .into_iter()
        .filter(|(_, rules)| rules.is_empty())
        .map(|(number, _)| {
            let principle = PRINCIPLES.get(usize::from(number).saturating_sub(1)).unwrap_or(&"");
            Found::new(
                About::Formation,
                format!("No rule says how you keep co-operative principle {number}: {principle}."),
                "Put back the rule that was left out, or answer the question that leads to it otherwise.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn every_principle_has_its_rule() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails_with_rules(COMPANY, "formation", |rules| {
            for part in &mut rules.parts {
                part.rules.retain(|rule| rule.slug == "name");
            }
        });
    }
}
