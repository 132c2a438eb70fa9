//! A person's name is not whole.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "person-without-name",
    severity: Severity::Blocker,
    law: "Companies Act 2006, ss.113 and 163; Co-operative and Community Benefit Societies Act \
        2014, ss.3 and 30",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .people
        .iter()
        .filter(|person| person.name.first.trim().is_empty() || person.name.last.trim().is_empty())
        .map(|person| {
            Found::new(
                About::Person(person.id.clone()),
                format!("{} needs a first and a last name.", called(person)),
                "Write the name as it stands in their passport. If they have one name only, ask the \
                 registrar.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_person_has_a_whole_name() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "person:tom", |formation| formation.person("tom").name.last = " ".to_owned());
        CHECK.fails(SOCIETY, "person:iain", |formation| formation.person("iain").name.first.clear());
    }
}
