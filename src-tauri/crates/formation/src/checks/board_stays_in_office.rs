//! Those on the board could keep themselves there.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "board-stays-in-office",
    severity: Severity::Warning,
    law: "Practice: democratic control, the second co-operative principle; who may stand, who fills gaps and who removes \
          decide it together",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(hard) = case.limit_share("rule-change-floor") else { return Vec::new() };
    let removal = case.majority("removal-majority").is_some_and(|asked| asked.share.floor() >= hard);
    let for_ever = case.chose("term-limit", "none");
    let fills_itself = case.chose("gaps", "board");
    // In a company, members can always remove a director by more than half.
    if !(removal && for_ever && fills_itself) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("removal-majority"),
        "Directors may stand for ever, fill gaps among themselves, and are hard to remove.",
        "Change one of the three: let more than half remove a director, let members fill gaps, or set an end to terms.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, COMPANY};
    use super::*;
    use crate::decision::Share;
    use crate::formation::Formation;

    fn lasting(formation: &mut Formation) {
        formation.choose("governance", "board");
        formation.choose("term-limit", "none");
        formation.choose("gaps", "board");
        formation.votes("removal-majority", Share::TwoThirds);
    }

    #[test]
    fn members_can_put_in_others() {
        CHECK.passes(COMMUNITY, |_| {});
        CHECK.fails(COMMUNITY, "decision:removal-majority", lasting);
        CHECK.passes(COMMUNITY, |formation| {
            lasting(formation);
            formation.choose("gaps", "members");
        });
        CHECK.passes(COMMUNITY, |formation| {
            lasting(formation);
            formation.votes("removal-majority", Share::MoreThanHalf);
        });
        CHECK.passes(COMPANY, lasting);
    }
}
