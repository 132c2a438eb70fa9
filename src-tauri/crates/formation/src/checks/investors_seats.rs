//! Investors have more of the board than of the vote.

use super::investors_over_limit::investors_votes;
use super::{About, Case, Check, Found, Severity};
use crate::text::percent;

pub(super) const CHECK: Check = Check {
    id: "investors-seats",
    severity: Severity::Warning,
    law: "Good practice: a class capped in votes but not in seats rules from the board",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(classes), Some(votes), Some(size)) =
        (case.classes(), investors_votes(case), case.range("board-size"))
    else {
        return Vec::new();
    };
    let seats: u32 = classes.investors().filter_map(|class| class.seats.at_most).sum();
    let board = size.at_most.unwrap_or(size.at_least).max(1);
    // One seat is a voice, however small the board.
    if seats <= 1 || u64::from(seats) * 10_000 <= u64::from(votes) * u64::from(board) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("classes"),
        format!(
            "Investors have {} of the vote, and up to {seats} of {board} seats on the board.",
            percent(votes)
        ),
        "Give them one seat or none.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn investors_have_no_more_seats_than_votes() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| {
            formation.classes(|list| list[2].seats.at_most = Some(3));
        });
    }
}
