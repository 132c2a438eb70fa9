//! A text of a partnership says that it is not for profit.

use super::own_words::holding;
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "partnership-without-profit",
    severity: Severity::Warning,
    law: "Limited Liability Partnerships Act 2000, s.2(1)(a)",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const CLAIMS: [&str; 5] =
        ["not for profit", "not-for-profit", "non-profit", "nonprofit", "without making a profit"];
    if !case.formation.form.is_partnership() {
        return Vec::new();
    }
    holding(case, &CLAIMS)
        .map(|(own, claim)| {
            Found::new(
                own.about,
                format!(
                    "This says \u{201c}{claim}\u{201d}. A partnership of this kind must carry on business \
                     with a view to profit."
                ),
                "Say what the profit is for, or choose a company or a society.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, PARTNERSHIP};
    use super::*;

    #[test]
    fn a_partnership_means_to_make_a_profit() {
        let claim = "We draw for neighbours, not for profit.";
        CHECK.passes(PARTNERSHIP, |_| {});
        CHECK.passes(COMPANY, |formation| formation.say("purpose", claim));
        CHECK.fails(PARTNERSHIP, "decision:purpose", |formation| formation.say("purpose", claim));
        CHECK.fails_in_rules(PARTNERSHIP, "This is a non-profit.");
    }
}
