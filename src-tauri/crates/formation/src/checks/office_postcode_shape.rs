//! The postcode of the registered office is not one.

use super::addresses::is_postcode;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "office-postcode-shape",
    severity: Severity::Blocker,
    law: "Companies Act 2006, ss.9 and 86; Co-operative and Community Benefit Societies Act 2014, \
        ss.2 and 14",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(office) = case.office() else { return Vec::new() };
    let postcode = office.postcode.trim();
    if postcode.is_empty() || is_postcode(postcode) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("registered-office"),
        format!("\u{201c}{postcode}\u{201d} is not a postcode."),
        "Write it like HX1 1AA: letters and a number, a space, a number and two letters.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn the_postcode_is_one() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.office(|office| office.postcode = "ec1a1bb".to_owned()));
        for wrong in ["HX1", "HX1 1A", "1HX 1AA", "HX1 1AAA", "HX1 1ÄA"] {
            CHECK.fails(COMPANY, "decision:registered-office", |formation| {
                formation.office(|office| office.postcode = wrong.to_owned());
            });
        }
    }
}
