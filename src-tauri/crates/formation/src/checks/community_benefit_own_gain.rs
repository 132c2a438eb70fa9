//! A text of a community benefit society speaks of the gain of its members or of those who put in money.

use super::own_words::{holds_phrase, own_words};
use super::{Case, Check, Found, Severity};
use crate::legal::LegalForm;

pub(super) const CHECK: Check = Check {
    id: "community-benefit-own-gain",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.2; the FCA\u{2019}s guidance on \
        registering, ch.5",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const GAIN: [&str; 11] = [
        "benefit of its members",
        "benefit of our members",
        "benefit of the members",
        "for our members",
        "for its members",
        "serve our members",
        "serve its members",
        "dividend",
        "dividends",
        "investors",
        "return on investment",
    ];
    const MONEY: [&str; 4] = ["dividend", "dividends", "investors", "return on investment"];
    if case.formation.form != LegalForm::CommunityBenefitSociety {
        return Vec::new();
    }
    own_words(case)
        .into_iter()
        .filter_map(|own| {
            let text = own.text.to_lowercase();
            let phrase = GAIN.iter().find(|phrase| holds_phrase(&text, phrase))?;
            // Somebody who answers that there is no dividend must say the word; another check reads those answers.
            if own.is_for_the_registrar() && MONEY.contains(phrase) {
                return None;
            }
            Some(Found::new(
                own.about,
                format!(
                    "This says \u{201c}{phrase}\u{201d}. A community benefit society must work wholly for \
                     the community, and not for its members or for money put in."
                ),
                "Say what the community gains.",
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, SOCIETY};
    use super::*;

    #[test]
    fn a_community_benefit_society_works_for_its_community() {
        CHECK.passes(COMMUNITY, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.say("purpose", "We mend for our members."));
        CHECK.fails(COMMUNITY, "decision:purpose", |formation| {
            formation.say("purpose", "We run a pub for the benefit of our members.");
        });
        CHECK.fails(COMMUNITY, "decision:objects", |formation| {
            formation.list("objects", &["Running a pub", "Paying dividends"]);
        });
        CHECK.fails_in_rules(COMMUNITY, "The board may pay a dividend.");
        CHECK.fails_in_an_answer(COMMUNITY, "It is used for our members.");
        CHECK.passes(COMMUNITY, |formation| {
            formation.answer_registrar("what-happens-to-a-surplus", "Nobody gets a dividend.");
        });
    }
}
