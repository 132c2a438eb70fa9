//! The secretary is also one of the three members who sign.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::founders::Founder;
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "secretary-signs-as-member",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.3; the FCA\u{2019}s form asks \
        for three members and the secretary",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let formation = case.formation;
    let limit =
        if case.founders_are_societies() { "signatories-all-societies" } else { "signatories-society" };
    let Some(least) = case.limit_count(limit) else { return Vec::new() };
    let by_secretary = |founder: Founder<'_>| match founder {
        Founder::Person(person) => person.is(Role::Secretary).then(|| called(person)),
        Founder::Organisation(one) => {
            let mut signing = formation.acting_for(one).filter(|person| person.is(Role::Signatory));
            let first = signing.next().filter(|person| person.is(Role::Secretary));
            first.filter(|_| signing.next().is_none()).map(called)
        }
    };
    let all = formation.signing_founders().count();
    let secretary: Vec<String> = formation.signing_founders().filter_map(by_secretary).collect();
    let Some(name) = secretary.first().filter(|_| formation.form.is_society()) else { return Vec::new() };
    if all - secretary.len() >= least as usize {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        format!("{name} signs as secretary and as one of the {least} members."),
        "It may be accepted, but other people are safer. Let one more member sign.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SECONDARY, SOCIETY};
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
        CHECK.passes(SECONDARY, |_| {});
        CHECK.fails(SECONDARY, "people", |formation| {
            formation.nobody_is(Role::Secretary);
            formation.person("asha").roles.push(Role::Secretary);
        });
    }
}
