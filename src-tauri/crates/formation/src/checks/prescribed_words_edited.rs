//! Words that a statute prescribes were changed by hand.

use super::{About, Case, Check, Found, Severity};
use crate::constitution::{Origin, is_prescribed};

pub(super) const CHECK: Check = Check {
    id: "prescribed-words-edited",
    severity: Severity::Blocker,
    law: "The Community Benefit Societies (Restriction on Use of Assets) Regulations 2006, or the law that the rule \
          names",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let reworded = case
        .constitution
        .rules()
        .filter(|rule| matches!(rule.origin, Origin::Edited { .. }) && is_prescribed(&rule.clause))
        .map(|rule| {
            Found::new(
                About::Rule(rule.slug.clone()),
                format!(
                    "\u{201c}{}\u{201d} was reworded. The law says word for word what stands there.",
                    rule.heading.plain()
                ),
                "Put the model\u{2019}s wording back. Say what you want to add in a rule of your own.",
            )
        });
    let removed = case.constitution.removed.iter().filter(|rule| is_prescribed(&rule.clause)).map(|rule| {
        Found::new(
            About::Formation,
            format!(
                "\u{201c}{}\u{201d} was taken out. The law asks for its words as long as your answers do.",
                rule.model.words.heading
            ),
            "Put it back, or change the answer that brings it in.",
        )
    });
    reworded.chain(removed).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, COMPANY};
    use super::*;

    const LOCK: &str = "prescribed-restriction-on-use";

    #[test]
    fn prescribed_words_stay_as_they_are() {
        CHECK.passes(COMPANY, |formation| formation.reword("quorum", "All must come.", &[]));
        CHECK.passes(COMMUNITY, |formation| formation.add_rule("dogs", "Dogs may come in.", LOCK));
        CHECK.fails(COMMUNITY, "rule:prescribed-restriction-on-use", |formation| {
            formation.reword(LOCK, "Assets stay here.", &[])
        });
        CHECK.fails(COMMUNITY, "formation", |formation| formation.take_rule_out(LOCK));
    }
}
