//! One director alone can hold a board meeting.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "board-quorum-of-one",
    severity: Severity::Warning,
    law: "Practice: democratic control, the second co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(quorum) = case.quorum("board-quorum") else { return Vec::new() };
    let least = case.range("board-size").map_or_else(|| case.director_count(), |size| size.at_least);
    if least < 2 || quorum.of(least) > 1 {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("board-quorum"),
        format!(
            "One {} alone makes a board meeting and can decide for all.",
            case.formation.form.director_word()
        ),
        "Ask for at least 2 people, or half of them.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn a_board_meeting_is_more_than_one() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:board-quorum", |formation| {
            formation.taking_part("board-quorum", None, 1)
        });
    }
}
