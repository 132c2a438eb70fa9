//! A members' meeting needs more members than there are.

use super::wording::are;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "quorum-impossible",
    severity: Severity::Blocker,
    law: "Companies Act 2006, s.318; Co-operative and Community Benefit Societies Act 2014, \
        s.14(5); practice: such a meeting can never decide",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(quorum), have) = (case.quorum("general-meeting-quorum"), case.member_count()) else {
        return Vec::new();
    };
    let needed = quorum.of(have);
    if have == 0 || needed <= have {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("general-meeting-quorum"),
        format!("A members\u{2019} meeting needs {needed} members, and there {} founders.", are(have)),
        format!("Ask for {have} or fewer, or for a share of the members."),
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_meeting_can_be_held() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "decision:general-meeting-quorum", |formation| {
            formation.taking_part("general-meeting-quorum", None, 6);
        });
    }
}
