//! The registered office is somebody's home, which everyone can then see.

use super::addresses::same_place;
use super::wording::called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "office-is-a-home",
    severity: Severity::Warning,
    law: "Practice: the registered office stands on a public register; Companies Act 2006, \
        ss.240\u{2013}246 keep home addresses private",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(office) = case.office() else { return Vec::new() };
    case.formation
        .people
        .iter()
        .filter(|person| person.home.as_ref().is_some_and(|home| same_place(home, office)))
        .map(|person| {
            Found::new(
                About::decision("registered-office"),
                format!(
                    "The office is the home of {}. Anyone can look it up, for as long as the \
                         register lasts.",
                    called(person)
                ),
                "Ask an adviser, an accountant or a community centre to lend an address. If you \
                 keep it, the person \
                 who lives there should say so.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn the_office_is_nobody_s_home() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:registered-office", |formation| {
            let home = formation.person("asha").home.clone().unwrap();
            formation.office(|office| {
                office.lines = vec![home.lines[0].to_uppercase()];
                office.postcode = home.postcode.replace(' ', "");
            });
        });
    }
}
