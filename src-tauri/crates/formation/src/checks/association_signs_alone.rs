//! An association has nobody, or one person alone, to sign its contracts.

use super::wording::are;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "association-signs-alone",
    severity: Severity::Warning,
    law: "Practice: two people sign for an association, and banks ask for two",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let have = case.director_count();
    // Nobody at all is another check's.
    if !case.formation.form.is_association() || have == 0 || have >= 2 {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        format!("There {} on the committee. The rules ask two to sign each contract.", are(have)),
        "Give the role to at least one more person.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{ASSOCIATION, COMPANY};
    use super::*;
    use crate::person::Role;

    #[test]
    fn two_people_sign() {
        let one = |formation: &mut crate::formation::Formation| {
            formation.nobody_is(Role::Director);
            formation.people[0].roles.push(Role::Director);
        };
        CHECK.passes(ASSOCIATION, |_| {});
        CHECK.passes(COMPANY, one);
        CHECK.fails(ASSOCIATION, "people", one);
    }
}
