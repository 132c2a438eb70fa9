//! What one member's vote weighs where classes of members have fixed shares of the whole vote: a worked example beside
//! the classes, on the first day and with as many members as the group expects. It knows nothing of papers.

use minijinja::Value as Name;

use super::facts::row;
use crate::checks::Case;
use crate::decision::{Classes, Value};
use crate::text::{Given, percent};

/// How many members a class of the example has where the group cannot tell how many it expects.
const EXAMPLE: u32 = 40;

/// Returns `later`, how many members each class has in the example, and `rows`, one for each class: `name`, `share`,
/// `founders`, and what one vote weighs on the `first_day` (empty where nobody votes) and `later`. No rows where all
/// vote together.
pub(super) fn facts(case: &Case<'_>) -> Name {
    let weighted = case.classes().filter(|classes| classes.is_weighted());
    let later = weighted.map_or(EXAMPLE, |classes| in_each(case, classes));
    let rows: Name = weighted.map(|classes| rows(case, classes, later)).into_iter().flatten().collect();
    row([("later", Name::from(later)), ("rows", rows)])
}

/// As many members in each class as there are when those expected belong to all classes in equal numbers.
fn in_each(case: &Case<'_>, classes: &Classes) -> u32 {
    let expected = case.count("expected-members");
    let each = expected.and_then(|all| all.checked_div(u32::try_from(classes.list().len()).ok()?));
    each.filter(|each| *each > 0).unwrap_or(EXAMPLE)
}

fn rows(case: &Case<'_>, classes: &Classes, later: u32) -> Vec<Name> {
    let least = match case.answer("small-class") {
        Some(Value::Count(least)) => *least,
        _ => 1,
    };
    let founders: Vec<u32> = classes
        .list()
        .iter()
        .map(|class| u32::try_from(class.first_members.len()).unwrap_or(u32::MAX))
        .collect();
    let then = vec![later; founders.len()];
    let first_day = classes.shares_of_the_vote(&founders, least);
    let grown = classes.shares_of_the_vote(&then, least);
    let named = classes.list().iter().zip(&founders).zip(first_day.iter().zip(&grown));
    named
        .map(|((class, founders), (first_day, grown))| {
            row([
                ("name", Given::name(class.name.trim())),
                ("share", Name::from(percent(class.votes.unwrap_or_default()))),
                ("founders", Name::from(*founders)),
                ("first_day", Name::from(one_vote(*first_day, *founders))),
                ("later", Name::from(one_vote(*grown, later))),
            ])
        })
        .collect()
}

/// What one vote weighs of a share that so many have together, to a hundredth of a percent.
fn one_vote(share: u32, members: u32) -> String {
    let rounded = share.saturating_add(members / 2).checked_div(members);
    rounded.map(percent).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::tried::{CLASSES, with_case};
    use crate::formation::Formation;

    /// What one vote of each class weighs on the first day and later.
    fn weights(case: &Case<'_>) -> Vec<[String; 2]> {
        let rows = facts(case).get_attr("rows").unwrap();
        let weights = |row: Name| ["first_day", "later"].map(|name| row.get_attr(name).unwrap().to_string());
        rows.try_iter().unwrap().map(weights).collect()
    }

    #[test]
    fn one_vote_of_forty_with_thirty_percent_weighs_three_quarters_of_a_percent() {
        assert_eq!(one_vote(3_000, 40), "0.75%");
        assert_eq!(one_vote(3_000, 0), "");
        assert_eq!(one_vote(1_000, 3), "3.33%");
    }

    #[test]
    fn a_class_that_is_still_small_weighs_less_than_its_share() {
        let expect = |members| move |formation: &mut Formation| formation.number("expected-members", members);
        // One supporter of the three that a tenth of the vote needs; later, forty in each class.
        with_case(CLASSES, expect(120), |case| {
            let weights = weights(case);
            let later: Vec<&str> = weights.iter().map(|row| row[1].as_str()).collect();
            assert_eq!(weights[2][0], "3.33%");
            assert_eq!(later, ["1.25%", "1%", "0.25%"]);
        });
        with_case(CLASSES, expect(2), |case| assert_eq!(in_each(case, case.classes().unwrap()), EXAMPLE));
    }

    #[test]
    fn there_is_no_example_where_all_vote_together() {
        with_case(CLASSES, |formation| formation.class_votes(&[]), |case| assert!(weights(case).is_empty()));
    }
}
