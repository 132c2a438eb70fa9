//! The seats of the classes do not fit the board.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Class;

pub(super) const CHECK: Check = Check {
    id: "class-seats-over-board-size",
    severity: Severity::Blocker,
    law: "Practice: such a board can never be filled",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(classes), Some(size)) = (case.classes(), case.range("board-size")) else { return Vec::new() };
    let sum = |part: fn(&Class) -> u32| classes.list().iter().map(part).fold(0, u32::saturating_add);
    let (least, most) = (sum(|class| class.seats.at_least), sum(|class| class.seats.at_most.unwrap_or(0)));
    let message = match size.at_most {
        Some(limit) if least > limit => {
            format!("The classes have at least {least} seats, and the board has at most {limit}.")
        }
        _ if most < size.at_least => {
            format!("The classes have at most {most} seats, and the board needs at least {}.", size.at_least)
        }
        _ => return Vec::new(),
    };
    vec![Found::new(
        About::decision("classes"),
        message,
        "Change the seats of the classes or the size of the board.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn seats_fit_the_board() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| formation.between("board-size", 3, Some(3)));
        CHECK.fails(CLASSES, "decision:classes", |formation| formation.between("board-size", 10, Some(12)));
    }
}
