//! A figure that this form relies on is not certain.

use super::name_words::words_in;
use super::{About, Case, Check, Found, Severity};
use crate::law::{Confidence, Proof};

pub(super) const CHECK: Check = Check {
    id: "law-unsure",
    severity: Severity::Advice,
    law: "Practice: this app says how sure it is",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let unsure = case
        .law
        .fees(case.formation.form, case.today)
        .into_iter()
        .filter(|fee| fee.usual && fee.confidence == Confidence::Low)
        .map(|fee| (format!("the fee for {}", fee.what), fee.confirm.clone()));
    let name = case.name().unwrap_or_default();
    let words = words_in(case, name)
        .filter(|word| word.confidence != Confidence::High && (word.barred || word.proof == Proof::Leave))
        .map(|word| {
            (
                format!("what the registrar asks about \u{201c}{}\u{201d} in a name", word.word),
                "its list of sensitive words".to_owned(),
            )
        });
    unsure
        .chain(words)
        .map(|(what, confirm)| {
            Found::new(
                About::Formation,
                format!("This app is not certain of {what}."),
                format!("Look at {confirm} before you file."),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn uncertain_figures_are_named() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "formation", |formation| formation.say("name", "Halifax Foundation Limited"));
    }
}
