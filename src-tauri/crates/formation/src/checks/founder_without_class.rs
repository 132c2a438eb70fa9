//! A founder member belongs to no class.

use super::wording::founder_called;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "founder-without-class",
    severity: Severity::Blocker,
    law: "Practice: the rules put each member into one class, and a founder without one could not vote",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(classes) = case.classes() else { return Vec::new() };
    let placed =
        |id: &str| classes.list().iter().any(|class| class.first_members.iter().any(|one| one == id));
    case.members()
        .into_iter()
        .filter(|founder| !placed(founder.id()))
        .map(|founder| {
            Found::new(
                About::decision("classes"),
                format!("{} is a founder member and begins in no class.", founder_called(founder)),
                "Say in which class they begin.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn each_founder_has_a_class() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| formation.more_members(1));
    }
}
