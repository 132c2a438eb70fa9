//! Those who only put money in have more of the vote than is usual.

use super::investors_over_limit::{investors_votes, where_they_stand};
use super::{About, Case, Check, Found, Severity};
use crate::text::percent;

pub(super) const CHECK: Check = Check {
    id: "investors-above-usual",
    severity: Severity::Warning,
    law: "Good practice; the second and third co-operative principles",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(have), Some(usual)) = (investors_votes(case), case.limit_share("investor-votes-usual")) else {
        return Vec::new();
    };
    if have <= usual {
        return Vec::new();
    }
    vec![Found::new(
        About::decision(where_they_stand(case)),
        format!(
            "Investors have {} of the vote. Most co-ops give them {} at most.",
            percent(have),
            percent(usual)
        ),
        "Give them less, or write down why. The registrar will ask whether those who use the co-op control it.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn investors_have_the_usual_votes() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| formation.class_votes(&[50, 30, 20]));
    }
}
