//! Investors have no way to put money in.

use super::{About, Case, Check, Found, Severity};
use crate::decision::{Class, Holding};

pub(super) const CHECK: Check = Check {
    id: "investors-without-a-way-in",
    severity: Severity::Warning,
    law: "Practice: a class that nobody can belong to; a company limited by guarantee has no shares",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(classes) = case.classes() else { return Vec::new() };
    let shares = case.formation.form.has_shares();
    let lend = case.chose("member-loans", "allowed-with-ceiling");
    let stuck = |class: &&Class| !(lend || shares && class.holding == Holding::SeveralShares);
    classes
        .investors()
        .filter(stuck)
        .map(|class| {
            Found::new(
                About::decision("classes"),
                format!(
                    "\u{201c}{}\u{201d} are to put money in, and may neither lend nor hold several shares.",
                    class.name.trim()
                ),
                "Let them hold several shares, or allow loans from members.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn investors_can_put_money_in() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| {
            formation.choose("member-loans", "not-allowed");
            formation.classes(|list| list[2].holding = Holding::OneShare);
        });
    }
}
