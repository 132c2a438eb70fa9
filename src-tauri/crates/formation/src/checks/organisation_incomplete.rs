//! What the registrar or the register of members asks of a founding organisation is missing.

use super::wording::organisation_called;
use super::{About, Case, Check, Found, Severity};
use crate::organisation::{BodyForm, Organisation};

pub(super) const CHECK: Check = Check {
    id: "organisation-incomplete",
    severity: Severity::Warning,
    law: "Companies Act 2006, ss.9A, 113 and 167K; Co-operative and Community Benefit Societies Act 2014, \
        ss.2 and 30",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.formation
        .organisations
        .iter()
        .filter_map(|organisation| {
            let missing = missing(organisation);
            let (last, rest) = missing.split_last()?;
            let list =
                if rest.is_empty() { (*last).to_owned() } else { format!("{} and {last}", rest.join(", ")) };
            let verb = if rest.is_empty() { "is" } else { "are" };
            Some(Found::new(
                About::Organisation(organisation.id.clone()),
                format!("Of {}, {list} {verb} missing.", organisation_called(organisation)),
                "Look it up in the register that the organisation stands in, and add it.",
            ))
        })
        .collect()
}

fn missing(organisation: &Organisation) -> Vec<&'static str> {
    let mut missing = Vec::new();
    match &organisation.form {
        None => missing.push("the legal form"),
        Some(BodyForm::Other { words, .. }) if words.trim().is_empty() => missing.push("the legal form"),
        Some(_) => {}
    }
    // Not every other body stands in a register.
    if !organisation.register().is_empty() && organisation.number.trim().is_empty() {
        missing.push("the number in its register");
    }
    if organisation.office.as_ref().is_none_or(|office| office.all_lines().is_empty()) {
        missing.push("the registered office");
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::super::tried::SECONDARY;
    use super::*;

    #[test]
    fn an_organisation_is_entered_whole() {
        CHECK.passes(SECONDARY, |_| {});
        let fails = |change: fn(&mut Organisation)| {
            CHECK.fails(SECONDARY, "organisation:calder", |formation| {
                change(formation.organisation("calder"))
            });
        };
        fails(|calder| calder.form = None);
        fails(|calder| calder.number.clear());
        fails(|calder| calder.office = None);
        fails(|calder| calder.form = Some(BodyForm::Other { words: String::new(), register: String::new() }));
        CHECK.passes(SECONDARY, |formation| {
            let calder = formation.organisation("calder");
            calder.number.clear();
            calder.form =
                Some(BodyForm::Other { words: "Parish council".to_owned(), register: String::new() });
        });
    }
}
