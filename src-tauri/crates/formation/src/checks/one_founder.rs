//! One founder alone cannot be a co-op.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "one-founder",
    severity: Severity::Warning,
    law: "Practice: Statement on the Co-operative Identity, \u{201c}an autonomous association of \
        persons\u{201d}; Companies House\u{2019}s criteria for the word Co-operative",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.formation.form.is_company() || case.member_count() != 1 {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        "There is one founder member. The law allows it, but one person is not a co-operative.",
        "Find at least one more person before you register. Two or three make a co-op that can last.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_co_op_is_more_than_one() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "people", |formation| formation.people.truncate(1));
    }
}
