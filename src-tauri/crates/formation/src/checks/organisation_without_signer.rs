//! Nobody is entered who signs for a founding organisation.

use super::wording::organisation_called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "organisation-without-signer",
    severity: Severity::Blocker,
    law: "Companies Act 2006, s.8; Co-operative and Community Benefit Societies Act 2014, ss.3 and 33",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let formation = case.formation;
    formation
        .organisations
        .iter()
        .filter(|organisation| formation.acting_for(organisation).next().is_none())
        .map(|organisation| {
            Found::new(
                About::Organisation(organisation.id.clone()),
                format!(
                    "Nobody acts for {}. An organisation signs through a person.",
                    organisation_called(organisation)
                ),
                "Enter the person who signs for it, and say there for which organisation they act.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SECONDARY};
    use super::*;

    #[test]
    fn somebody_acts_for_each_organisation() {
        CHECK.passes(SECONDARY, |_| {});
        CHECK.fails(SECONDARY, "organisation:calder", |formation| formation.person("asha").acts_for = None);
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "organisation:calder", |formation| formation.organisation_enters("calder"));
    }
}
