//! A founder of a company or a partnership is younger than the registrar takes.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "founder-too-young",
    severity: Severity::Warning,
    law: "Companies Act 2006, ss.7 and 8; Companies House practice: an application with a founder under 16 is normally \
          refused",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(least) = case.limit_count("founder-age") else { return Vec::new() };
    let form = case.formation.form;
    if !form.is_company() && !form.is_partnership() {
        return Vec::new();
    }
    let least_age = i16::try_from(least).unwrap_or(i16::MAX);
    let young = case.formation.with_role(Role::Member).filter(|person| {
        // A director's age is graver, and has its own check.
        !person.is(Role::Director) && person.age_on(case.today).is_some_and(|age| age < least_age)
    });
    young
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!("{} founds the co-op and is under {least}.", called(person)),
                "Let them join after registration, if your rules allow it.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, PARTNERSHIP, SOCIETY};
    use super::*;
    use crate::formation::Formation;

    fn young(formation: &mut Formation) -> String {
        let person = formation.people.iter_mut().find(|person| person.is(Role::Member)).unwrap();
        person.roles = vec![Role::Member];
        person.born = Some(jiff::civil::date(2012, 5, 1));
        person.id.clone()
    }

    #[test]
    fn founders_are_sixteen() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |formation| drop(young(formation)));
        for example in [COMPANY, PARTNERSHIP] {
            let mut id = String::new();
            super::super::tried::with_case(example, |formation| id = young(formation), |_| {});
            CHECK.fails(example, &format!("person:{id}"), |formation| drop(young(formation)));
        }
    }
}
