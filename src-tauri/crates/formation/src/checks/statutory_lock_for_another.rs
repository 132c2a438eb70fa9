//! A charity or a registered landlord takes the statutory asset lock, which is not for it.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "statutory-lock-for-another",
    severity: Severity::Blocker,
    law: "Co-operative and Community Benefit Societies Act 2014, s.29; Community Benefit Societies (Restriction on Use of \
          Assets) Regulations 2006, reg.3",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let what = match case.choice("charity-or-landlord") {
        Some("charity") => "charity",
        Some("landlord") => "registered social landlord",
        _ => return Vec::new(),
    };
    if !case.chose("asset-lock", "statutory") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("asset-lock"),
        format!("You mean to be a {what}. Its rules cannot hold the statutory lock."),
        "Choose a lock of your own rules, and take advice on what the other register asks for.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMMUNITY;
    use super::*;

    #[test]
    fn the_statutory_lock_is_for_neither_charities_nor_landlords() {
        CHECK.passes(COMMUNITY, |_| {});
        for register in ["charity", "landlord"] {
            CHECK.fails(COMMUNITY, "decision:asset-lock", |formation| {
                formation.choose("asset-lock", "statutory");
                formation.choose("charity-or-landlord", register);
            });
            CHECK.passes(COMMUNITY, |formation| {
                formation.choose("asset-lock", "in-rules");
                formation.choose("charity-or-landlord", register);
            });
        }
    }
}
