//! A rule that somebody wrote is not finished.

use super::own_words_unfinished::unfinished;
use super::{About, Case, Check, Found, Severity};
use crate::constitution::Origin;

pub(super) const CHECK: Check = Check {
    id: "edited-rule-unfinished",
    severity: Severity::Blocker,
    law: "Practice: a constitution is registered as its members agreed it, with nothing left open",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for rule in case.constitution.rules().filter(|rule| rule.origin != Origin::Model) {
        let mut left = unfinished(&rule.heading.plain()).map(str::to_owned);
        for block in &rule.blocks {
            block.visit(&mut |block| {
                for text in block.texts().into_iter().filter(|text| !text.is_empty()) {
                    left = left.take().or_else(|| unfinished(&text.plain()).map(str::to_owned));
                }
            });
        }
        if let Some(left) = left {
            found.push(Found::new(
                About::Rule(rule.slug.clone()),
                format!(
                    "\u{201c}{}\u{201d} still holds \u{201c}{left}\u{201d}, which looks like a gap to fill.",
                    rule.heading.plain()
                ),
                "Write what belongs there, or take it out.",
            ));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn rules_by_hand_are_finished() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.reword("quorum", "1. All must come: [](#notice).", &[]));
        for gap in ["TBC", "The day is ___.", "[who?]", "1. One\n2. xxx", "See [the deed](http://x)"] {
            CHECK.fails(SOCIETY, "rule:quorum", |formation| formation.reword("quorum", gap, &[]));
        }
        CHECK.fails(SOCIETY, "rule:dogs", |formation| formation.add_rule("dogs", "Dogs: tbd", "quorum"));
    }
}
