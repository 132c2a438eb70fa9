//! A trade code is not on the registrar's list.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "trade-code-unknown",
    severity: Severity::Blocker,
    law: "Companies Act 2006, s.9(5A); Companies House\u{2019}s condensed list of SIC 2007",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(Value::Codes(codes)) = case.answer("sic-codes") else { return Vec::new() };
    codes
        .iter()
        .filter(|code| case.law.lists().trade_code(code).is_none())
        .map(|code| {
            Found::new(
                About::decision("sic-codes"),
                format!("{code} is not a trade code that Companies House takes."),
                "Look it up on its list of SIC codes. It must have all five digits, noughts too.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn a_trade_code_is_on_the_list() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:sic-codes", |formation| {
            formation.agree("sic-codes", Value::Codes(vec!["10711".to_owned()]));
        });
    }
}
