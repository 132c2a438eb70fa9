//! A partnership names fewer than two designated members.

use super::wording::are;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "designated-members-few",
    severity: Severity::Warning,
    law: "Limited Liability Partnerships Act 2000, s.8",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(least) = case.limit_count("founders-partners") else { return Vec::new() };
    let have = case.director_count();
    // Nobody at all is another check's.
    if !case.formation.form.is_partnership() || have == 0 || have >= least {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        format!(
            "There {} designated member. With fewer than {least}, the law makes every member one.",
            are(have)
        ),
        "Give the role to at least one more member, or let all members be designated.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, PARTNERSHIP};
    use super::*;
    use crate::person::Role;

    #[test]
    fn two_members_are_designated() {
        let one = |formation: &mut crate::formation::Formation| {
            formation.nobody_is(Role::Director);
            formation.people[0].roles.push(Role::Director);
        };
        CHECK.passes(PARTNERSHIP, |_| {});
        CHECK.passes(COMPANY, one);
        CHECK.fails(PARTNERSHIP, "people", one);
    }
}
