//! Nobody is a director.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "no-director",
    severity: Severity::Blocker,
    law: "Companies Act 2006, s.154; Co-operative and Community Benefit Societies Act 2014, s.14",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.director_count() >= case.limit_count("directors-company").unwrap_or(1) {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        format!("Nobody is a {} yet.", case.formation.form.director_word()),
        "Give that role to those who will answer for the co-op. In a collective, that is everyone.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;
    use crate::person::Role;

    #[test]
    fn somebody_is_a_director() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "people", |formation| formation.nobody_is(Role::Director));
        CHECK.fails(SOCIETY, "people", |formation| formation.nobody_is(Role::Director));
    }
}
