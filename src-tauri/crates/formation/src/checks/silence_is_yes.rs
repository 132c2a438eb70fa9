//! A member who does not answer counts as in favour.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "silence-is-yes",
    severity: Severity::Warning,
    law: "Companies Act 2006, ss.288\u{2013}300; Practice: democratic control, the second co-operative \
        principle",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    if !case.chose("silence", "yes") {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("silence"),
        "Someone who does not read their e-mail counts as in favour. A decision can pass that \
         nobody supports.",
        "Leave those out who do not answer, or count them against.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn silence_is_not_consent() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(SOCIETY, "decision:silence", |formation| formation.choose("silence", "yes"));
    }
}
