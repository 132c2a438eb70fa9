//! The body named for the asset lock is the company itself, or one whose assets are not locked.

use super::own_words::holds_phrase;
use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;
use crate::legal::LegalForm;

pub(super) const CHECK: Check = Check {
    id: "asset-locked-body-is-not-locked",
    severity: Severity::Blocker,
    law: "Community Interest Company Regulations 2005, reg.2 and sch.1, para.1(4)(a)",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    /// Bodies that need not be locked.
    const UNLOCKED: [&str; 6] = [
        "co-operative society",
        "cooperative society",
        "co-operative limited",
        "cooperative limited",
        "llp",
        "plc",
    ];
    if case.formation.form != LegalForm::CommunityInterestCompany {
        return Vec::new();
    }
    let Some(Value::Other(body)) = case.answer("asset-locked-body") else { return Vec::new() };
    let body = body.to_lowercase();
    let itself = case.name().is_some_and(|name| holds_phrase(&body, &name.to_lowercase()));
    let unlocked = UNLOCKED.iter().find(|phrase| holds_phrase(&body, phrase));
    let message = match (itself, unlocked) {
        (true, _) => "The body named for the asset lock is the company itself.".to_owned(),
        (false, Some(phrase)) => {
            format!(
                "The body named for the asset lock seems to be a \u{201c}{phrase}\u{201d}, which is not locked."
            )
        }
        (false, None) => return Vec::new(),
    };
    vec![Found::new(
        About::decision("asset-locked-body"),
        message,
        "Name a charity, another community interest company, or a society with the statutory lock.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, INTEREST};
    use super::*;
    use crate::formation::Formation;

    fn named(formation: &mut Formation, body: &str) {
        formation.agree("asset-locked-body", Value::Other(body.to_owned()));
    }

    #[test]
    fn the_body_named_is_another_and_locked() {
        CHECK.passes(INTEREST, |_| {});
        CHECK.passes(COMMUNITY, |_| {});
        CHECK.fails(INTEREST, "decision:asset-locked-body", |formation| {
            named(formation, "Kendal Bakers Co-operative Limited");
        });
        CHECK.fails(INTEREST, "decision:asset-locked-body", |formation| {
            named(formation, "Thistle Row Toy Library Community Interest Company");
        });
    }
}
