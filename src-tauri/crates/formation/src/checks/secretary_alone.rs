//! One person is the secretary and the only one to sign, or keeps the money and the records alone.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "secretary-alone",
    severity: Severity::Warning,
    law: "Practice: two people see what one does not; Companies Act 2006, s.280",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let formation = case.formation;
    let Some(secretary) = formation.with_role(Role::Secretary).next() else { return Vec::new() };
    // With one founder there is nobody else, and other checks speak of it.
    if case.member_count() < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut signing = formation.with_role(Role::Signatory);
    let alone = signing.next().is_some_and(|person| person.id == secretary.id) && signing.next().is_none();
    // In a society the law wants three, and another check counts them.
    if alone && !formation.form.is_society() && !formation.form.is_association() {
        found.push(Found::new(
            About::People,
            format!("{} is the secretary and alone signs the application.", called(secretary)),
            "Let another founder sign as well.",
        ));
    }
    let mut treasurers = formation.with_role(Role::Treasurer);
    let keeps_both =
        treasurers.next().is_some_and(|person| person.id == secretary.id) && treasurers.next().is_none();
    if keeps_both && case.chose("payments", "one-under-a-limit") {
        found.push(Found::new(
            About::decision("payments"),
            format!(
                "{} is secretary and treasurer, and one person alone may make small payments.",
                called(secretary)
            ),
            "Let two people approve each payment, or give one of the two offices to somebody else.",
        ));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;
    use crate::formation::Formation;

    fn secretary(formation: &Formation) -> String {
        formation.with_role(Role::Secretary).next().unwrap().id.clone()
    }

    #[test]
    fn two_people_see_what_one_does_not() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "people", |formation| {
            let id = secretary(formation);
            formation.nobody_is(Role::Signatory);
            formation.person(&id).roles.push(Role::Signatory);
        });
        CHECK.fails(SOCIETY, "decision:payments", |formation| {
            let id = secretary(formation);
            formation.nobody_is(Role::Treasurer);
            formation.person(&id).roles.push(Role::Treasurer);
            formation.choose("payments", "one-under-a-limit");
        });
        CHECK.passes(SOCIETY, |formation| {
            let id = secretary(formation);
            formation.nobody_is(Role::Treasurer);
            formation.person(&id).roles.push(Role::Treasurer);
        });
    }
}
