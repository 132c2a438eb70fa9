//! Fewer may close the co-op than the law asks.

use super::{About, Case, Check, Found, Severity};
use crate::text::percent;
use crate::text::phrase::majority;

pub(super) const CHECK: Check = Check {
    id: "closing-majority-below-law",
    severity: Severity::Blocker,
    law: "Insolvency Act 1986, s.84; Companies Act 2006, s.283",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(asked), Some(least)) =
        (case.majority("closing-majority"), case.limit_share("winding-up-resolution"))
    else {
        return Vec::new();
    };
    if asked.share.floor() >= least {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("closing-majority"),
        format!(
            "Your rules let {} close the co-op. The law asks for {} of them.",
            majority(&asked),
            percent(least)
        ),
        format!("Choose {} or more.", percent(least)),
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;
    use crate::decision::Share;

    #[test]
    fn closing_needs_three_quarters() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:closing-majority", |formation| {
            formation.votes("closing-majority", Share::TwoThirds);
        });
    }
}
