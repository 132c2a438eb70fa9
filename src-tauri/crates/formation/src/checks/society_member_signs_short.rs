//! Not all are entered who must sign for a member that is a registered society.

use super::wording::organisation_called;
use super::{About, Case, Check, Found, Severity};
use crate::person::Role;

pub(super) const CHECK: Check = Check {
    id: "society-member-signs-short",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, ss.3 and 33",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let formation = case.formation;
    let signing = |id: &str| formation.signing_founders().any(|founder| founder.id() == id);
    formation
        .organisations
        .iter()
        .filter(|organisation| signing(&organisation.id))
        .filter(|organisation| {
            let signers = formation.signers_for(organisation);
            signers.iter().any(|one| one.person.is_none_or(|person| !person.is(Role::Signatory)))
        })
        .map(|organisation| {
            let who = if case.founders_are_societies() {
                "its secretary"
            } else {
                "2 of its committee and its secretary"
            };
            Found::new(
                About::Organisation(organisation.id.clone()),
                format!(
                    "{} is a registered society and signs by {who}. Not all of them are down to sign.",
                    organisation_called(organisation)
                ),
                "Enter each of them with what they are there and the role \u{201c}signs the application\u{201d}.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{SECONDARY, SECONDARY_COMPANY};
    use super::*;
    use crate::organisation::{BodyForm, RegisteredForm};
    use crate::person::Capacity;

    #[test]
    fn all_sign_for_a_society() {
        CHECK.passes(SECONDARY, |_| {});
        CHECK.passes(SECONDARY_COMPANY, |_| {});
        CHECK.fails(SECONDARY, "organisation:calder", |formation| {
            formation.acts_for("asha", "calder", Capacity::Director);
        });
        let mixed = |formation: &mut crate::formation::Formation| {
            formation.organisation("saddleworth").form = Some(BodyForm::Registered(RegisteredForm::Company));
        };
        CHECK.fails(SECONDARY, "organisation:calder", mixed);
        CHECK.passes(SECONDARY, |formation| {
            mixed(formation);
            formation.person("colm").roles.retain(|role| *role != Role::Signatory);
            for (person, organisation) in [("colm", "calder"), ("efua", "calder")] {
                formation.acts_for(person, organisation, Capacity::Director);
                formation.person(person).roles.push(Role::Signatory);
            }
        });
    }
}
