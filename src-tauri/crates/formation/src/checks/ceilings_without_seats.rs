//! The rules limit how many of a group may sit on the board, and leave the board without enough people.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "ceilings-without-seats",
    severity: Severity::Warning,
    law: "Practice: a ceiling needs a number, and the board needs its people",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("board-make-up", "seats-capped") {
        return Vec::new();
    }
    let Some(Value::Seats(seats)) = case.answer("board-seats") else { return Vec::new() };
    if seats.is_empty() {
        return vec![Found::new(
            About::decision("board-seats"),
            "Each area is to have a ceiling, and no area and no number is named.",
            "Name the areas and how many seats each may fill, or leave the make-up of the board open.",
        )];
    }
    let most: u32 = seats.iter().fold(0, |sum, seat| sum.saturating_add(seat.seats));
    match case.range("board-size") {
        Some(size) if most < size.at_least => vec![Found::new(
            About::decision("board-seats"),
            format!(
                "These areas may fill {most} seats together, and the board must have at least {}.",
                size.at_least
            ),
            "Raise a ceiling, name the areas that are missing, or make the board smaller.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;
    use crate::decision::Seat;
    use crate::formation::Formation;

    fn capped(formation: &mut Formation, seats: &[u32]) {
        formation.choose("governance", "board");
        formation.between("board-size", 3, Some(7));
        formation.choose("board-make-up", "seats-capped");
        let seat = |(at, seats): (usize, &u32)| Seat { group: format!("Area {at}"), seats: *seats };
        formation.agree("board-seats", Value::Seats(seats.iter().enumerate().map(seat).collect()));
    }

    #[test]
    fn ceilings_leave_a_whole_board() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(SOCIETY, |formation| capped(formation, &[2, 2]));
        CHECK.fails(SOCIETY, "decision:board-seats", |formation| capped(formation, &[1, 1]));
        CHECK.fails(SOCIETY, "decision:board-seats", |formation| capped(formation, &[]));
    }
}
