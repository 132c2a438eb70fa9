//! A name does not fit the registrar's form.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "person-name-too-long",
    severity: Severity::Warning,
    law: "Companies House practice: the lengths its own forms take",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.formation.form.at_companies_house() {
        return Vec::new();
    }
    let Some(first) = case.limit_count("person-first-name").map(|most| most as usize) else {
        return Vec::new();
    };
    let Some(last) = case.limit_count("person-last-name").map(|most| most as usize) else {
        return Vec::new();
    };
    case.formation
        .people
        .iter()
        .filter(|person| {
            person.name.first.chars().count() > first
                || person.name.middle.chars().count() > first
                || person.name.last.chars().count() > last
        })
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!(
                    "The name of {} is longer than the form takes: {first} characters for first \
                         and for middle names, {last} for the last.",
                    called(person)
                ),
                "Ask Companies House how to enter it, and shorten it here as they say.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_name_fits_the_form() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "person:owen", |formation| {
            formation.person("owen").name.middle = "Rhys ".repeat(11)
        });
        CHECK.passes(SOCIETY, |formation| formation.person("iain").name.middle = "Rhys ".repeat(11));
    }
}
