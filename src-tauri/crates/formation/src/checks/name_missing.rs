//! The co-op has no name.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "name-missing",
    severity: Severity::Blocker,
    law: "Companies Act 2006, s.9(2); Co-operative and Community Benefit Societies Act 2014, s.14",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match case.name() {
        Some(_) => Vec::new(),
        None => vec![Found::new(
            About::decision("name"),
            "The co-op has no name yet.",
            "Agree on a name and write it in full, with its ending.",
        )],
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_name_is_needed() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "decision:name", |formation| formation.say("name", "  "));
    }
}
