//! A trade code is none of those that co-ops use most.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "trade-code-unfamiliar",
    severity: Severity::Advice,
    law: "Companies House\u{2019}s condensed list of SIC 2007",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(Value::Codes(codes)) = case.answer("sic-codes") else { return Vec::new() };
    let known = |code: &str| case.law.trade_codes().iter().any(|entry| entry.code == code);
    codes
        .iter()
        .filter(|code| code.len() == 5 && !known(code))
        .map(|code| {
            Found::new(
                About::decision("sic-codes"),
                format!("We do not know the trade code {code}. It may be right."),
                "Look it up once on the list of SIC codes on GOV.UK.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn an_unfamiliar_trade_code_is_looked_up() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:sic-codes", |formation| {
            formation.agree("sic-codes", Value::Codes(vec!["10711".to_owned()]));
        });
    }
}
