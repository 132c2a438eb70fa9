//! Members never get a part of a surplus while the co-op lives, and share all that is left when it ends.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "never-shared-until-closing",
    severity: Severity::Warning,
    law: "Practice: money has one path; what is never shared out each year can still be shared by closing",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let never = case.answer("surplus").is_some()
        && (!case.picked("surplus", "members") || case.chose("member-share-of-surplus", "none"));
    if !never || !case.chose("dissolution", "co-ownership") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("dissolution"),
        "Members share no surplus while you go on, and share what is left when you close. Closing then pays.",
        "Choose common ownership for the end, or let members share some of each year\u{2019}s surplus.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, HOUSING};
    use super::*;
    use crate::formation::Formation;

    fn at_the_end(formation: &mut Formation) {
        formation.choose("dissolution", "co-ownership");
        formation.pick("surplus", &["reserve", "causes"]);
    }

    #[test]
    fn what_is_never_shared_is_not_shared_by_closing() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:dissolution", at_the_end);
        CHECK.passes(COMPANY, |formation| {
            at_the_end(formation);
            formation.choose("dissolution", "common-ownership");
        });
        CHECK.passes(COMPANY, |formation| {
            at_the_end(formation);
            formation.pick("surplus", &["reserve", "members"]);
            formation.choose("member-share-of-surplus", "equally");
        });
        CHECK.passes(HOUSING, at_the_end);
    }
}
