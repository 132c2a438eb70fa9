//! The community of a community interest company is its members or the people it employs.

use super::own_words::holds_phrase;
use super::{About, Case, Check, Found, Severity};
use crate::legal::LegalForm;

pub(super) const CHECK: Check = Check {
    id: "interest-company-for-members-alone",
    severity: Severity::Warning,
    law: "Community Interest Company Regulations 2005, reg.4",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const OWN: [&str; 9] = [
        "our members",
        "its members",
        "the members",
        "our workers",
        "its workers",
        "our staff",
        "our employees",
        "its employees",
        "our customers",
    ];
    if case.formation.form != LegalForm::CommunityInterestCompany {
        return Vec::new();
    }
    let Some(community) = case.answers.text("community").map(str::to_lowercase) else { return Vec::new() };
    let Some(phrase) = OWN.iter().find(|phrase| holds_phrase(&community, phrase)) else { return Vec::new() };
    vec![Found::new(
        About::decision("community"),
        format!(
            "This says \u{201c}{phrase}\u{201d}. What benefits only members of one body, or employees of one employer, is \
             no benefit to the community."
        ),
        "Say who gains besides them: a place, an age, a need that others share.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, INTEREST};
    use super::*;

    #[test]
    fn the_community_is_wider_than_the_members() {
        CHECK.passes(INTEREST, |_| {});
        CHECK.passes(COMMUNITY, |formation| formation.say("community", "our members"));
        CHECK.fails(INTEREST, "decision:community", |formation| {
            formation.say("community", "our members and their families");
        });
    }
}
