//! A text of the group names law or a body that is no more.

use super::own_words::{holds_phrase, own_words};
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "own-words-old-law",
    severity: Severity::Warning,
    law: "Practice: texts taken from old rules leave old law behind",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    own_words(case)
        .into_iter()
        .filter_map(|own| {
            let text = own.text.to_lowercase();
            let (old, new) = GONE.iter().find(|(old, _)| holds_phrase(&text, old))?;
            Some(Found::new(
                own.about,
                format!("This names \u{201c}{old}\u{201d}, which is no more."),
                format!("Write \u{201c}{new}\u{201d}, or leave the law out: it applies in any case."),
            ))
        })
        .collect()
}

/// What is no more, and what stands in its place.
const GONE: [(&str, &str); 9] = [
    ("companies act 1985", "Companies Act 2006"),
    ("companies act 1989", "Companies Act 2006"),
    ("industrial and provident societies act", "Co-operative and Community Benefit Societies Act 2014"),
    ("industrial and provident societies acts", "Co-operative and Community Benefit Societies Act 2014"),
    (
        "friendly and industrial and provident societies act",
        "Co-operative and Community Benefit Societies Act 2014",
    ),
    ("financial services authority", "Financial Conduct Authority"),
    ("registrar of friendly societies", "Financial Conduct Authority"),
    ("bona fide co-operative", "co-operative society"),
    ("data protection act 1998", "Data Protection Act 2018"),
];

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn own_words_name_living_law() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(SOCIETY, "decision:purpose", |formation| {
            formation.say("purpose", "We mend under the Industrial and Provident Societies Act 1965.");
        });
        CHECK.fails_in_rules(SOCIETY, "This follows the Data Protection Act 1998.");
        CHECK.fails_in_an_answer(SOCIETY, "We are a bona fide co-operative.");
    }
}
