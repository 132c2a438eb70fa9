//! Two entries look like one organisation.

use std::collections::BTreeMap;

use super::spelling::letters;
use super::wording::organisation_called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "organisation-twice",
    severity: Severity::Warning,
    law: "Practice: one member has one vote, and signs once",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    case.formation
        .organisations
        .iter()
        .filter_map(|organisation| {
            let key = letters(&organisation.name);
            let other = *seen.entry(key.clone()).or_insert(&organisation.id);
            (!key.is_empty() && other != organisation.id).then(|| {
                Found::new(
                    About::Organisation(organisation.id.clone()),
                    format!("{} is entered twice.", organisation_called(organisation)),
                    "Keep one entry. If they are two organisations, write each name as it is registered.",
                )
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::SECONDARY;
    use super::*;

    #[test]
    fn an_organisation_is_entered_once() {
        CHECK.passes(SECONDARY, |_| {});
        CHECK.fails(SECONDARY, "organisation:hebble", |formation| {
            let name = formation.organisation("calder").name.to_uppercase();
            formation.organisation("hebble").name = name;
        });
        CHECK.passes(SECONDARY, |formation| {
            formation.organisation("calder").name.clear();
            formation.organisation("hebble").name.clear();
        });
    }
}
