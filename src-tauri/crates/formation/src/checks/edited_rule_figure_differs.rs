//! A reworded rule names another figure than the answer it stands for.

use super::figures::{Figure, figures};
use super::{About, Case, Check, Found, Severity};
use crate::constitution::Origin;

pub(super) const CHECK: Check = Check {
    id: "edited-rule-figure-differs",
    severity: Severity::Warning,
    law: "Practice: your answers and your rules must say the same",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for rule in case.constitution.rules() {
        let Origin::Edited { model } = &rule.origin else { continue };
        let mut said = String::new();
        for block in &rule.blocks {
            block.visit(&mut |block| {
                for text in block.texts() {
                    said.push_str(&text.plain());
                    said.push('\n');
                }
            });
        }
        let typed = figures(&said);
        for answered in model.figures.iter().flat_map(|figure| figures(figure)) {
            let others: Vec<&Figure> = typed.iter().filter(|figure| figure.unit == answered.unit).collect();
            let Some(other) = others.first().filter(|_| !others.contains(&&answered)) else { continue };
            found.push(Found::new(
                About::Rule(rule.slug.clone()),
                format!(
                    "In \u{201c}{}\u{201d} you wrote {}. Your answer says {}.",
                    rule.heading.plain(),
                    other.words(),
                    answered.words()
                ),
                "Change the answer to what you mean, so that every paper says the same. Then edit the rule again.",
            ));
            break;
        }
    }
    found
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
