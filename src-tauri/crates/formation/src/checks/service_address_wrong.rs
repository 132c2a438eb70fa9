//! An address for official post is a box, or not a whole one.

use super::addresses::{box_in, not_whole};
use super::wording::called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "service-address-wrong",
    severity: Severity::Warning,
    law: "Companies Act 2006, ss.9, 163 and 1141; Companies House practice: no box alone",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .people
        .iter()
        .filter_map(|person| {
            let service = person.service.as_ref()?;
            let place = service.lines.iter().filter(|line| !line.trim().is_empty()).count();
            let (said, fix) = if let Some(line) = box_in(service).filter(|_| place < 2) {
                (
                    format!("\u{201c}{line}\u{201d} is a box, not a place"),
                    "Give a place where a letter can be handed over, or leave it empty to use the registered office.",
                )
            } else {
                not_whole(service)?
            };
            let message = format!("In the address for official post of {}, {said}.", called(person));
            Some(Found::new(About::Person(person.id.clone()), message, fix))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;
    use crate::decision::Address;
    use crate::formation::Formation;

    fn at(formation: &mut Formation, lines: &[&str], town: &str, postcode: &str) {
        formation.people[0].service = Some(Address {
            lines: lines.iter().map(|line| (*line).to_owned()).collect(),
            town: town.to_owned(),
            postcode: postcode.to_owned(),
            country: "England".to_owned(),
        });
    }

    #[test]
    fn official_post_has_a_place_to_go() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| at(formation, &["Unit 2", "PO Box 5"], "Halifax", "HX1 1AA"));
        for example in [COMPANY, SOCIETY] {
            let mut about = String::new();
            let first = |formation: &mut Formation| about = format!("person:{}", formation.people[0].id);
            super::super::tried::with_case(example, first, |_| {});
            for (lines, town, postcode) in [
                (&["PO Box 5"][..], "Halifax", "HX1 1AA"),
                (&["Unit 2"][..], "", "HX1 1AA"),
                (&["Unit 2"][..], "Halifax", "HX"),
                (&[][..], "Halifax", "HX1 1AA"),
            ] {
                CHECK.fails(example, &about, |formation| at(formation, lines, town, postcode));
            }
        }
    }
}
