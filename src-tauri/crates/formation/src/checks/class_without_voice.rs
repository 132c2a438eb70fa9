//! A class that uses the co-op has no vote or no seat.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Class;

pub(super) const CHECK: Check = Check {
    id: "class-without-voice",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.2; the Financial Conduct Authority\u{2019}s guidance on \
        registering, ch.4; the second co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(classes) = case.classes() else { return Vec::new() };
    let mute = |class: &Class| match (class.votes, class.seats.at_most) {
        (Some(0), _) => Some("no share of the vote"),
        (_, Some(0)) => Some("no seat on the board"),
        _ => None,
    };
    classes
        .users()
        .filter_map(|class| Some((class, mute(class)?)))
        .map(|(class, lack)| {
            Found::new(
                About::decision("classes"),
                format!("\u{201c}{}\u{201d} uses the co-op and has {lack}.", class.name.trim()),
                "Give it one, or make its people supporters without membership.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;
    use crate::decision::Range;

    #[test]
    fn users_are_heard() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| formation.class_votes(&[50, 0, 50]));
        CHECK.fails(CLASSES, "decision:classes", |formation| {
            formation.classes(|list| list[1].seats = Range { at_least: 0, at_most: Some(0) });
        });
    }
}
