//! An organisation founds a co-op whose rules shut organisations out.

use super::wording::organisation_called;
use super::{About, Case, Check, Found, Severity};
use crate::legal::CoopType;

pub(super) const CHECK: Check = Check {
    id: "organisation-cannot-join",
    severity: Severity::Warning,
    law: "Practice: rules must be kept from the first day",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let fix = match case.formation.coop_type {
        CoopType::Secondary => return Vec::new(),
        CoopType::Worker | CoopType::Housing => {
            "Take it out. If it works with you, it can be a customer, a supplier or a lender."
        }
        CoopType::Consumer
        | CoopType::Producer
        | CoopType::MultiStakeholder
        | CoopType::Platform
        | CoopType::CommunityBenefit => {
            if case.said_yes("organisations") || case.said_yes("organisation-members") {
                return Vec::new();
            }
            "Take it out, or answer that organisations can be members."
        }
    };
    case.formation
        .organisations
        .iter()
        .map(|organisation| {
            Found::new(
                About::Organisation(organisation.id.clone()),
                format!(
                    "{} cannot be a member: your rules are for people alone.",
                    organisation_called(organisation)
                ),
                fix,
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{CLASSES, COMMUNITY, COMPANY, SECONDARY};
    use super::*;

    #[test]
    fn an_organisation_joins_where_the_rules_let_it() {
        CHECK.passes(SECONDARY, |_| {});
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "organisation:calder", |formation| formation.organisation_enters("calder"));
        for (example, slug) in [(CLASSES, "organisations"), (COMMUNITY, "organisation-members")] {
            CHECK.passes(example, |formation| {
                formation.yes(slug, true);
                formation.organisation_enters("calder");
            });
            CHECK.fails(example, "organisation:calder", |formation| {
                formation.yes(slug, false);
                formation.organisation_enters("calder");
            });
        }
    }
}
