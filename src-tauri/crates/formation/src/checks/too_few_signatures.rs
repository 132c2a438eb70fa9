//! Too few members sign a society's application.

use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "too-few-signatures",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.3",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let limit = if case.said_yes("founders-are-societies") {
        "signatories-all-societies"
    } else {
        "signatories-society"
    };
    let Some(least) = case.limit_count(limit) else { return Vec::new() };
    let signing = case.formation.with_role(Role::Signatory).filter(|person| person.is(Role::Member)).count();
    if !case.formation.form.is_society() || signing == 0 || signing >= least as usize {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        format!("Only {signing} of the members sign. The law wants {least}, and the secretary."),
        "Give the role \u{201c}signs the application\u{201d} to more founder members.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn three_members_sign() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "people", |formation| {
            formation.person("iain").roles = vec![Role::Member, Role::Director]
        });
        // Who signs must be a member.
        CHECK.fails(SOCIETY, "people", |formation| {
            formation.person("iain").roles = vec![Role::Director, Role::Signatory];
        });
        CHECK.passes(COMPANY, |formation| formation.people.truncate(1));
    }
}
