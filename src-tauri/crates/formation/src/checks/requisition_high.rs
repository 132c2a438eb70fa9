//! So many members must ask for a meeting that few ever will.

use super::{About, Case, Check, Found, Severity};
use crate::text::percent;

pub(super) const CHECK: Check = Check {
    id: "requisition-high",
    severity: Severity::Warning,
    law: "Practice: democratic control, the second co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(share), Some(large)) =
        (case.limit_share("requisition-fair"), case.limit_count("members-large"))
    else {
        return Vec::new();
    };
    let Some(asked) = case.quorum("meeting-requisition") else { return Vec::new() };
    if !case.formation.form.is_society() || asked.share.is_none_or(|asked| asked <= share) {
        return Vec::new();
    }
    let many = large.max(case.expected_members());
    vec![Found::new(
        About::decision("meeting-requisition"),
        format!("With {many} members, {} must ask before a meeting is held.", asked.of(many)),
        format!("Choose {} of the members, or a small number.", percent(share)),
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn members_can_make_a_meeting_happen() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:meeting-requisition", |formation| {
            formation.taking_part("meeting-requisition", Some(20), 2);
        });
        CHECK.passes(COMPANY, |formation| formation.taking_part("meeting-requisition", Some(20), 2));
    }
}
