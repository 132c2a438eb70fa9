//! People from outside can be half of the board.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "outsiders-outvote-members",
    severity: Severity::Warning,
    law: "Practice: democratic control, the second co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    match (case.count("outside-directors"), case.range("board-size")) {
        (Some(outside), Some(size)) if outside * 2 >= size.at_least => vec![Found::new(
            About::decision("outside-directors"),
            format!(
                "{outside} from outside can sit on a board of {}. Members could be outvoted.",
                size.at_least
            ),
            "Allow fewer, or make the board larger.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn members_hold_the_board() {
        CHECK.passes(SOCIETY, |formation| formation.number("outside-directors", 1));
        CHECK.fails(SOCIETY, "decision:outside-directors", |formation| {
            formation.number("outside-directors", 2)
        });
    }
}
