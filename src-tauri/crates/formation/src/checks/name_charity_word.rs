//! The name makes people think of a charity.

use super::own_words::holds_phrase;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "name-charity-word",
    severity: Severity::Warning,
    law: "Charities Act 2011, s.1; Charities and Trustee Investment (Scotland) Act 2005, s.13",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const WORDS: [&str; 5] = ["charity", "charities", "charitable", "elusen", "elusennol"];
    let Some(name) = case.name() else { return Vec::new() };
    let name = name.to_lowercase();
    WORDS
        .iter()
        .find(|word| holds_phrase(&name, word))
        .map(|word| {
            Found::new(
                About::decision("name"),
                format!("The name says \u{201c}{word}\u{201d}, and these rules are not a charity\u{2019}s."),
                "Choose a name without it. To call yourselves a charity is against the law unless \
                 you are one.",
            )
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_co_op_is_not_called_a_charity() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:name", |formation| {
            formation.say("name", "Northgate Charity Bakers Limited")
        });
        CHECK.fails(SOCIETY, "decision:name", |formation| {
            formation.say("name", "Clyde Charitable Menders Limited")
        });
    }
}
