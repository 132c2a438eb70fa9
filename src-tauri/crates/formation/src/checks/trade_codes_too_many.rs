//! There are too many trade codes, or one twice.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "trade-codes-too-many",
    severity: Severity::Blocker,
    law: "Companies Act 2006, s.9(5A); Companies House\u{2019}s condensed list of SIC 2007",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(Value::Codes(codes)) = case.answer("sic-codes") else { return Vec::new() };
    let Some(most) = case.limit_count("sic-codes") else { return Vec::new() };
    let twice = codes.iter().enumerate().find(|(index, code)| codes[..*index].contains(code));
    let said = if codes.len() > most as usize {
        format!("There are {} trade codes, and Companies House takes {most}.", codes.len())
    } else if codes.is_empty() {
        "There is no trade code, and Companies House wants one.".to_owned()
    } else if let Some((_, code)) = twice {
        format!("The trade code {code} is there twice.")
    } else {
        return Vec::new();
    };
    let fix = format!("Keep between one and {most}, the main trade first.");
    vec![Found::new(About::decision("sic-codes"), said, fix)]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn one_to_four_trade_codes() {
        CHECK.passes(COMPANY, |_| {});
        let codes = |codes: &[&str]| Value::Codes(codes.iter().map(|code| (*code).to_owned()).collect());
        CHECK.fails(COMPANY, "decision:sic-codes", |formation| {
            formation.agree("sic-codes", codes(&["10710", "56102", "47240", "85590", "10720"]));
        });
        CHECK.fails(COMPANY, "decision:sic-codes", |formation| {
            formation.agree("sic-codes", codes(&["10710", "10710"]))
        });
        CHECK.fails(COMPANY, "decision:sic-codes", |formation| formation.agree("sic-codes", codes(&[])));
    }
}
