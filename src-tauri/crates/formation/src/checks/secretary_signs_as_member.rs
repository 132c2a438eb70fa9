//! The secretary is also one of the three members who sign.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "secretary-signs-as-member",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.3; the FCA\u{2019}s form asks \
        for three members and the secretary",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(least) = case.limit_count("signatories-society") else { return Vec::new() };
    let signing = case.formation.with_role(Role::Signatory).filter(|person| person.is(Role::Member));
    let (secretary, others): (Vec<_>, Vec<_>) = signing.partition(|person| person.is(Role::Secretary));
    if !case.formation.form.is_society() || secretary.is_empty() || others.len() >= least as usize {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        format!("{} signs as secretary and as one of the {least} members.", called(secretary[0])),
        "It may be accepted, but four people are safer. Let one more member sign.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn four_people_sign() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "people", |formation| {
            formation.person("iain").roles.retain(|role| *role != Role::Signatory);
            formation.person("ruth").roles.push(Role::Signatory);
        });
        CHECK.passes(SOCIETY, |formation| formation.person("ruth").roles.push(Role::Signatory));
        CHECK.passes(COMPANY, |_| {});
    }
}
