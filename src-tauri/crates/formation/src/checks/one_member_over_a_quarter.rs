//! One founder's single vote weighs more than a quarter of all.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;
use crate::text::percent;

pub(super) const CHECK: Check = Check {
    id: "one-member-over-a-quarter",
    severity: Severity::Warning,
    law: "Companies Act 2006, sch.1A, for a company; the second co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(classes) = case.classes().filter(|classes| classes.is_weighted()) else { return Vec::new() };
    let Some(most) = case.limit_share("control-share") else { return Vec::new() };
    let least = match case.answer("small-class") {
        Some(Value::Count(least)) => *least,
        _ => 1,
    };
    let founders =
        |class: &crate::decision::Class| u32::try_from(class.first_members.len()).unwrap_or(u32::MAX);
    let members: Vec<u32> = classes.list().iter().map(founders).collect();
    let shares = classes.shares_of_the_vote(&members, least);
    classes
        .list()
        .iter()
        .zip(shares.iter().zip(&members))
        .filter_map(|(class, (share, members))| Some((class, share.checked_div(*members)?)))
        .filter(|(_, each)| *each > most)
        .map(|(class, each)| {
            Found::new(
                About::decision("classes"),
                format!(
                    "On the first day, one vote in the class \u{201c}{}\u{201d} weighs {} of the whole.",
                    class.name.trim(),
                    percent(each)
                ),
                "Begin with more members in that class, or ask for more members before a class has its full share. \
                    In a company, the register must name whoever has more than 25%.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::CLASSES;
    use super::*;

    #[test]
    fn no_single_vote_weighs_more_than_a_quarter() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| {
            formation.choose("small-class", "one");
            formation.classes(|list| list[0].first_members.truncate(1));
        });
    }
}
