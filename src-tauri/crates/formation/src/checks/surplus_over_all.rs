//! More than the whole surplus is given away.

use super::{About, Case, Check, Found, Severity};
use crate::text::percent;

pub(super) const CHECK: Check = Check {
    id: "surplus-over-all",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.14(12); practice: the parts \
        cannot be more than the whole",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let reserve = case.percent("reserve-share").unwrap_or(0);
    let causes = case.percent("causes-share").unwrap_or(0);
    if reserve + causes <= 10_000 {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("causes-share"),
        format!(
            "{} of the surplus is put aside and {} given to causes. That is more than there is.",
            percent(reserve),
            percent(causes)
        ),
        "Make the two together 100% or less.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn the_parts_are_no_more_than_the_whole() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:causes-share", |formation| {
            formation.share("reserve-share", 80);
            formation.share("causes-share", 30);
        });
    }
}
