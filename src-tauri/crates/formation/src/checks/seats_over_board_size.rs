//! More seats are kept than the board has.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "seats-over-board-size",
    severity: Severity::Blocker,
    law: "Practice: such a board can never be filled",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(Value::Seats(seats)) = case.answer("board-seats") else { return Vec::new() };
    let kept: u32 = seats.iter().map(|seat| seat.seats).sum();
    match case.range("board-size").and_then(|size| size.at_most) {
        Some(most) if kept > most && case.chose("board-make-up", "seats-kept") => vec![Found::new(
            About::decision("board-seats"),
            format!("{kept} seats are kept for areas of work, and the board has at most {most}."),
            "Keep fewer seats, or make the board larger.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;
    use crate::decision::Seat;

    #[test]
    fn seats_fit_the_board() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:board-seats", |formation| {
            formation.choose("board-make-up", "seats-kept");
            let seats = vec![Seat { group: "Bicycles".to_owned(), seats: 6 }];
            formation.agree("board-seats", Value::Seats(seats));
        });
    }
}
