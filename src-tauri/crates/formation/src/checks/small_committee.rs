//! A society's first committee is smaller than three.

use super::wording::are;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "small-committee",
    severity: Severity::Warning,
    law: "Practice: the Act sets no number, but registrars and model rules expect three",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(least) = case.limit_count("committee-society") else { return Vec::new() };
    if !case.formation.form.is_society() {
        return Vec::new();
    }
    let have = case.director_count();
    if have == 0 || have >= least {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        format!("There {} on the first committee. It should have at least {least}.", are(have)),
        "Give the role of director to more of the founders.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_committee_has_three() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "people", |formation| formation.person("iain").roles.clear());
        CHECK.passes(COMPANY, |formation| formation.people.truncate(2));
    }
}
