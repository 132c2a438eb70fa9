//! A home address is not a whole one.

use super::addresses::{box_in, not_whole};
use super::wording::called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "home-address-wrong",
    severity: Severity::Warning,
    law: "Companies Act 2006, s.165; Companies House practice",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .people
        .iter()
        .filter_map(|person| {
            let home = person.home.as_ref()?;
            let (said, fix) = if let Some(line) = box_in(home) {
                (
                    format!("\u{201c}{line}\u{201d} is a box, not a home"),
                    "Give the address where they live. It is kept private.",
                )
            } else {
                not_whole(home)?
            };
            let message = format!("In the home address of {}, {said}.", called(person));
            Some(Found::new(About::Person(person.id.clone()), message, fix))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_home_address_is_whole() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "person:tom", |formation| {
            formation.person("tom").home.as_mut().unwrap().postcode = "HX".to_owned();
        });
        CHECK.fails(SOCIETY, "person:iain", |formation| {
            formation.person("iain").home.as_mut().unwrap().lines = vec!["PO Box 5".to_owned()];
        });
        CHECK.passes(COMPANY, |formation| {
            let home = formation.person("tom").home.as_mut().unwrap();
            (home.postcode, home.country) = (String::new(), "Greece".to_owned());
        });
    }
}
