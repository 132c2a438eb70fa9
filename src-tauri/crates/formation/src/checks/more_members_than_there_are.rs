//! A step needs more members than the co-op has.

use super::wording::are;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "more-members-than-there-are",
    severity: Severity::Warning,
    law: "Practice: a right that nobody can use is none",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const STEPS: [&str; 5] =
        ["members-motions", "ballot-requests", "stopping-a-vote", "admission-objections", "adjourned-least"];
    let have = case.member_count();
    let asked = |slug: &'static str| Some((slug, case.count(slug)?));
    let requisition =
        case.quorum("meeting-requisition").map(|quorum| ("meeting-requisition", quorum.of(have)));
    STEPS
        .into_iter()
        .filter_map(asked)
        .chain(requisition)
        .filter(|(_, needed)| have > 0 && *needed > have)
        .map(|(slug, needed)| {
            Found::new(
                About::decision(slug),
                format!("This needs {needed} members, and there {} founders.", are(have)),
                "Choose a smaller number.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn every_step_can_be_taken() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(COMPANY, "decision:members-motions", |formation| formation.number("members-motions", 6));
        CHECK.fails(COMPANY, "decision:meeting-requisition", |formation| {
            formation.taking_part("meeting-requisition", None, 6);
        });
    }
}
