//! The rules let people serve who are younger than the law allows.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "age-below-law",
    severity: Severity::Blocker,
    law: "Companies Act 2006, s.157; Co-operative and Community Benefit Societies Act 2014, s.31",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    // No law says from which age somebody may serve in an association.
    if case.formation.form.is_association() {
        return Vec::new();
    }
    let least = if case.formation.form.is_society() {
        case.limit_count("officer-age-society")
    } else {
        case.limit_count("director-age")
    };
    match (case.count("serving-age"), least) {
        (Some(age), Some(least)) if age < least => vec![Found::new(
            About::decision("serving-age"),
            format!("Your rules let people be directors at {age}. The law says {least}."),
            format!("Choose {least} or more."),
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn the_rules_keep_the_legal_age() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.number("serving-age", 16));
        CHECK.fails(SOCIETY, "decision:serving-age", |formation| formation.number("serving-age", 15));
        CHECK.fails(COMPANY, "decision:serving-age", |formation| formation.number("serving-age", 15));
    }
}
