//! The first directors are more or fewer than the rules allow.

use super::wording::are;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "first-board-size",
    severity: Severity::Warning,
    law: "Practice: rules must be kept from the first day",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(size) = case.range("board-size") else { return Vec::new() };
    let have = case.director_count();
    let said = match size.at_most {
        _ if have == 0 => return Vec::new(),
        _ if have < size.at_least => format!("at least {}", size.at_least),
        Some(most) if have > most => format!("at most {most}"),
        _ => return Vec::new(),
    };
    vec![Found::new(
        About::People,
        format!(
            "There {} with the role of {}, and your rules say {said}.",
            are(have),
            case.formation.form.director_word()
        ),
        "Change who has that role, or change the size of the board.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn the_first_board_has_the_size_of_the_rules() {
        CHECK.passes(SOCIETY, |_| {});
        // A collective has no size.
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(SOCIETY, "people", |formation| formation.between("board-size", 4, Some(6)));
        CHECK.fails(SOCIETY, "people", |formation| formation.between("board-size", 1, Some(2)));
        CHECK.passes(SOCIETY, |formation| formation.between("board-size", 3, None));
    }
}
