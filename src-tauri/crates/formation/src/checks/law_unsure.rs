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
        .filter(|fee| fee.is_usual() && fee.confidence == Confidence::Low)
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
        .chain(ending(case, name))
        .chain(deadlines(case))
        .chain(postcode(case))
        .map(|(what, confirm)| {
            Found::new(
                About::Formation,
                format!("This app is not certain of {what}."),
                format!("Look at {confirm} before you file."),
            )
        })
        .collect()
}

/// What is doubtful of the ending that the name has.
fn ending(case: &Case<'_>, name: &str) -> Option<(String, String)> {
    let endings = case.law.endings(case.formation.form, case.formation.nation);
    let mut used = endings.filter(|ending| name.to_lowercase().ends_with(&ending.words.to_lowercase()));
    used.find(|ending| ending.confidence != Confidence::High).map(|ending| {
        (
            format!("the ending \u{201c}{}\u{201d}", ending.words),
            "what the registrar says of endings".to_owned(),
        )
    })
}

/// The doubtful ones among the first duties of a co-op of this form.
fn deadlines<'a>(case: &Case<'a>) -> impl Iterator<Item = (String, String)> + use<'a> {
    let unsure = case.law.deadlines(case.formation.form).filter(|one| one.confidence == Confidence::Low);
    unsure.map(|one| (format!("a date: \u{201c}{}\u{201d}", one.what), one.law.clone()))
}

/// Where a postcode is matters only if it seems to be elsewhere: then it is said how sure that is.
fn postcode(case: &Case<'_>) -> Option<(String, String)> {
    let (postcodes, office) = (case.law.postcodes(), case.office()?);
    let unsure = postcodes.confidence? != Confidence::High;
    let elsewhere = !postcodes.may_be_in(&office.postcode, case.formation.nation);
    (unsure && elsewhere).then(|| ("which nation a postcode is in".to_owned(), "a map".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn uncertain_figures_are_named() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "formation", |formation| formation.say("name", "Halifax Foundation Limited"));
        CHECK.fails(COMPANY, "formation", |formation| {
            formation.office(|office| office.postcode = "G1 1AA".to_owned())
        });
        CHECK.passes(COMPANY, |formation| formation.office(|office| office.postcode = "LS1 1AA".to_owned()));
    }
}
