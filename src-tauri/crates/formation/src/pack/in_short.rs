//! What a rule says in short, for papers that stand beside the constitution: its plain-words twin, with its number. So
//! no paper words a rule a second time, and none speaks of a rule that is not there.

use std::collections::BTreeMap;

use document::{Span, Text};
use minijinja::Value as Name;

use crate::checks::Case;
use crate::text::{Whose, encode};

/// Returns the function that papers know as `in_short`: the words for the rule of a slug; empty when there is no such
/// rule, or none whose words are the model's.
pub(super) fn function(case: &Case<'_>) -> Name {
    let word = case.constitution.rule_word();
    let twins: BTreeMap<String, Name> = case
        .constitution
        .rules()
        .filter_map(|rule| {
            let mut said = String::new();
            put(rule.plain.as_ref()?, &mut said);
            said.push_str(&encode(Whose::Ours, &format!(" ({word} {})", rule.number)));
            Some((rule.slug.clone(), Name::from_safe_string(said)))
        })
        .collect();
    Name::from_function(move |slug: &str| twins.get(slug).cloned().unwrap_or_else(|| Name::from("")))
}

/// Words stay whose they are: nothing that a person typed becomes markup on its way into a paper.
fn put(text: &Text, out: &mut String) {
    for span in &text.0 {
        match span {
            Span::Words(words) | Span::Reference { words, .. } => out.push_str(&encode(Whose::Ours, words)),
            Span::Value(value) => out.push_str(&encode(Whose::Given, value)),
            Span::Open(question) => out.push_str(&encode(Whose::Open, question)),
            Span::Strong(inner) | Span::Emphasis(inner) | Span::Inserted(inner) => put(inner, out),
            Span::LineBreak => out.push_str(&encode(Whose::Ours, " ")),
            Span::Blank { .. } | Span::Deleted(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::tried::{COMPANY, with_case};
    use crate::text::{Engine, Names, Origin, blocks};

    /// What a paper that asks for a rule says.
    fn said(slug: &str, change: impl FnOnce(&mut crate::Formation)) -> String {
        with_case(COMPANY, change, |case| {
            let names = Names::from([("in_short".to_owned(), function(case))]);
            let mut engine = Engine::new(Origin::Drafts);
            engine.add_text("paper", &format!("{{{{ in_short(\"{slug}\") }}}}")).unwrap();
            let filled = engine.fill("paper", &Engine::names(&names)).unwrap();
            let found = blocks(&filled, "");
            assert!(found.problems.is_empty(), "{:?}", found.problems);
            let mut words = String::new();
            for piece in found.pieces {
                let crate::text::Piece::Block(block) = piece else { panic!("{slug}") };
                block.texts().iter().for_each(|text| words.push_str(&text.plain()));
            }
            words.replace('\u{a0}', " ")
        })
    }

    #[test]
    fn a_rule_says_itself_in_short_and_one_that_is_not_there_says_nothing() {
        let minutes = said("minutes", |formation| formation.number("minutes-days", 9));
        assert!(minutes.starts_with("You get the minutes within 9 days. (article "), "{minutes}");
        assert_eq!(said("minutes", |formation| formation.take_rule_out("minutes")), "");
        assert_eq!(said("there-is-none", |_| {}), "");
        // Words by hand are the group's: the model's twin says nothing of them.
        assert_eq!(said("minutes", |formation| formation.reword("minutes", "No minutes.", &[])), "");
    }

    #[test]
    fn what_somebody_typed_stays_words() {
        let typed = "**Bread** [](#quorum) {{ name }}\n# of the day";
        let purpose = said("purpose", |formation| formation.say("purpose", typed));
        assert!(
            purpose.starts_with(typed) || purpose.contains("**Bread** [](#quorum) {{ name }}"),
            "{purpose}"
        );
    }
}
