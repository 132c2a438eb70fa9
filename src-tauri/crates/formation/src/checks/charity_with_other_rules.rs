//! A society means to be a charity or a registered landlord, and these rules are written for neither.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "charity-with-other-rules",
    severity: Severity::Warning,
    law: "Charities Act 2011, s.1; Charities and Trustee Investment (Scotland) Act 2005, s.7; Housing and Regeneration Act \
          2008, s.112",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let what = match case.choice("charity-or-landlord") {
        Some("charity") => "a charity",
        Some("landlord") => "a registered landlord",
        _ => return Vec::new(),
    };
    vec![Found::new(
        About::decision("charity-or-landlord"),
        format!("You mean to be {what}. These rules do not say all that its register looks for."),
        "Take advice before you apply. A model written for that register will serve you better.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMMUNITY;
    use super::*;

    #[test]
    fn another_register_asks_for_other_rules() {
        CHECK.passes(COMMUNITY, |_| {});
        CHECK.fails(COMMUNITY, "decision:charity-or-landlord", |formation| {
            formation.choose("charity-or-landlord", "charity");
        });
    }
}
