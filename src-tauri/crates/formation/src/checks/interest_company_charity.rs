//! A community interest company speaks of itself as a charity.

use super::own_words::holding;
use super::{Case, Check, Found, Severity};
use crate::legal::LegalForm;

pub(super) const CHECK: Check = Check {
    id: "interest-company-charity",
    severity: Severity::Blocker,
    law: "Companies (Audit, Investigations and Community Enterprise) Act 2004, s.26(3)",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const CLAIMS: [&str; 5] =
        ["our charity", "this charity", "is a charity", "charitable status", "exclusively charitable"];
    if case.formation.form != LegalForm::CommunityInterestCompany {
        return Vec::new();
    }
    holding(case, &CLAIMS)
        .filter(|(own, _)| !own.answers(&["asset-locked-body"]))
        .map(|(own, phrase)| {
            Found::new(
                own.about,
                format!(
                    "This says \u{201c}{phrase}\u{201d}. A community interest company cannot be a charity, whatever its \
                     purpose."
                ),
                "Take it out, or form a charity instead.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, INTEREST};
    use super::*;

    #[test]
    fn a_community_interest_company_is_no_charity() {
        CHECK.passes(INTEREST, |_| {});
        CHECK.passes(COMPANY, |formation| formation.say("purpose", "Bread, as our charity bakes it."));
        CHECK.fails(INTEREST, "decision:purpose", |formation| {
            formation.say("purpose", "Toys for all, lent by our charity.");
        });
        CHECK.fails_in_rules(INTEREST, "The money goes to our charity.");
    }
}
