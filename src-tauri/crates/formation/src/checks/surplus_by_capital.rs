//! A text shares the surplus by money put in.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "surplus-by-capital",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.2(3); the FCA\u{2019}s guidance \
        on registering, ch.4",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(Value::Other(text)) = case.answer("member-share-of-surplus") else { return Vec::new() };
    let said = text.to_lowercase();
    if !["share", "capital", "invest", "money put in"].iter().any(|word| said.contains(word)) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("member-share-of-surplus"),
        format!("\u{201c}{text}\u{201d} sounds as if those who put in more money get more."),
        "Share by work or trade, or equally. A co-op does not exist to pay for money.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn the_surplus_follows_the_work() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |formation| {
            formation.agree("member-share-of-surplus", Value::Other("by days worked".to_owned()));
        });
        CHECK.fails(SOCIETY, "decision:member-share-of-surplus", |formation| {
            formation.agree("member-share-of-surplus", Value::Other("by capital held".to_owned()));
        });
    }
}
