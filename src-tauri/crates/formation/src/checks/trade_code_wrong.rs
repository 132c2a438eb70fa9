//! A trade code is not five digits.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "trade-code-wrong",
    severity: Severity::Blocker,
    law: "Companies Act 2006, s.9(5A); Companies House\u{2019}s condensed list of SIC 2007",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(Value::Codes(codes)) = case.answer("sic-codes") else { return Vec::new() };
    codes
        .iter()
        .filter(|code| code.len() != 5 || !code.bytes().all(|byte| byte.is_ascii_digit()))
        .map(|code| {
            Found::new(
                About::decision("sic-codes"),
                format!("\u{201c}{code}\u{201d} is not a trade code: one has five digits."),
                "Look it up on the list of SIC codes on GOV.UK, and write all five digits, noughts too.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn a_trade_code_has_five_digits() {
        CHECK.passes(COMPANY, |_| {});
        for wrong in ["1071", "107100", "1071O"] {
            CHECK.fails(COMPANY, "decision:sic-codes", |formation| {
                formation.agree("sic-codes", Value::Codes(vec![wrong.to_owned()]));
            });
        }
    }
}
