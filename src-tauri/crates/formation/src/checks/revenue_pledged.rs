//! A text promises a share of what comes in, before anybody knows what it costs.

use super::own_words::{own_words, words};
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "revenue-pledged",
    severity: Severity::Warning,
    law: "Practice: a share of income promised before costs can be owed in a year with a loss",
    find,
};

/// How many words a share stands before what it is a share of.
const NEAR: usize = 5;
/// Among how many words before it stands the "of".
const JOINED: usize = 3;

fn find(case: &Case<'_>) -> Vec<Found> {
    own_words(case)
        .into_iter()
        .filter_map(|own| {
            let of = pledged(&own.text)?;
            Some(Found::new(
                own.about,
                format!("This promises a share of the {of}. It would be owed in a year with a loss as well."),
                "Write of a share of the surplus instead: that is what is left after costs.",
            ))
        })
        .collect()
}

/// Returns of what a share is promised: "10% of our turnover".
fn pledged(text: &str) -> Option<&'static str> {
    const INCOME: [&str; 7] = ["income", "turnover", "revenue", "revenues", "takings", "sales", "receipts"];
    const PARTS: [&str; 8] = ["percent", "tenth", "tenths", "quarter", "third", "half", "fifth", "hundredth"];
    // The sign of a share is cut off with the other signs around a word.
    let text = text.to_lowercase().replace('%', " percent ").replace("per cent", "percent");
    let said: Vec<&str> = words(&text).collect();
    said.iter().enumerate().find_map(|(at, word)| {
        let of = INCOME.into_iter().find(|income| income == word)?;
        let before = &said[at.saturating_sub(NEAR)..at];
        let right_before = &said[at.saturating_sub(JOINED)..at];
        let part = before.iter().any(|word| PARTS.contains(word));
        (part && right_before.contains(&"of")).then_some(of)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn nobody_is_promised_a_part_of_what_comes_in() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| {
            formation.say("purpose", "We give 10% of our surplus to the food bank.")
        });
        CHECK.passes(COMPANY, |formation| formation.say("purpose", "Half of us work in sales."));
        for said in ["We give 10% of our turnover away.", "We give a tenth of all income to causes."] {
            CHECK.fails(COMPANY, "decision:purpose", |formation| formation.say("purpose", said));
            CHECK.fails_in_rules(COMPANY, said);
            CHECK.fails_in_an_answer(SOCIETY, said);
        }
    }
}
