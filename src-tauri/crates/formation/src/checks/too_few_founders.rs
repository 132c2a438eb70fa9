//! There are fewer founder members than the law wants.

use super::wording::are;
use super::{About, Case, Check, Found, Severity};
use crate::legal::CoopType;

pub(super) const CHECK: Check = Check {
    id: "too-few-founders",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.2; Companies Act 2006, s.7; Limited \
        Liability Partnerships Act 2000, s.2",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(least), have) = (least(case), case.member_count()) else { return Vec::new() };
    if have >= least {
        return Vec::new();
    }
    let add = if case.formation.coop_type == CoopType::Secondary {
        "Enter the organisations that found the co-op."
    } else {
        "Add the people who found the co-op, and give each the role of member."
    };
    // Where nobody is entered, there is nothing to count yet. The law lets one person found a company, though that is
    // no co-op.
    if have == 0 {
        let wanted = match least {
            1 => "The law wants 1, and a co-op at least 2.".to_owned(),
            _ => format!("The law wants at least {least}."),
        };
        let fix = format!("{add} {wanted}");
        return vec![Found::new(About::People, "There is no founder member yet.", fix)];
    }
    let members = if have == 1 { "member" } else { "members" };
    let message = format!("There {} founder {members}, and the law wants at least {least}.", are(have));
    vec![Found::new(About::People, message, add)]
}

/// How many members the law wants at least.
fn least(case: &Case<'_>) -> Option<u32> {
    let form = case.formation.form;
    case.limit_count(if form.is_society() && case.founders_are_societies() {
        "founders-all-societies"
    } else if form.is_society() {
        "founders-society"
    } else if form.is_association() || form.is_partnership() {
        "founders-partners"
    } else {
        "founders-company"
    })
}

#[cfg(test)]
mod tests {
    use super::super::tried::{ASSOCIATION, COMPANY, PARTNERSHIP, SECONDARY, SOCIETY};
    use super::*;
    use crate::organisation::{BodyForm, RegisteredForm};
    use crate::person::Role;

    #[test]
    fn enough_people_found_it() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "people", |formation| formation.people.truncate(2));
        CHECK.passes(COMPANY, |formation| formation.people.truncate(1));
        CHECK.fails(COMPANY, "people", |formation| formation.nobody_is(Role::Member));
        CHECK.fails(PARTNERSHIP, "people", |formation| formation.people.truncate(1));
        CHECK.passes(ASSOCIATION, |_| {});
        CHECK.fails(ASSOCIATION, "people", |formation| formation.people.truncate(1));
    }

    #[test]
    fn two_societies_are_enough_and_two_others_are_not() {
        CHECK.passes(SECONDARY, |formation| formation.organisations.truncate(2));
        CHECK.fails(SECONDARY, "people", |formation| formation.organisations.truncate(1));
        CHECK.fails(SECONDARY, "people", |formation| {
            formation.organisations.truncate(2);
            formation.organisation("hebble").form = Some(BodyForm::Registered(RegisteredForm::Company));
        });
        // Organisations count as members beside people.
        CHECK.passes(SOCIETY, |formation| {
            formation.people.truncate(2);
            formation.organisation_enters("calder");
        });
    }
}
