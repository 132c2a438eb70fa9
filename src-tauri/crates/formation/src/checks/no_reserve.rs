//! Nothing of the surplus is put aside.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "no-reserve",
    severity: Severity::Warning,
    law: "Practice: members' economic participation, the third co-operative principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let none = case.chose("reserve-share", "none");
    let left_out = case.answer("surplus").is_some() && !case.picked("surplus", "reserve");
    if !none && !left_out {
        return Vec::new();
    }
    let slug = if none { "reserve-share" } else { "surplus" };
    vec![Found::new(
        About::decision(slug),
        "Nothing must be put aside in a good year for a bad one.",
        "Put a part of each surplus aside. Many groups take a fifth.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn something_is_put_aside() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:surplus", |formation| formation.pick("surplus", &["members"]));
        CHECK.fails(COMPANY, "decision:reserve-share", |formation| formation.choose("reserve-share", "none"));
    }
}
