//! A reworded rule names another figure than the answer it stands for.

use document::lines;

use super::figures::contradicted;
use super::{About, Case, Check, Found, Severity};
use crate::constitution::Origin;

pub(super) const CHECK: Check = Check {
    id: "edited-rule-figure-differs",
    severity: Severity::Warning,
    law: "Practice: your answers and your rules must say the same",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.constitution
        .rules()
        .filter_map(|rule| {
            let Origin::Edited { model } = &rule.origin else { return None };
            let said = lines(&rule.blocks);
            let (answered, typed) = model.figures.iter().find_map(|figure| contradicted(figure, &said))?;
            Some(Found::new(
                About::Rule(rule.slug.clone()),
                format!(
                    "In \u{201c}{}\u{201d} you wrote {typed}. Your answer says {answered}.",
                    rule.heading.plain()
                ),
                "Change the answer to what you mean, so that every paper says the same. Then edit the rule again.",
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn an_edited_rule_says_what_the_answer_says() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.reword("notice", "Members get a letter.", &[]));
        CHECK.passes(SOCIETY, |formation| {
            formation.number("general-meeting-notice", 14);
            formation.reword("notice", "The notice is 14 days, or 21 days for a big matter.", &[]);
        });
        CHECK.fails(COMPANY, "rule:notice", |formation| {
            formation.number("general-meeting-notice", 14);
            formation.reword("notice", "The notice of a meeting is 7 clear days.", &[]);
        });
    }
}
