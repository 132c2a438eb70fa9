//! A text of the group removes people for their health.

use super::own_words::own_words;
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "own-words-mental-health",
    severity: Severity::Warning,
    law: "Mental Health (Discrimination) Act 2013; Equality Act 2010",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const SAID: [&str; 7] = [
        "unsound mind",
        "mental disorder",
        "mental health act",
        "medical practitioner",
        "mentally incapable",
        "of unsound",
        "insane",
    ];
    own_words(case)
        .into_iter()
        .filter_map(|own| {
            let text = own.text.to_lowercase();
            let said = SAID.iter().find(|said| text.contains(*said))?;
            Some(Found::new(
                own.about,
                format!("This says \u{201c}{said}\u{201d}. Nobody may lose a place for their mental health."),
                "Speak of what somebody does or cannot do: missed meetings, work not done.",
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn nobody_is_removed_for_their_health() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:purpose", |formation| {
            formation.say("purpose", "We bake. A member of unsound mind leaves.");
        });
        CHECK.fails_in_rules(COMPANY, "A director of unsound mind leaves.");
        CHECK.fails_in_an_answer(SOCIETY, "Nobody of unsound mind is paid.");
    }
}
