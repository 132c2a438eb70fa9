//! Too few members sign a society's application.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "too-few-signatures",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.3",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let limit =
        if case.founders_are_societies() { "signatories-all-societies" } else { "signatories-society" };
    let Some(least) = case.limit_count(limit) else { return Vec::new() };
    let signing = case.formation.signing_founders().count();
    if !case.formation.form.is_society() || signing == 0 || signing >= least as usize {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        format!("Only {signing} of the members sign. The law wants {least}, and the secretary."),
        if case.formation.organisations.is_empty() {
            "Give the role \u{201c}signs the application\u{201d} to more founder members."
        } else {
            "Give the role \u{201c}signs the application\u{201d} to more founder members, or to people who act for \
             them."
        },
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SECONDARY, SOCIETY};
    use super::*;
    use crate::organisation::{BodyForm, RegisteredForm};
    use crate::person::Role;

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

    #[test]
    fn organisations_sign_by_those_who_act_for_them() {
        CHECK.passes(SECONDARY, |_| {});
        CHECK.fails(SECONDARY, "people", |formation| {
            formation.person("colm").roles.retain(|role| *role != Role::Signatory);
        });
        // Two are enough only where all are registered societies.
        CHECK.fails(SECONDARY, "people", |formation| {
            formation.organisation("saddleworth").form = Some(BodyForm::Registered(RegisteredForm::Company));
        });
        // Two people who sign for one organisation are one member.
        CHECK.fails(SECONDARY, "people", |formation| {
            formation.person("colm").acts_for = formation.person("asha").acts_for.clone();
        });
    }
}
