//! A community interest company is to campaign, or its own words say so.

use super::own_words::holding;
use super::{About, Case, Check, Found, Severity};
use crate::legal::LegalForm;

pub(super) const CHECK: Check = Check {
    id: "interest-company-political",
    severity: Severity::Blocker,
    law: "Community Interest Company Regulations 2005, regs 3 and 6",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const POLITICS: [&str; 7] = [
        "campaign for",
        "campaigning for",
        "change the law",
        "political party",
        "lobby",
        "lobbying",
        "election campaign",
    ];
    if case.formation.form != LegalForm::CommunityInterestCompany {
        return Vec::new();
    }
    let mut found = Vec::new();
    if case.chose("political-work", "mainly") {
        found.push(Found::new(
            About::decision("political-work"),
            "A political party or a campaigning organisation cannot be a community interest company.",
            "Keep campaigning to what helps other work, or choose another form.",
        ));
    }
    found.extend(holding(case, &POLITICS).filter(|(own, _)| own.answers(&["purpose", "objects"])).map(
        |(own, phrase)| {
            Found::new(
                own.about,
                format!(
                    "This says \u{201c}{phrase}\u{201d}. Political work is no benefit to the community in this form, \
                     unless it only helps other work."
                ),
                "Leave it out of the purpose and the objects.",
            )
        },
    ));
    found
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, INTEREST};
    use super::*;

    #[test]
    fn a_community_interest_company_does_not_campaign() {
        CHECK.passes(INTEREST, |formation| formation.choose("political-work", "by-the-way"));
        CHECK.passes(COMPANY, |formation| formation.say("purpose", "We campaign for better bread."));
        CHECK.fails(INTEREST, "decision:political-work", |formation| {
            formation.choose("political-work", "mainly");
        });
        CHECK.fails(INTEREST, "decision:purpose", |formation| {
            formation.say("purpose", "We campaign for more playgrounds.");
        });
    }
}
