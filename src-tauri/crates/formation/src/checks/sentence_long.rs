//! A rule has a sentence that few people read once and understand.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check =
    Check { id: "sentence-long", severity: Severity::Advice, law: "Practice: plain English", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(most) = case.limit_count("sentence-words") else { return Vec::new() };
    let mut found = Vec::new();
    for rule in case.constitution.rules() {
        let mut longest = 0;
        rule.each_sentence(&mut |_, words| longest = longest.max(words));
        if longest > most as usize {
            found.push(Found::new(
                About::Rule(rule.slug.clone()),
                format!(
                    "A sentence in \u{201c}{}\u{201d} has {longest} words. People lose the \
                         thread after {most}.",
                    rule.heading.plain()
                ),
                "Make two sentences of it.",
            ));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tried::rule_of;
    use super::super::tried::{COMMUNITY, COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn sentences_are_short() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(COMMUNITY, |_| {});
        CHECK.fails_with_rules(COMPANY, "rule:quorum", |rules| {
            rule_of(rules, "quorum").blocks.push(document::Block::body("Word ".repeat(36).as_str()));
        });
    }
}
