//! The name holds a word that no co-op of its form may use.

use super::name_words::words_in;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "name-barred-word",
    severity: Severity::Blocker,
    law: "Companies Act 2006, ss.53\u{2013}59; Co-operative and Community Benefit Societies Act 2014, s.10",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(name) = case.name() else { return Vec::new() };
    words_in(case, name)
        .filter(|word| word.barred)
        .map(|word| {
            Found::new(
                About::decision("name"),
                format!("The name holds \u{201c}{}\u{201d}. {}", word.word, word.needs),
                "Choose a name without these words.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn no_name_claims_another_form() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.say("name", "Clyde Co-operative Society Limited"));
        CHECK.fails(COMPANY, "decision:name", |formation| {
            formation.say("name", "Clyde Co-operative Society Limited")
        });
        CHECK.fails(COMPANY, "decision:name", |formation| formation.say("name", "Northgate CIC Limited"));
        CHECK.fails(SOCIETY, "decision:name", |formation| formation.say("name", "Clyde Company Limited"));
        CHECK.passes(COMMUNITY, |_| {});
        CHECK.fails(COMMUNITY, "decision:name", |formation| {
            formation.say("name", "Harwick Co-operative Pub Limited");
        });
        CHECK.passes(SOCIETY, |formation| formation.say("name", "Clyde Companions Limited"));
        // In Welsh as well.
        for name in ["Trwsio Clud Cymdeithas Gydweithredol Limited", "Trwsio PAC Limited"] {
            CHECK.fails(COMPANY, "decision:name", |formation| formation.say("name", name));
        }
    }
}
