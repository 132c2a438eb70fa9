//! The name begins with a sign that may only stand further on.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "name-first-sign",
    severity: Severity::Blocker,
    law: "Company, Limited Liability Partnership and Business (Names and Trading Disclosures) \
        Regulations 2015, reg.2(3)",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(name) = case.name() else { return Vec::new() };
    let Some(characters) = case.law.characters(case.formation.form) else { return Vec::new() };
    let Some(first) = case.limit_count("name-leading-characters") else { return Vec::new() };
    name.chars()
        .filter(|c| !c.is_whitespace())
        .take(first as usize)
        .find(|c| characters.is_barred_first(*c))
        .map(|sign| {
            Found::new(
                About::decision("name"),
                format!(
                    "The sign \u{201c}{sign}\u{201d} may not be among the first {first} characters of a name."
                ),
                "Begin with letters, and put the sign further on or leave it out.",
            )
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn a_name_begins_with_letters() {
        CHECK.passes(COMPANY, |formation| formation.say("name", "Bread 100% Limited"));
        CHECK.fails(COMPANY, "decision:name", |formation| formation.say("name", "A + B Limited"));
        CHECK.fails(COMPANY, "decision:name", |formation| formation.say("name", "#Bread Limited"));
    }
}
