//! A text of a company's group takes away a right that its members always have.

use super::own_words::{holds_phrase, own_words};
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "own-words-bar-proxies",
    severity: Severity::Warning,
    law: "Companies Act 2006, ss.288\u{2013}300, 303, 321 and 324",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const TAKEN: [(&str, &str); 6] = [
        ("no proxies", "send somebody to vote for them"),
        ("no proxy", "send somebody to vote for them"),
        ("proxies are not", "send somebody to vote for them"),
        ("vote by proxy is not", "send somebody to vote for them"),
        ("no polls", "ask for a counted vote"),
        ("silence", "be counted only when they have said yes"),
    ];
    if !case.formation.form.is_company() {
        return Vec::new();
    }
    own_words(case)
        .into_iter()
        .filter_map(|own| {
            let text = own.text.to_lowercase();
            let (said, right) = TAKEN.iter().find(|(said, _)| holds_phrase(&text, said))?;
            Some(Found::new(
                own.about,
                format!("This says \u{201c}{said}\u{201d}. In a company, members can always {right}."),
                "Take it out. The law would not follow it.",
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;
    use crate::decision::Value;

    #[test]
    fn a_company_keeps_its_members_rights() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |formation| formation.say("purpose", "We mend. No proxies here."));
        CHECK.fails(COMPANY, "decision:purpose", |formation| {
            formation.say("purpose", "We bake. No proxies here.")
        });
        CHECK.fails(COMPANY, "decision:decision-method", |formation| {
            formation.agree("decision-method", Value::Other("silence means yes".to_owned()));
        });
        CHECK.fails_in_rules(COMPANY, "There are no proxies.");
    }
}
