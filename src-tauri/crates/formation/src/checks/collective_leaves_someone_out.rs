//! In a collective, a member is not a director, or a director not a member.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::{Person, Role};

pub(super) const CHECK: Check = Check {
    id: "collective-leaves-someone-out",
    severity: Severity::Warning,
    law: "Practice: in a collective every member is a director",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("governance", "collective") {
        return Vec::new();
    }
    case.formation
        .people
        .iter()
        .filter(|person| person.is(Role::Member) != person.is(Role::Director))
        // Who is a director for an organisation need not be a member in person.
        .filter(|person| person.is(Role::Member) || case.formation.represented_by(person).is_none())
        // Who is too young to be a director is a member all the same.
        .filter(|person| !person.is(Role::Member) || old_enough(case, person))
        .map(|person| {
            let director = case.formation.form.director_word();
            let said = if person.is(Role::Member) {
                format!("a member and not a {director}")
            } else {
                format!("a {director} and not a member")
            };
            Found::new(
                About::Person(person.id.clone()),
                format!("{} is {said}. In a collective, every member is a {director}.", called(person)),
                "Give them both roles, or choose a board instead of a collective. If the law bars \
                 them from serving, keep it and say so.",
            )
        })
        .collect()
}

fn old_enough(case: &Case<'_>, person: &Person) -> bool {
    match (case.count("serving-age"), person.age_on(case.today)) {
        (Some(least), Some(age)) => u32::try_from(age).is_ok_and(|age| age >= least),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;
    use crate::person::Capacity;

    #[test]
    fn everyone_in_a_collective_is_both() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "person:tom", |formation| formation.person("tom").roles = vec![Role::Member]);
        CHECK.fails(COMPANY, "person:tom", |formation| formation.person("tom").roles = vec![Role::Director]);
        CHECK.passes(COMPANY, |formation| {
            formation.organisation_enters("calder");
            formation.acts_for("tom", "calder", Capacity::Authorised);
            formation.person("tom").roles = vec![Role::Director];
        });
        CHECK.passes(COMPANY, |formation| {
            let tom = formation.person("tom");
            (tom.roles, tom.born) = (vec![Role::Member], Some(jiff::civil::date(2009, 1, 1)));
        });
    }
}
