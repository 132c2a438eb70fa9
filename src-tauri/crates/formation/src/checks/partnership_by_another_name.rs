//! An association whose members earn together is a partnership in law.

use super::{About, Case, Check, Found, Severity};
use crate::legal::CoopType;

pub(super) const CHECK: Check = Check {
    id: "partnership-by-another-name",
    severity: Severity::Advice,
    law: "Partnership Act 1890, ss.1, 5 and 9",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let earns = matches!(case.formation.coop_type, CoopType::Worker | CoopType::Producer);
    let shares = case.picked("surplus", "members") && !case.chose("member-share-of-surplus", "none");
    if !case.formation.form.is_association() || !(earns || shares) {
        return Vec::new();
    }
    vec![Found::new(
        About::Formation,
        "If you carry on a business together to make a profit, the law sees a partnership. Each partner \
         can then bind all the others.",
        "Keep to trying things out. Form a company or a society before you live on it.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{ASSOCIATION, COMPANY};
    use super::*;

    #[test]
    fn a_buying_group_makes_no_profit() {
        CHECK.passes(ASSOCIATION, |_| {});
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(ASSOCIATION, "formation", |formation| {
            formation.pick("surplus", &["members"]);
            formation.choose("member-share-of-surplus", "equally");
        });
    }
}
