//! The one share of a company costs so much that some cannot join.

use super::{About, Case, Check, Found, Severity};
use crate::money;

pub(super) const CHECK: Check = Check {
    id: "share-price-high",
    severity: Severity::Warning,
    law: "Practice: voluntary and open membership, the first co-operative principle; Companies House\u{2019}s \
        criteria for the word Co-operative",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.formation.form.is_company() {
        return Vec::new();
    }
    match (case.pence("share-value"), case.limit_pence("minimum-share-fair")) {
        (Some(value), Some(limit)) if value > limit => vec![Found::new(
            About::decision("share-value"),
            format!(
                "A member must pay {} for a share. Over {} keeps people out.",
                money(value),
                money(limit)
            ),
            "Choose a smaller share, and let members lend the co-op what it needs.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::{SHARES, SOCIETY};
    use super::*;

    #[test]
    fn a_share_can_be_afforded() {
        CHECK.passes(SHARES, |_| {});
        CHECK.passes(SHARES, |formation| formation.pounds("share-value", 100));
        CHECK.passes(SOCIETY, |formation| formation.pounds("share-value", 500));
        CHECK.fails(SHARES, "decision:share-value", |formation| formation.pounds("share-value", 500));
    }
}
