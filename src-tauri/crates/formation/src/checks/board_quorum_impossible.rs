//! A board meeting needs more directors than there may be.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "board-quorum-impossible",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.14(6); practice: such a board \
        can never decide",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(quorum) = case.quorum("board-quorum") else { return Vec::new() };
    let least = case.range("board-size").map_or_else(|| case.director_count(), |size| size.at_least);
    let needed = quorum.of(least);
    if least == 0 || needed <= least {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("board-quorum"),
        format!("A board meeting needs {needed} people, and the board can be as small as {least}."),
        format!("Ask for {least} or fewer, or for half of the board."),
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_board_meeting_can_be_held() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:board-quorum", |formation| {
            formation.taking_part("board-quorum", None, 4)
        });
        CHECK.fails(COMPANY, "decision:board-quorum", |formation| {
            formation.taking_part("board-quorum", None, 6)
        });
    }
}
