//! Prescribed words that this app put together itself must be compared before they are filed.

use super::{About, Case, Check, Found, Severity};
use crate::legal::LegalForm;

pub(super) const CHECK: Check = Check {
    id: "prescribed-words-unconfirmed",
    severity: Severity::Advice,
    law: "Community Interest Company Regulations 2005, reg.7 and sch.1, as amended; practice: this app says how sure it is",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.formation.form != LegalForm::CommunityInterestCompany {
        return Vec::new();
    }
    vec![Found::new(
        About::Rule("prescribed-asset-lock".to_owned()),
        "The prescribed articles were put together from the Regulations and three amendments. No consolidated text was seen.",
        "Compare the four prescribed articles with the Regulator\u{2019}s current model articles before you file.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, INTEREST};
    use super::*;

    #[test]
    fn the_founders_are_told_to_compare() {
        CHECK.passes(COMMUNITY, |_| {});
        CHECK.fails(INTEREST, "rule:prescribed-asset-lock", |_| {});
    }
}
