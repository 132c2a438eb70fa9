//! There are more classes than members can keep apart.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "classes-too-many",
    severity: Severity::Warning,
    law: "Practice: each class needs its own meetings, elections and a quorum",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let most = case.limit_count("classes-most").unwrap_or(u32::MAX) as usize;
    match case.classes().map(|classes| classes.list().len()) {
        Some(number) if number > most => vec![Found::new(
            About::decision("classes"),
            format!("There are {number} classes. Each must elect, meet and be counted apart."),
            "Join classes that want the same things. Hear the others as observers.",
        )],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;
    use crate::decision::Class;

    #[test]
    fn the_classes_are_few() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| {
            formation.class_votes(&[]);
            formation.classes(|list| {
                for name in ["One", "Two", "Three"] {
                    let class = Class { name: name.to_owned(), first_members: Vec::new(), ..list[1].clone() };
                    list.push(class);
                }
            });
        });
    }
}
