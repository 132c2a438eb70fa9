//! A text of the group says 51% for a majority.

use super::own_words::own_words;
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "own-words-fifty-one-percent",
    severity: Severity::Warning,
    law: "Companies Act 2006, s.282: a majority is more than half, which can be less than 51%",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const SAID: [&str; 5] = ["51%", "51 %", "51 per cent", "51 percent", "fifty-one per"];
    own_words(case)
        .into_iter()
        .filter(|own| {
            let text = own.text.to_lowercase();
            SAID.iter().any(|said| text.contains(said))
        })
        .map(|own| {
            Found::new(
                own.about,
                "This says 51%. A majority is more than half: of 101 votes that is 51, but of 1,001 \
                 it is 501.",
                "Write \u{201c}more than half\u{201d}.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_majority_is_more_than_half() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:purpose", |formation| {
            formation.say("purpose", "We decide with 51% of votes.")
        });
        CHECK.fails_in_rules(COMPANY, "It takes 51% of the votes.");
        CHECK.fails_in_an_answer(SOCIETY, "Members decide by 51 per cent.");
    }
}
