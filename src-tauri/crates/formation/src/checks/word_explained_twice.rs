//! One word is explained twice.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "word-explained-twice",
    severity: Severity::Blocker,
    law: "Practice: rules must be readable from end to end",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let terms = &case.constitution.terms;
    terms
        .iter()
        .zip(terms.iter().skip(1))
        // They stand in the order of the alphabet.
        .filter(|(one, next)| one.term.eq_ignore_ascii_case(&next.term))
        .map(|(term, _)| {
            Found::new(
                About::Rule("words-used".to_owned()),
                format!("\u{201c}{}\u{201d} is explained twice.", term.term),
                "Keep one meaning. Two meanings for one word are a quarrel in waiting.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn a_word_has_one_meaning() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails_with_rules(COMPANY, "rule:words-used", |rules| {
            let again = rules.terms[0].clone();
            rules.terms.insert(0, again);
        });
    }
}
