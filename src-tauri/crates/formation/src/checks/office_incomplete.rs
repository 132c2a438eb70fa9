//! The registered office is not a whole address.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "office-incomplete",
    severity: Severity::Blocker,
    law: "Companies Act 2006, ss.9 and 86; Co-operative and Community Benefit Societies Act 2014, \
        ss.2 and 14",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(office) = case.office() else { return Vec::new() };
    let missing: Vec<&str> = [
        ("the house and street", office.lines.iter().all(|line| line.trim().is_empty())),
        ("the town", office.town.trim().is_empty()),
        ("the postcode", office.postcode.trim().is_empty()),
    ]
    .into_iter()
    .filter_map(|(part, missing)| missing.then_some(part))
    .collect();
    if missing.is_empty() {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("registered-office"),
        format!("The address of the registered office lacks {}.", missing.join(" and ")),
        "Write the whole address, as it would stand on an envelope.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn the_office_is_a_whole_address() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:registered-office", |formation| {
            formation.office(|office| office.town.clear())
        });
        CHECK.fails(SOCIETY, "decision:registered-office", |formation| {
            formation.office(|office| office.lines.clear())
        });
    }
}
