//! The least number of directors is greater than the most.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Range;

pub(super) const CHECK: Check = Check {
    id: "board-least-over-most",
    severity: Severity::Blocker,
    law: "Practice: such a board can never be filled",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match case.range("board-size") {
        Some(Range { at_least, at_most: Some(most) }) if most < at_least => vec![Found::new(
            About::decision("board-size"),
            format!("The board must have at least {at_least} people and at most {most}. No board can."),
            "Exchange the two numbers, or correct one of them.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn a_board_can_be_filled() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:board-size", |formation| formation.between("board-size", 5, Some(3)));
    }
}
