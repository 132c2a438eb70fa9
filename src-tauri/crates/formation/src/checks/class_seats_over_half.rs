//! A class could fill more than half of the board.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "class-seats-over-half",
    severity: Severity::Warning,
    law: "Good practice; the second co-operative principle: a limit on votes is worth little without one on seats",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(classes), Some(size)) = (case.classes(), case.range("board-size")) else { return Vec::new() };
    let Some(limit) = size.at_most else { return Vec::new() };
    classes
        .list()
        .iter()
        .filter_map(|class| Some((class, class.seats.at_most?)))
        .filter(|(_, most)| most.saturating_mul(2) > limit)
        .map(|(class, most)| {
            Found::new(
                About::decision("classes"),
                format!(
                    "\u{201c}{}\u{201d} may have {most} seats on a board of {limit}: more than half.",
                    class.name.trim()
                ),
                "Give the class half of the seats or fewer, or make the board larger.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn no_class_fills_the_board() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| {
            formation.classes(|list| list[0].seats.at_most = Some(5));
        });
    }
}
