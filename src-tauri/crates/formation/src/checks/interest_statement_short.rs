//! The community interest statement is too short for the Regulator to decide on.

use super::own_words::words;
use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;
use crate::legal::LegalForm;

pub(super) const CHECK: Check = Check {
    id: "interest-statement-short",
    severity: Severity::Warning,
    law: "Companies (Audit, Investigations and Community Enterprise) Act 2004, s.36A; practice: the Regulator refuses what \
          does not say who gains",
    find,
};

/// With fewer words, hardly anybody can say who gains and how.
const FEWEST: usize = 8;

fn find(case: &Case<'_>) -> Vec<Found> {
    if case.formation.form != LegalForm::CommunityInterestCompany {
        return Vec::new();
    }
    let said = |text: &str, least: usize| words(text).count() >= least;
    let mut found = Vec::new();
    if let Some(Value::Lines(lines)) = case.answer("benefits")
        && let Some(line) = lines.iter().find(|line| !said(line, FEWEST))
    {
        found.push(Found::new(
            About::decision("benefits"),
            format!("\u{201c}{line}\u{201d} is too short to show who gains and how."),
            "Say who gains, what changes for them, and about how many they are.",
        ));
    }
    if case.answers.text("company-differs").is_some_and(|text| !said(text, FEWEST)) {
        found.push(Found::new(
            About::decision("company-differs"),
            "This is too short to show how the company differs from a business run for gain.",
            "Say whom you serve, at what price, who decides and what becomes of a surplus.",
        ));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, INTEREST};
    use super::*;

    #[test]
    fn a_statement_says_who_gains() {
        CHECK.passes(INTEREST, |_| {});
        CHECK.passes(COMMUNITY, |_| {});
        CHECK.fails(INTEREST, "decision:benefits", |formation| {
            formation.list("benefits", &["It is good.", "It is good.", "It is good."]);
        });
        CHECK.fails(INTEREST, "decision:company-differs", |formation| {
            formation.say("company-differs", "We are nicer.");
        });
    }
}
