//! A founding organisation has no name.

use super::wording::organisation_called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "organisation-without-name",
    severity: Severity::Blocker,
    law: "Companies Act 2006, ss.9A and 113; Co-operative and Community Benefit Societies Act 2014, \
        ss.3 and 30",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .organisations
        .iter()
        .filter(|organisation| organisation.name.trim().is_empty())
        .map(|organisation| {
            Found::new(
                About::Organisation(organisation.id.clone()),
                format!("{} needs a name.", organisation_called(organisation)),
                "Write the name as it stands in its register, with its ending.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::SECONDARY;
    use super::*;

    #[test]
    fn an_organisation_has_a_name() {
        CHECK.passes(SECONDARY, |_| {});
        CHECK.fails(SECONDARY, "organisation:calder", |formation| {
            formation.organisation("calder").name = " ".to_owned();
        });
    }
}
