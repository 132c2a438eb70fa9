//! An edit waits for a rule that is not in.

use super::{About, Case, Check, Found, Severity};
use crate::constitution::Waiting;

pub(super) const CHECK: Check = Check {
    id: "edit-changes-nothing",
    severity: Severity::Advice,
    law: "Practice: nothing that somebody wrote may be lost unnoticed",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.constitution
        .waiting
        .iter()
        .map(|waiting| {
            let (slug, message) = match waiting {
                Waiting::RuleLeftOut(slug) => {
                    (slug, format!("Your edit of \u{201c}{slug}\u{201d} waits: with your answers that rule is not in."))
                }
                Waiting::NoSuchRule(slug) => (
                    slug,
                    format!("Your edit of \u{201c}{slug}\u{201d} changes nothing: this model has no such rule."),
                ),
                Waiting::NoSuchPlace(slug) => (
                    slug,
                    format!(
                        "\u{201c}{slug}\u{201d} was put beside a rule that this model has not got. It stands where \
                         there was room."
                    ),
                ),
            };
            let about = match case.constitution.rule(slug) {
                Some(_) => About::Rule(slug.clone()),
                None => About::Formation,
            };
            Found::new(about, message, "Take the edit back if you no longer need it, or move the rule.")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn edits_have_their_rules() {
        CHECK.passes(COMPANY, |formation| formation.reword("quorum", "All must come.", &[]));
        CHECK.fails(COMPANY, "formation", |formation| formation.reword("no-such-rule", "Words.", &[]));
        CHECK.fails(COMPANY, "formation", |formation| formation.reword("withdrawable", "Words.", &[]));
        CHECK.passes(SOCIETY, |formation| formation.add_rule("dogs", "Dogs may come in.", "quorum"));
        CHECK.fails(SOCIETY, "rule:dogs", |formation| {
            formation.add_rule("dogs", "Dogs may come in.", "no-such-rule")
        });
    }
}
