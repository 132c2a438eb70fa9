//! A rule says shall.

use super::{About, Case, Check, Found, Severity};
use super::own_words::words;
use super::rule_text::each_sentence;

pub(super) const CHECK: Check = Check {
    id: "shall-in-rules",
    severity: Severity::Advice,
    law: "Practice: plain English",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.constitution
        .rules()
        .filter(|rule| {
            let mut shall = false;
            // What a group wrote itself has its own check; a search for the letters comes first, as it is quick.
            each_sentence(rule, &mut |sentence, _| {
                shall |= sentence.contains("hall") && words(sentence).any(|word| word.eq_ignore_ascii_case("shall"));
            });
            shall
        })
        .map(|rule| {
            Found::new(
                About::Rule(rule.slug.clone()),
                format!("\u{201c}{}\u{201d} says \u{201c}shall\u{201d}.", rule.heading.plain()),
                "Write \u{201c}must\u{201d} for a duty.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;
    use super::super::tried::rule_of;

    #[test]
    fn rules_say_must() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails_with_rules(COMPANY, "rule:quorum", |rules| {
            rule_of(rules, "quorum").blocks.push(document::Block::body("They shall come."));
        });
    }
}
