//! A company's members need more support to call a meeting than the law asks.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Quorum;
use crate::text::percent;

pub(super) const CHECK: Check = Check {
    id: "requisition-above-law",
    severity: Severity::Warning,
    law: "Companies Act 2006, s.303",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(share) = case.limit_share("requisition-company") else { return Vec::new() };
    let Some(asked) = case.quorum("meeting-requisition") else { return Vec::new() };
    let by_law = Quorum { share: Some(share), at_least: None, at_most: None };
    // Now, and when the co-op has grown.
    let sizes = [case.member_count(), case.expected_members(), 100];
    if !case.formation.form.is_company()
        || sizes.iter().all(|size| asked.of(*size) <= by_law.of(*size).max(1))
    {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("meeting-requisition"),
        format!(
            "You ask more members to call a meeting than the law does. In a company, {} can always call one.",
            percent(share)
        ),
        format!("Choose {} of the members.", percent(share)),
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn members_can_call_a_meeting() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:meeting-requisition", |formation| {
            formation.taking_part("meeting-requisition", Some(10), 2);
        });
        CHECK.fails(COMPANY, "decision:meeting-requisition", |formation| {
            formation.taking_part("meeting-requisition", None, 3);
        });
        CHECK.passes(SOCIETY, |formation| formation.taking_part("meeting-requisition", Some(10), 2));
    }
}
