//! Quarrels are decided by those who may be part of them.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "members-judge-themselves",
    severity: Severity::Advice,
    law: "Practice: natural justice; Co-operative and Community Benefit Societies Act 2014, s.137",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("disputes", "members-decide") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("disputes"),
        "A members\u{2019} meeting decides every quarrel. In a small group, everyone has taken \
         sides by then.",
        "Let somebody from outside mediate, and if that fails, decide.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn somebody_from_outside_can_help() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:disputes", |formation| formation.choose("disputes", "members-decide"));
    }
}
