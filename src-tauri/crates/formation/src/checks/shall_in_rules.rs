//! A rule says shall.

use super::own_words::words;
use super::{About, Case, Check, Found, Severity};
use document::Span;

pub(super) const CHECK: Check =
    Check { id: "shall-in-rules", severity: Severity::Advice, law: "Practice: plain English", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    case.constitution
        .rules()
        .filter(|rule| !rule.is_prescribed())
        .filter(|rule| {
            let mut shall = false;
            for block in &rule.blocks {
                block.visit(&mut |block| {
                    for text in block.texts() {
                        // What the group wrote itself has its own check.
                        text.visit(&mut |span| {
                            shall |= matches!(span, Span::Words(said) if says_shall(said))
                        });
                    }
                });
            }
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

fn says_shall(said: &str) -> bool {
    // The letters first: that is quick, and nearly all texts are without them.
    said.contains("hall") && words(said).any(|word| word.eq_ignore_ascii_case("shall"))
}

#[cfg(test)]
mod tests {
    use super::super::tried::rule_of;
    use super::super::tried::{COMMUNITY, COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn rules_say_must() {
        CHECK.passes(COMPANY, |formation| formation.say("purpose", "We shall bake for Halifax."));
        CHECK.passes(SOCIETY, |_| {});
        // The statutory asset lock says it, and must.
        CHECK.passes(COMMUNITY, |_| {});
        CHECK.fails_with_rules(COMPANY, "rule:quorum", |rules| {
            rule_of(rules, "quorum").blocks.push(document::Block::body("They shall come."));
        });
    }
}
