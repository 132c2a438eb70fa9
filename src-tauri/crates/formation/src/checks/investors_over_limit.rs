//! Those who only put money in have too much of the vote.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Classes;
use crate::text::percent;

pub(super) const CHECK: Check = Check {
    id: "investors-over-limit",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.2; the Financial Conduct Authority\u{2019}s guidance on \
        registering, ch.4; the ceiling of the former European Cooperative Society",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(have), Some(limit)) = (investors_votes(case), case.limit_share("investor-votes-most")) else {
        return Vec::new();
    };
    if have <= limit {
        return Vec::new();
    }
    vec![Found::new(
        About::decision(where_they_stand(case)),
        format!("Investors have {} of the vote, and could stop what all others want.", percent(have)),
        format!("Give them {} or less.", percent(limit)),
    )]
}

/// Returns what part of the vote investors have, in hundredths of a percent; none where there are no investors.
pub(super) fn investors_votes(case: &Case<'_>) -> Option<u32> {
    let classes = case.classes().filter(|classes| classes.investors().next().is_some())?;
    if classes.is_weighted() {
        return Some(classes.investors().filter_map(|class| class.votes).sum());
    }
    case.percent("investor-votes")
}

/// Returns the question that gives investors their votes.
pub(super) fn where_they_stand(case: &Case<'_>) -> &'static str {
    if case.classes().is_some_and(Classes::is_weighted) { "classes" } else { "investor-votes" }
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn investors_stay_below_the_limit() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| formation.class_votes(&[40, 30, 30]));
        CHECK.fails(CLASSES, "decision:investor-votes", |formation| {
            formation.class_votes(&[]);
            formation.share("investor-votes", 26);
        });
    }
}
