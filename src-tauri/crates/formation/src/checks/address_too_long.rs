//! A line of an address does not fit the registrar's form.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Address;

pub(super) const CHECK: Check = Check {
    id: "address-too-long",
    severity: Severity::Warning,
    law: "Companies House practice: the lengths its own forms take",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(line) = case.limit_count("address-line") else { return Vec::new() };
    let Some(premises) = case.limit_count("address-premises") else { return Vec::new() };
    if !case.formation.form.at_companies_house() {
        return Vec::new();
    }
    let too_long = |address: &Address| {
        let lines = address.lines.iter().enumerate();
        lines
            .map(|(index, text)| (text, if index == 0 { premises } else { line }))
            .chain([(&address.town, line), (&address.country, line)])
            .find(|(text, most)| text.chars().count() > *most as usize)
            .map(|(text, most)| (text.clone(), most))
    };
    let office = case.office().map(|office| (About::decision("registered-office"), office));
    let people = case.formation.people.iter().flat_map(|person| {
        let addresses = [&person.home, &person.service].into_iter().flatten();
        addresses.map(|address| (About::Person(person.id.clone()), address))
    });
    let organisations = case.formation.organisations.iter().filter_map(|organisation| {
        Some((About::Organisation(organisation.id.clone()), organisation.office.as_ref()?))
    });
    office
        .into_iter()
        .chain(people)
        .chain(organisations)
        .filter_map(|(about, address)| {
            let (text, most) = too_long(address)?;
            let message = format!(
                "\u{201c}{text}\u{201d} is too long for the form, which takes {most} characters there."
            );
            Some(Found::new(about, message, "Break it into two lines, or shorten it."))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn an_address_fits_the_form() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:registered-office", |formation| {
            formation.office(|office| office.town = "Halifax".repeat(9));
        });
        CHECK.fails(COMPANY, "person:asha", |formation| {
            formation.person("asha").home.as_mut().unwrap().lines.push("Upper Mill".repeat(9));
        });
        CHECK.passes(SOCIETY, |formation| formation.office(|office| office.town = "Glasgow".repeat(9)));
    }
}
