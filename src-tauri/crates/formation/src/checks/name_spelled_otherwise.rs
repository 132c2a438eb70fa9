//! A text spells the co-op's name in another way.

use super::own_words::own_words;
use super::spelling::letters;
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "name-spelled-otherwise",
    severity: Severity::Warning,
    law: "Practice: registrars send papers back when the name is not the same, letter for letter, everywhere",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(name) = case.name() else { return Vec::new() };
    let core = name.rsplit_once(' ').map_or(name, |(before, _)| before);
    let (key, long) = (letters(core), core.split_whitespace().count());
    // A name of one short word is a word like any other.
    if long < 2 {
        return Vec::new();
    }
    own_words(case)
        .into_iter()
        .filter_map(|own| {
            let other = other_spelling(&own.text, core, &key, long)?;
            Some(Found::new(
                own.about,
                format!(
                    "Here the co-op is called \u{201c}{other}\u{201d}. Its name is \u{201c}{name}\u{201d}."
                ),
                "Write the name exactly as it will be registered, or say \u{201c}the co-op\u{201d}.",
            ))
        })
        .collect()
}

/// Returns where `text` has the letters of the name, but not its spelling.
fn other_spelling<'a>(text: &'a str, core: &str, key: &str, long: usize) -> Option<&'a str> {
    let starts: Vec<(usize, usize)> = text
        .split_whitespace()
        .map(|word| {
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            (at, at + word.len())
        })
        .collect();
    for count in long.saturating_sub(1).max(1)..=long + 1 {
        for window in starts.windows(count) {
            let (Some((from, _)), Some((_, to))) = (window.first(), window.last()) else { continue };
            let said = text[*from..*to].trim_matches(|c: char| !c.is_alphanumeric());
            if letters(said) == key && said != core {
                return Some(said);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn one_spelling_of_the_name() {
        CHECK.passes(COMPANY, |formation| {
            formation
                .say("purpose", "Northgate Bakers Co-operative, we say, bakes. Northgate is where we live.");
        });
        CHECK.fails(COMPANY, "decision:purpose", |formation| {
            formation.say("purpose", "At Northgate Bakers Cooperative, we bake for Halifax.");
        });
        CHECK.fails(SOCIETY, "decision:objects", |formation| {
            formation.list("objects", &["Mending", "Clyde-Menders Co-Operative helps people"]);
        });
        CHECK.fails_in_rules(COMPANY, "Northgate Bakers Cooperative bakes.");
        CHECK.fails_in_an_answer(SOCIETY, "Clyde-Menders Co-Operative keeps it.");
    }
}
