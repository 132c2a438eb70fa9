//! A director's name is in letters that the registrar's form does not take.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "person-name-letters",
    severity: Severity::Advice,
    law: "Companies House practice: the letters its own forms take",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .people
        .iter()
        .filter(|person| case.is_registered(person) && !person.name.full().chars().all(|c| fits(case, c)))
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!(
                    "Companies House\u{2019}s form does not take every letter of \u{201c}{}\u{201d}.",
                    called(person)
                ),
                "Leave the name here as it is. On the form, write it in Latin letters as their \
                 passport does.",
            )
        })
        .collect()
}

/// Returns whether the form takes a letter in a person's name.
fn fits(case: &Case<'_>, letter: char) -> bool {
    let sign = matches!(letter, '\'' | '\u{2019}' | '-' | ' ');
    let characters = case.law.characters(case.formation.form);
    sign || (letter.is_alphabetic() && characters.is_none_or(|characters| characters.allows(letter)))
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_name_that_the_form_does_not_take() {
        CHECK.fails(COMPANY, "person:eleni", |_| {});
        CHECK.passes(COMPANY, |formation| {
            let name = &mut formation.person("eleni").name;
            (name.first, name.last) = ("Eleni".to_owned(), "Papadopoulou".to_owned());
        });
        CHECK.passes(SOCIETY, |_| {});
    }
}
