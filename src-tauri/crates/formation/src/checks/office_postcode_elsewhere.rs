//! The postcode of the registered office looks like another nation's.

use super::addresses::is_postcode;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "office-postcode-elsewhere",
    severity: Severity::Warning,
    law: "Companies Act 2006, ss.9 and 86; Co-operative and Community Benefit Societies Act 2014, \
        ss.2 and 14",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(office) = case.office() else { return Vec::new() };
    let nation = case.formation.nation;
    let postcode = office.postcode.trim();
    // An office in another country is graver, and has its own check.
    let here = office.country.trim().eq_ignore_ascii_case(nation.title());
    if !here || !is_postcode(postcode) || case.law.postcodes().may_be_in(postcode, nation) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("registered-office"),
        format!("The postcode {postcode} does not look like one in {}.", nation.title()),
        "Look at the postcode again. The office decides whose law the co-op is under, and cannot \
         move to another \
         nation later.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn the_postcode_fits_the_nation() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "decision:registered-office", |formation| {
            formation.office(|office| office.postcode = "EH1 1AA".to_owned());
        });
        CHECK.fails(SOCIETY, "decision:registered-office", |formation| {
            formation.office(|office| office.postcode = "LS1 1AA".to_owned());
        });
        CHECK.passes(SOCIETY, |formation| formation.office(|office| office.postcode = "TD15 1AA".to_owned()));
    }
}
