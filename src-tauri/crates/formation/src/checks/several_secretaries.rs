//! More than one person is the secretary.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "several-secretaries",
    severity: Severity::Warning,
    law: "Companies Act 2006, s.277; Co-operative and Community Benefit Societies Act 2014, s.3",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let secretaries: Vec<String> = case.formation.with_role(Role::Secretary).map(called).collect();
    if secretaries.len() < 2 {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        format!("{} are all secretary.", secretaries.join(" and ")),
        "Choose one. The others can help without the title.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn there_is_one_secretary() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "people", |formation| formation.person("iain").roles.push(Role::Secretary));
    }
}
