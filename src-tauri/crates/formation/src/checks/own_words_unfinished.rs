//! A text of the group is not finished.

use super::own_words::own_words;
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "own-words-unfinished",
    severity: Severity::Blocker,
    law: "Practice: a constitution is registered as its members agreed it, with nothing left open",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    own_words(case)
        .into_iter()
        // A rule has a check of its own.
        .filter(|own| !own.is_rule())
        .filter_map(|own| {
            let left = unfinished(&own.text)?;
            Some(Found::new(
                own.about,
                format!("This still holds \u{201c}{left}\u{201d}, which looks like a gap to fill."),
                "Write what belongs there, or take it out.",
            ))
        })
        .collect()
}

/// Returns what is left of a form to fill in.
pub(super) fn unfinished(text: &str) -> Option<&str> {
    const WORDS: [&str; 7] = ["tbc", "tba", "tbd", "xxx", "xx", "lorem", "todo"];
    const SIGNS: [&str; 7] = ["[", "]", "__", "....", "\u{2026}", "??", "<<"];
    if text.trim().is_empty() {
        return Some("an empty line");
    }
    let word = text
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| WORDS.iter().any(|left| word.eq_ignore_ascii_case(left)));
    word.or_else(|| SIGNS.into_iter().find(|sign| text.contains(sign)))
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn own_words_are_finished() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| {
            formation.say("purpose", "We bake (and sell) bread for all of Halifax.")
        });
        for gap in [
            "We bake TBC.",
            "We bake [bread].",
            "We bake ___ for Halifax.",
            "We bake xxx",
            "We bake for \u{2026}",
            "??",
        ] {
            CHECK.fails(COMPANY, "decision:purpose", |formation| formation.say("purpose", gap));
        }
        CHECK.fails(SOCIETY, "decision:objects", |formation| formation.list("objects", &["Mending", " "]));
        CHECK.fails_in_an_answer(SOCIETY, "It goes to TBC.");
    }
}
