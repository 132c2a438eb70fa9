//! A class that uses the co-op has far more of the board than of the vote.

use super::{About, Case, Check, Found, Severity};
use crate::text::percent;

pub(super) const CHECK: Check = Check {
    id: "class-seats-over-votes",
    severity: Severity::Warning,
    law: "Practice: a class capped in votes but not in seats rules from the board",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(classes), Some(size)) = (case.classes(), case.range("board-size")) else { return Vec::new() };
    let board = size.at_most.unwrap_or(size.at_least).max(1);
    let seats_and_votes =
        classes.users().filter_map(|class| Some((class, class.seats.at_most?, class.votes?)));
    seats_and_votes
        // One seat is a voice, however small the board.
        .filter(|(_, seats, _)| *seats > 1)
        .filter(|(_, seats, votes)| u64::from(*seats) * 10_000 >= 2 * u64::from(*votes) * u64::from(board))
        .map(|(class, seats, votes)| {
            Found::new(
                About::decision("classes"),
                format!(
                    "\u{201c}{}\u{201d} have {} of the vote, and may fill {seats} of {board} seats on the board.",
                    class.name.trim(),
                    percent(votes)
                ),
                "Give the class fewer seats, or a larger share of the vote.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;
    use crate::decision::Range;

    #[test]
    fn seats_follow_votes() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| {
            formation.between("board-size", 3, Some(8));
            formation.class_votes(&[40, 20, 40]);
            formation.classes(|list| {
                list[2].tie = crate::decision::Tie::Uses;
                list[1].seats = Range { at_least: 1, at_most: Some(4) };
            });
        });
        CHECK.passes(CLASSES, |formation| {
            formation.between("board-size", 3, Some(8));
            formation.classes(|list| list[1].seats = Range { at_least: 1, at_most: Some(1) });
        });
    }
}
