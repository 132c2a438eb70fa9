//! So many may work here without being members that it is no worker co-op.

use super::{About, Case, Check, Found, Severity};
use crate::text::percent;

pub(super) const CHECK: Check = Check {
    id: "non-members-many",
    severity: Severity::Warning,
    law: "Practice: Worker Co-operative Code",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let allowed = case.percent("non-member-share");
    match (allowed, case.limit_share("non-member-share")) {
        (Some(share), Some(limit)) if share >= limit => vec![Found::new(
            About::decision("non-member-share"),
            format!(
                "{} of those who work here need not be members. Then others decide over them.",
                percent(share)
            ),
            format!("Keep it well under {}.", percent(limit)),
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn most_workers_are_members() {
        CHECK.passes(COMPANY, |formation| formation.choose("non-member-workers", "limited"));
        CHECK.fails(COMPANY, "decision:non-member-share", |formation| {
            formation.choose("non-member-workers", "limited");
            formation.share("non-member-share", 50);
        });
    }
}
