//! A text of the group claims that the co-op is a charity.

use super::own_words::own_words;
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "own-words-charity",
    severity: Severity::Warning,
    law: "Charities Act 2011, s.1; Charities and Trustee Investment (Scotland) Act 2005, s.13",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const CLAIMS: [&str; 4] =
        ["exclusively charitable", "charitable purposes", "charitable objects", "registered charity"];
    own_words(case)
        .into_iter()
        // The body that is named for an asset lock often is one.
        .filter(|own| !own.answers(&["asset-locked-body"]))
        .filter_map(|own| {
            let text = own.text.to_lowercase();
            let claim = CLAIMS.iter().find(|claim| text.contains(*claim))?;
            Some(Found::new(
                own.about,
                format!("This says \u{201c}{claim}\u{201d}. These rules are not a charity\u{2019}s."),
                "Say what good you do in other words. If you want to be a charity, ask an adviser first.",
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_worker_co_op_is_no_charity() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:purpose", |formation| {
            formation.say("purpose", "We bake for exclusively charitable purposes.");
        });
        CHECK.fails_in_rules(COMPANY, "The co-op is a registered charity.");
        CHECK.fails_in_an_answer(SOCIETY, "It serves charitable purposes.");
    }
}
