//! What the group wrote itself: the answers that go into the rules word for word.

use super::Case;
use crate::decision::{Kind, Value};

/// One text the group wrote, with the question it answers.
pub(super) struct OwnWords<'a> {
    /// The decision's slug.
    pub slug: &'a str,
    /// The text, one line or paragraph of it.
    pub text: &'a str,
}

/// Returns every text the group wrote itself, but for the co-op's name, which has its own checks.
pub(super) fn own_words<'a>(case: &Case<'a>) -> Vec<OwnWords<'a>> {
    let mut out = Vec::new();
    for (slug, taken) in &case.formation.decisions {
        let kind = case.library.decision(slug).map(|decision| &decision.kind);
        if slug == "name" || kind == Some(&Kind::Email) || !case.answers.is_asked(slug) {
            continue;
        }
        match &taken.value {
            Some(Value::Text(text) | Value::Other(text)) => out.push(OwnWords { slug, text }),
            Some(Value::Lines(lines)) => out.extend(lines.iter().map(|text| OwnWords { slug, text })),
            Some(Value::Tests(tests)) => {
                let own = tests.iter().filter_map(|test| test.of.as_deref());
                out.extend(own.map(|text| OwnWords { slug, text }));
            }
            _ => {}
        }
    }
    out
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
