//! A part of each member's share of the surplus is kept back, and may be taxed before anybody has it.

use super::{About, Case, Check, Found, Severity};
use crate::text::percent;

pub(super) const CHECK: Check = Check {
    id: "kept-for-members-taxed",
    severity: Severity::Advice,
    law: "Practice: what is set down to a member is often income of that year, whenever it is paid",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(kept) = case.percent("kept-for-members").filter(|kept| *kept > 0) else { return Vec::new() };
    vec![Found::new(
        About::decision("kept-for-members"),
        format!(
            "Your rules keep {} of what members are to get. They may owe tax on all of it before they have it.",
            percent(kept)
        ),
        "Ask an accountant how it is taxed and how it stands in the accounts, before you agree to this.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn members_have_what_they_are_taxed_on() {
        CHECK.passes(SOCIETY, |_| {});
        for example in [SOCIETY, COMPANY] {
            CHECK.fails(example, "decision:kept-for-members", |formation| {
                formation.share("kept-for-members", 50);
            });
        }
        // Where nothing is shared, nothing is kept.
        CHECK.passes(SOCIETY, |formation| {
            formation.share("kept-for-members", 50);
            formation.pick("surplus", &["reserve"]);
        });
    }
}
