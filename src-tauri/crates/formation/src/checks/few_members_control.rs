//! So few members found it that each has significant control.

use super::{About, Case, Check, Found, Severity};
use crate::control::Control;

pub(super) const CHECK: Check =
    Check { id: "few-members-control", severity: Severity::Advice, law: "Companies Act 2006, sch.1A", find };

fn find(case: &Case<'_>) -> Vec<Found> {
    let control = Control::of(case.formation);
    let few = case.limit_count("control-members").is_some_and(|most| case.member_count() <= most);
    match control.band {
        Some(band) if few && case.formation.form.at_companies_house() => vec![Found::new(
            About::People,
            format!(
                "Each of the {} members has {}{}. The register must name {}.",
                control.members,
                band.of("voting rights"),
                if case.formation.form.has_shares() { " and of the shares" } else { "" },
                if case.formation.organisations.is_empty() {
                    "every one of them"
                } else {
                    "the people, companies and partnerships among them"
                }
            ),
            if case.formation.organisations.is_empty() {
                "Nothing is wrong. Fill in the sheet on significant control in the pack, and verify \
                 each identity. With \
                 four members or more, nobody need be named."
            } else {
                "Nothing is wrong. The sheet on significant control in the pack says how to enter an \
                 organisation. With \
                 four members or more, nobody need be named."
            },
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, PARTNERSHIP, SHARES, SOCIETY};
    use super::*;

    #[test]
    fn three_members_have_control() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.people.truncate(4));
        CHECK.fails(COMPANY, "people", |formation| formation.people.truncate(3));
        CHECK.fails(SHARES, "people", |formation| formation.people.truncate(3));
        CHECK.fails(PARTNERSHIP, "people", |formation| formation.people.truncate(3));
        CHECK.passes(SOCIETY, |formation| formation.people.truncate(3));
        // An organisation is a member too.
        CHECK.passes(COMPANY, |formation| {
            formation.people.truncate(3);
            formation.organisation_enters("calder");
        });
    }
}
