//! A society's rules allow a committee of fewer than three.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "committee-rule-small",
    severity: Severity::Blocker,
    law: "Practice: the Act sets no number, but registrars and model rules expect three",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(least) = case.limit_count("committee-society") else { return Vec::new() };
    let Some(size) = case.range("board-size").filter(|size| size.at_least < least) else { return Vec::new() };
    if !case.formation.form.is_society() {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("board-size"),
        format!(
            "The rules allow a board of {}. A society\u{2019}s committee should have at least {least}.",
            size.at_least
        ),
        format!("Set the least number of directors to {least} or more."),
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn the_rules_ask_for_three() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.between("board-size", 3, Some(5)));
        CHECK.fails(SOCIETY, "decision:board-size", |formation| formation.between("board-size", 2, Some(5)));
        CHECK.passes(COMPANY, |formation| formation.between("board-size", 2, Some(5)));
    }
}
