//! The rules have a treasurer, and nobody is one.

use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check =
    Check { id: "treasurer-missing", severity: Severity::Advice, law: "Practice", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.picked("officers", "treasurer") || case.formation.with_role(Role::Treasurer).next().is_some() {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        "Your rules name a treasurer, and nobody has that role yet.",
        "Give somebody the role, or choose them at the first board meeting.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_treasurer_is_named() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "people", |formation| formation.nobody_is(Role::Treasurer));
        CHECK.passes(COMPANY, |formation| {
            formation.nobody_is(Role::Treasurer);
            formation.pick("officers", &[]);
        });
    }
}
