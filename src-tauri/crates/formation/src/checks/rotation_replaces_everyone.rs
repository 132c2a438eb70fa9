//! The whole board goes at once, every year.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "rotation-replaces-everyone",
    severity: Severity::Warning,
    law: "Practice: a board needs somebody who knows how things stand",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("rotation", "yearly") || !case.chose("governance", "board") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("rotation"),
        "The whole board stands down every year. One election can leave nobody who knows the accounts.",
        "Let a third or a half of them stand down each year.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::SOCIETY;
    use super::*;

    #[test]
    fn a_board_keeps_some_members() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:rotation", |formation| formation.choose("rotation", "yearly"));
    }
}
