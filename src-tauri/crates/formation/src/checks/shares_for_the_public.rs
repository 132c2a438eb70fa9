//! A company's text promises shares that only a society can offer.

use super::own_words::holding;
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "shares-for-the-public",
    severity: Severity::Warning,
    law: "Companies Act 2006, ss.5 and 755",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const OFFERS: [&str; 6] = [
        "community shares",
        "community share offer",
        "share offer",
        "shares to the public",
        "withdrawable shares",
        "withdrawable share capital",
    ];
    if !case.formation.form.is_company() {
        return Vec::new();
    }
    holding(case, &OFFERS)
        .map(|(own, phrase)| {
            Found::new(
                own.about,
                format!("This speaks of \u{201c}{phrase}\u{201d}. A private company must not offer any."),
                "Take it out. If you want to raise money as shares, form a society instead.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SHARES, SOCIETY};
    use super::*;

    #[test]
    fn a_company_offers_no_shares() {
        let offer = "We bake bread, paid for by a community share offer.";
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SHARES, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.say("purpose", offer));
        CHECK.fails(COMPANY, "decision:purpose", |formation| formation.say("purpose", offer));
        CHECK.fails(SHARES, "decision:purpose", |formation| formation.say("purpose", offer));
        CHECK.fails_in_rules(COMPANY, "The board may make a community share offer.");
    }
}
