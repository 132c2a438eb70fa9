//! Common ownership can be voted away like any other rule.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "common-ownership-not-locked",
    severity: Severity::Warning,
    law: "Practice: autonomy and common ownership; funders ask for it",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("dissolution", "common-ownership") || case.picked("locked-rules", "ending") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("locked-rules"),
        "What is left goes to other co-ops, but members can change that rule and share it among themselves.",
        "Lock the rule on what happens at the end.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn common_ownership_is_locked() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "decision:locked-rules", |formation| {
            formation.pick("locked-rules", &["identity"])
        });
        CHECK.passes(COMPANY, |formation| {
            formation.choose("dissolution", "co-ownership");
            formation.pick("locked-rules", &["identity"]);
        });
    }
}
