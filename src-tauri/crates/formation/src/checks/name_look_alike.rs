//! The name holds a word that is one letter away from one that says what a body is in law.

use super::spelling::letters;
use super::{About, Case, Check, Found, Severity};
use crate::legal::{LegalForm, Nation};

pub(super) const CHECK: Check = Check {
    id: "name-look-alike",
    severity: Severity::Warning,
    law: "Companies Act 2006, s.65; Company, Limited Liability Partnership and Business (Names and Trading Disclosures) \
          Regulations 2015, sch.2: words made to look like an ending count as one",
    find,
};

/// Shorter words are near to many others.
const SHORTEST: usize = 7;

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(name) = case.name() else { return Vec::new() };
    let ours: Vec<&str> = name.split_whitespace().collect();
    let endings = case.law.endings(LegalForm::GuaranteeCompany, Nation::Wales).map(|one| one.words.as_str());
    let barred = case.law.sensitive_words(case.formation.form).filter(|word| word.barred);
    let mut found = Vec::new();
    for phrase in endings.chain(barred.map(|word| word.word.as_str())) {
        let key: Vec<char> = letters(phrase).chars().collect();
        if key.len() < SHORTEST {
            continue;
        }
        let long = phrase.split(' ').count();
        let near = ours.windows(long).map(|window| window.join(" ")).find(|said| {
            let said: Vec<char> = letters(said).chars().collect();
            one_apart(&said, &key)
        });
        found.extend(near.map(|said| {
            Found::new(
                About::decision("name"),
                format!("\u{201c}{said}\u{201d} looks like \u{201c}{phrase}\u{201d}."),
                "Write the word as it is, or choose another that nobody takes for it.",
            )
        }));
    }
    found
}

/// Returns whether one letter added, left out, changed or swapped with the next makes one of the other. A plural is
/// the word itself.
fn one_apart(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[same..], &other[same..]);
    match (one, other) {
        ([], []) | (['s'], []) => false,
        ([a, b, rest @ ..], [c, d, end @ ..]) if a == d && b == c => rest == end,
        ([_, rest @ ..], [_, end @ ..]) if rest == end => true,
        ([_, rest @ ..], _) if rest == other => true,
        (_, [_, end @ ..]) => one == end,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, COMPANY, PARTNERSHIP, SOCIETY};
    use super::*;

    #[test]
    fn no_word_is_made_to_look_like_an_ending() {
        for example in [COMPANY, SOCIETY, PARTNERSHIP, COMMUNITY] {
            CHECK.passes(example, |_| {});
        }
        CHECK.passes(SOCIETY, |formation| formation.say("name", "Clyde Companions Limited"));
        for name in [
            "Northgate Limted",
            "Northgate Lmiited Bakers Limited",
            "Northgate Limitted",
            "Northgate Co-operative Socety Limited",
            "Northgate Cyfyngedyg",
        ] {
            CHECK.fails(COMPANY, "decision:name", |formation| formation.say("name", name));
        }
        CHECK.fails(COMMUNITY, "decision:name", |formation| {
            formation.say("name", "Harwick Co-operatve Limited")
        });
    }
}
