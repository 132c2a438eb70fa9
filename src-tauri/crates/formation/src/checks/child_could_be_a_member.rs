//! Members may hold shares for children, and children of any age may be members themselves.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "child-could-be-a-member",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.31: a child may be a member, but one who is too \
        young cannot sign for money",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let any_age = case.chose("joining-age", "none");
    if !any_age || !case.picked("shared-holdings", "for-a-child") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("joining-age"),
        "Children of any age can join, and a member can also hold shares for a child. So a child can have a vote \
            through the one and not through the other.",
        "Name an age for joining, so that shares for younger children are held for them. Or let nobody hold shares \
            for a child.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMMUNITY;
    use super::*;

    #[test]
    fn a_child_has_one_way_in() {
        CHECK.passes(COMMUNITY, |formation| formation.choose("joining-age", "none"));
        CHECK.passes(COMMUNITY, |formation| formation.pick("shared-holdings", &["for-a-child"]));
        CHECK.fails(COMMUNITY, "decision:joining-age", |formation| {
            formation.choose("joining-age", "none");
            formation.pick("shared-holdings", &["for-a-child"]);
        });
    }
}
