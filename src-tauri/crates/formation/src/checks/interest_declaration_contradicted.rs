//! What a group says goes against the declaration that each first director of a community interest company makes.

use super::own_words::holding;
use super::wording::organisation_called;
use super::{About, Case, Check, Found, Severity};
use crate::founders::Founder;
use crate::legal::LegalForm;

pub(super) const CHECK: Check = Check {
    id: "interest-declaration-contradicted",
    severity: Severity::Warning,
    law: "Community Interest Company Regulations 2005, regs 6 and 11",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const NAMES: [&str; 5] = ["party", "campaign", "campaigns", "campaigners", "lobby"];
    const POLITICS: [&str; 6] =
        ["campaign for", "campaigning for", "political party", "lobby", "lobbying", "election campaign"];
    if case.formation.form != LegalForm::CommunityInterestCompany {
        return Vec::new();
    }
    let mut found = Vec::new();
    let name = case.name().unwrap_or_default().to_lowercase();
    if let Some(word) = name.split(|c: char| !c.is_alphanumeric()).find(|word| NAMES.contains(word)) {
        found.push(Found::new(
            About::decision("name"),
            format!(
                "The name says \u{201c}{word}\u{201d}. Each first director declares that the company will be no \
                 political party and no campaigning organisation."
            ),
            "Choose another name. If the word means something else here, keep it and say so.",
        ));
    }
    // In the purpose and the objects it is graver, and another check's.
    let answers = holding(case, &POLITICS).filter(|(own, _)| own.answers(&["benefits", "company-differs"]));
    found.extend(answers.map(|(own, phrase)| {
        Found::new(
            own.about,
            format!(
                "This says \u{201c}{phrase}\u{201d}. Each first director declares that the company will be no \
                 campaigning organisation."
            ),
            "Say which other work it helps, so that it stays by the way, or leave it out.",
        )
    }));
    if let [Founder::Organisation(only)] = case.members().as_slice() {
        found.push(Found::new(
            About::Organisation(only.id.clone()),
            format!(
                "{} alone controls the company. Each first director declares that it will be no subsidiary of a \
                 political party or of a campaigning organisation.",
                organisation_called(only)
            ),
            "See that it is neither, and say so.",
        ));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, INTEREST};
    use super::*;
    use crate::person::Role;

    #[test]
    fn nothing_goes_against_the_directors_declaration() {
        CHECK.passes(INTEREST, |_| {});
        CHECK.passes(COMPANY, |formation| formation.say("name", "The Bread Party Limited"));
        CHECK.fails(INTEREST, "decision:name", |formation| {
            formation.say("name", "The Toy Party Community Interest Company");
        });
        CHECK.passes(INTEREST, |formation| {
            formation.say("name", "Counterparty Toys Community Interest Company");
        });
        CHECK.fails(INTEREST, "decision:company-differs", |formation| {
            formation.say("company-differs", "We are lobbying for more playgrounds.");
        });
        CHECK.fails(INTEREST, "organisation:calder", |formation| {
            formation.nobody_is(Role::Member);
            formation.organisation_enters("calder");
        });
        CHECK.passes(INTEREST, |formation| formation.organisation_enters("calder"));
    }
}
