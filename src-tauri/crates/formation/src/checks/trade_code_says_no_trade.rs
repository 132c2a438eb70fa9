//! The trade code says that the company does nothing.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "trade-code-says-no-trade",
    severity: Severity::Warning,
    law: "Companies Act 2006, s.9(5A); Companies House\u{2019}s condensed list of SIC 2007",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(Value::Codes(codes)) = case.answer("sic-codes") else { return Vec::new() };
    const NO_TRADE: [&str; 2] = ["74990", "99999"];
    codes
        .iter()
        .filter(|code| NO_TRADE.contains(&code.as_str()))
        .map(|code| {
            Found::new(
                About::decision("sic-codes"),
                format!("The trade code {code} is for a company that does not trade."),
                "Choose the code of what you will do. Banks turn away companies that say they do nothing.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn the_company_trades() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:sic-codes", |formation| {
            formation.agree("sic-codes", Value::Codes(vec!["99999".to_owned()]));
        });
    }
}
