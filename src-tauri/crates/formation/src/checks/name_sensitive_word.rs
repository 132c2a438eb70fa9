//! The name holds a word that needs somebody's leave.

use super::name_words::words_in;
use super::{About, Case, Check, Found, Severity};
use crate::law::Proof;

pub(super) const CHECK: Check = Check {
    id: "name-sensitive-word",
    severity: Severity::Warning,
    law: "Companies Act 2006, s.55; Company, Limited Liability Partnership and Business Names (Sensitive \
          Words and Expressions) Regulations 2014; for societies, the FCA\u{2019}s guidance on registering",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(name) = case.name() else { return Vec::new() };
    let barred: Vec<&str> =
        words_in(case, name).filter(|word| word.barred).map(|word| word.word.as_str()).collect();
    words_in(case, name)
        .filter(|word| !word.barred && word.proof == Proof::Leave)
        // A word within a barred one needs no leave: it must go.
        .filter(|word| !barred.iter().any(|barred| barred.split(' ').any(|part| part == word.word)))
        .map(|word| {
            Found::new(
                About::decision("name"),
                format!("The name holds \u{201c}{}\u{201d}, which needs leave.", word.word),
                format!("{} Or choose a name without it.", word.needs),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_sensitive_word_needs_leave() {
        // Co-operative is shown by the articles, not by a letter.
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "decision:name", |formation| {
            formation.say("name", "Halifax Bakers\u{2019} Trust Limited")
        });
        CHECK.fails(COMPANY, "decision:name", |formation| {
            formation.say("name", "The Queen\u{2019}s Bakers Limited")
        });
        CHECK.fails(SOCIETY, "decision:name", |formation| formation.say("name", "Scottish Menders Limited"));
        CHECK.fails(SOCIETY, "decision:name", |formation| {
            formation.say("name", "Trade Unions Menders Limited")
        });
        CHECK.passes(COMPANY, |formation| formation.say("name", "Trustworthy Kingfisher Bakers Limited"));
    }
}
