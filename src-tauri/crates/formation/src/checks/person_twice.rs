//! Two entries look like one person.

use super::spelling::letters;
use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::Person;
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    id: "person-twice",
    severity: Severity::Warning,
    law: "Practice: one person has one vote, and signs once",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let people = &case.formation.people;
    let mut seen: BTreeMap<String, &Person> = BTreeMap::new();
    people
        .iter()
        .filter_map(|person| {
            let key = letters(&[person.name.first.as_str(), person.name.last.as_str()].concat());
            let other = *seen.entry(key.clone()).or_insert(person);
            let differ = matches!((person.born, other.born), (Some(one), Some(two)) if one != two);
            (!key.is_empty() && !std::ptr::eq(other, person) && !differ).then(|| {
                Found::new(
                    About::Person(person.id.clone()),
                    format!("{} is entered twice.", called(person)),
                    "Keep one entry with all their roles. If they are two people, enter both dates of birth.",
                )
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_person_is_entered_once() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "person:second", |formation| {
            let mut second = formation.person("tom").clone();
            second.id = "second".to_owned();
            formation.people.push(second);
        });
        CHECK.passes(COMPANY, |formation| {
            let mut son = formation.person("tom").clone();
            (son.id, son.born) = ("son".to_owned(), Some(jiff::civil::date(2001, 1, 1)));
            formation.people.push(son);
        });
    }
}
