//! A partnership has so many members that naming each of them becomes a burden.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "partners-many",
    severity: Severity::Advice,
    law: "Limited Liability Partnerships Act 2000, ss.2(2) and 9",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(most) = case.limit_count("partners-fair") else { return Vec::new() };
    let members = case.member_count();
    if !case.formation.form.is_partnership() || members <= most {
        return Vec::new();
    }
    vec![Found::new(
        About::People,
        format!(
            "There are {members} members. Each must verify their identity first, and each change is reported \
             within 14 days."
        ),
        "Think about a company or a society, where only directors are named in public.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, PARTNERSHIP};
    use super::*;

    #[test]
    fn a_partnership_stays_small() {
        CHECK.passes(PARTNERSHIP, |_| {});
        CHECK.passes(COMPANY, |formation| formation.more_members(20));
        CHECK.fails(PARTNERSHIP, "people", |formation| formation.more_members(20));
    }
}
