//! More of each member's share of the surplus is kept back than reaches them.

use super::{About, Case, Check, Found, Severity};
use crate::text::percent;

pub(super) const CHECK: Check = Check {
    id: "most-of-it-kept",
    severity: Severity::Warning,
    law: "Practice: what comes at once should cover the tax on the whole",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match (case.percent("kept-for-members"), case.limit_share("kept-share-fair")) {
        (Some(kept), Some(most)) if kept > most => vec![Found::new(
            About::decision("kept-for-members"),
            format!(
                "Members get less than half of their part at once: {} is kept. The tax on all of it can be more than \
                    they get.",
                percent(kept)
            ),
            "Keep half or less, or ask an accountant and say here why more is right for you.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn at_least_half_comes_at_once() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.share("kept-for-members", 50));
        CHECK.fails(SOCIETY, "decision:kept-for-members", |formation| {
            formation.share("kept-for-members", 51);
        });
    }
}
