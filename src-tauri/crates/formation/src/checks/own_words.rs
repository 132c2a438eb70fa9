//! What the group wrote itself: the answers that go into the rules word for word, the rules it wrote or changed by
//! hand, and its own answers for the registrar.

use std::borrow::Cow;

use super::{About, Case};
use crate::constitution::{Origin, Rule};
use crate::decision::{Kind, Value};
use crate::edit::EditKind;

/// One text the group wrote, with where it is mended.
pub(super) struct OwnWords<'a> {
    /// The answer, the rule or the answer for the registrar.
    pub about: About,
    /// The text: one line or paragraph of an answer; all of a rule that is the group's own.
    pub text: Cow<'a, str>,
}

impl OwnWords<'_> {
    /// Returns whether it answers one of these questions.
    pub(super) fn answers(&self, slugs: &[&str]) -> bool {
        matches!(&self.about, About::Decision(slug) if slugs.contains(&slug.as_str()))
    }

    /// Returns whether it stands in a rule that was written or changed by hand.
    pub(super) fn is_rule(&self) -> bool {
        matches!(self.about, About::Rule(_))
    }

    /// Returns whether it is an answer for the registrar.
    pub(super) fn is_for_the_registrar(&self) -> bool {
        matches!(self.about, About::Sheet(_))
    }
}

/// Returns every text the group wrote itself, but for the co-op's name, which has its own checks.
pub(super) fn own_words<'a>(case: &Case<'a>) -> Vec<OwnWords<'a>> {
    let mut out = answers(case);
    let by_hand = case.constitution.rules().filter_map(|rule| {
        let text = typed(case, rule)?;
        Some(OwnWords { about: About::Rule(rule.slug.clone()), text: Cow::Owned(text) })
    });
    out.extend(by_hand);
    out.extend(case.formation.own_answers.iter().map(|(question, own)| OwnWords {
        about: About::Sheet(question.clone()),
        text: Cow::Borrowed(own.words.text()),
    }));
    out
}

fn answers<'a>(case: &Case<'a>) -> Vec<OwnWords<'a>> {
    let mut out = Vec::new();
    for (slug, taken) in &case.formation.decisions {
        let kind = case.library.decision(slug).map(|decision| &decision.kind);
        if slug == "name" || kind == Some(&Kind::Email) || !case.answers.is_asked(slug) {
            continue;
        }
        let mut put = |text: &'a str| {
            out.push(OwnWords { about: About::decision(slug), text: Cow::Borrowed(text) });
        };
        match &taken.value {
            Some(Value::Text(text) | Value::Other(text)) => put(text),
            Some(Value::Lines(lines)) => lines.iter().for_each(|text| put(text)),
            Some(Value::Tests(tests)) => {
                tests.iter().filter_map(|test| test.of.as_deref()).for_each(put);
            }
            _ => {}
        }
    }
    out
}

/// Returns what the group typed in a rule: all of a rule of its own; of a reworded one, the lines that the model has
/// not got, because what the model says is not the group's to mend.
fn typed(case: &Case<'_>, rule: &Rule) -> Option<String> {
    let lines = typed_lines(case, rule)?;
    let text = lines.iter().map(|line| bare(line)).collect::<Vec<_>>().join("\n");
    Some(text).filter(|text| !text.trim().is_empty())
}

/// The same, heading first, each line with its number or bullet.
pub(super) fn typed_lines(case: &Case<'_>, rule: &Rule) -> Option<Vec<String>> {
    let words = match case.formation.edits.rules.get(&rule.slug).map(|edit| &edit.kind) {
        Some(EditKind::Replaced { words, .. } | EditKind::Added { words, .. }) => words,
        _ => return None,
    };
    let typed = std::iter::once(words.heading()).chain(words.text().lines()).map(str::to_owned);
    match &rule.origin {
        Origin::Model => None,
        Origin::Added => Some(typed.collect()),
        Origin::Edited { model } => {
            let mut had: Vec<&str> = model.words.text.lines().map(bare).collect();
            had.push(model.words.heading.as_str());
            Some(typed.filter(|line| !had.contains(&bare(line))).collect())
        }
    }
}

/// Returns a typed line without its number or bullet.
pub(super) fn bare(line: &str) -> &str {
    let line = line.trim();
    let is_number = |mark: &str| {
        mark == "-"
            || mark.strip_suffix('.').is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()))
            || mark.strip_prefix('(').is_some_and(|rest| rest.ends_with(')'))
    };
    match line.split_once(' ') {
        Some((mark, rest)) if is_number(mark) => rest.trim_start(),
        _ => line,
    }
}

/// Returns the texts the group wrote that hold one of `phrases` as whole words, each with the first it holds.
/// Phrases must be in small letters.
pub(super) fn holding<'a, 'p>(
    case: &Case<'a>,
    phrases: &'p [&'static str],
) -> impl Iterator<Item = (OwnWords<'a>, &'static str)> + use<'a, 'p> {
    own_words(case).into_iter().filter_map(|own| {
        let text = own.text.to_lowercase();
        let phrase = phrases.iter().find(|phrase| holds_phrase(&text, phrase))?;
        Some((own, *phrase))
    })
}

/// Returns the first word of old deeds that a text holds, if any.
pub fn old_word(text: &str) -> Option<&'static str> {
    const OLD: [&str; 9] = [
        "shall",
        "hereby",
        "herein",
        "hereinafter",
        "aforesaid",
        "notwithstanding",
        "thereof",
        "whereas",
        "provided that",
    ];
    let text = text.to_lowercase();
    OLD.into_iter().find(|word| holds_phrase(&text, word))
}

/// Returns the words of a text without the signs around them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// Returns whether a text holds `phrase` as whole words. Both must be in small letters.
pub(super) fn holds_phrase(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + phrase.len()..].chars().next();
        [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::super::tried::{SOCIETY, with_case};
    use super::*;
    use crate::formation::Formation;

    fn written(change: impl FnOnce(&mut Formation)) -> Vec<(String, String)> {
        with_case(SOCIETY, change, |case| {
            let own = own_words(case).into_iter().filter(|own| !matches!(own.about, About::Decision(_)));
            own.map(|own| (own.about.to_string(), own.text.into_owned())).collect()
        })
    }

    #[test]
    fn a_group_writes_rules_and_answers_as_well_as_decisions() {
        assert_eq!(written(|_| {}), []);
        let added =
            written(|formation| formation.add_rule("dogs", "1. Dogs may come.\n- Cats too.", "quorum"));
        let words = "A rule of our own\nDogs may come.\nCats too.";
        assert_eq!(added, [("rule:dogs".to_owned(), words.to_owned())]);
        let answered =
            written(|formation| formation.answer_registrar("what-happens-to-a-surplus", "It stays."));
        assert_eq!(
            answered,
            [("answer:fca-answers/what-happens-to-a-surplus".to_owned(), "It stays.".to_owned())]
        );
    }

    /// Nobody is told to mend what the model says.
    #[test]
    fn of_a_reworded_rule_only_what_is_new_is_the_groups_own() {
        let source =
            with_case(SOCIETY, |_| {}, |case| case.constitution.rule("quorum").unwrap().source().unwrap());
        let reworded =
            written(|formation| formation.reword("quorum", &format!("{source}\n9. Dogs count."), &[]));
        assert_eq!(reworded, [("rule:quorum".to_owned(), "Dogs count.".to_owned())]);
    }
}
