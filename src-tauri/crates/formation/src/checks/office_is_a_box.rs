//! The registered office is a PO box or the like.

use super::addresses::box_in;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "office-is-a-box",
    severity: Severity::Blocker,
    law: "Companies Act 2006, s.86; Co-operative and Community Benefit Societies Act 2014, s.14",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(office) = case.office() else { return Vec::new() };
    box_in(office)
        .map(|line| {
            Found::new(
                About::decision("registered-office"),
                format!("\u{201c}{line}\u{201d} is a box, not a place."),
                "Give an address where somebody can hand over a letter and have it signed for.",
            )
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn the_office_is_a_place() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| {
            formation.office(|office| office.lines = vec!["Box Tree Cottage".to_owned()])
        });
        for line in ["PO Box 12", "P.O. Box 7", "DX 1234 Leeds"] {
            CHECK.fails(COMPANY, "decision:registered-office", |formation| {
                formation.office(|office| office.lines = vec![line.to_owned()]);
            });
        }
    }
}
