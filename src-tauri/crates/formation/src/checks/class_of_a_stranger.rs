//! A class names somebody who is no founder member.

use super::wording::called;
use super::{About, Case, Check, Found, Severity};
use crate::decision::Classes;

pub(super) const CHECK: Check = Check {
    id: "class-of-a-stranger",
    severity: Severity::Blocker,
    law: "Practice: the founders\u{2019} papers must name the same people everywhere",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let classes = case.classes().map(Classes::list).unwrap_or_default();
    let members = case.members();
    let strangers = classes.iter().flat_map(|class| class.first_members.iter().map(move |id| (class, id)));
    strangers
        .filter(|(_, id)| !members.iter().any(|founder| founder.id() == id.as_str()))
        .map(|(class, id)| {
            let name = case.formation.people.iter().find(|person| person.id == *id).map(called);
            let who = name.unwrap_or_else(|| format!("The person \u{201c}{id}\u{201d}"));
            Found::new(
                About::decision("classes"),
                format!(
                    "{who} begins in the class \u{201c}{}\u{201d} and is no founder member.",
                    class.name.trim()
                ),
                "Make them a founder member, or take them out of the class.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn classes_hold_founders() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| {
            formation.classes(|list| list[0].first_members.push("nobody".to_owned()));
        });
    }
}
