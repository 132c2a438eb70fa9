//! The name holds characters that the register does not take.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "name-characters",
    severity: Severity::Blocker,
    law: "Company, Limited Liability Partnership and Business (Names and Trading Disclosures) \
        Regulations 2015, reg.2 and sch.1",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(name) = case.name() else { return Vec::new() };
    let Some(characters) = case.law.characters(case.formation.form) else { return Vec::new() };
    let barred: Vec<String> =
        characters.barred_in(name).iter().map(|c| format!("\u{201c}{c}\u{201d}")).collect();
    if barred.is_empty() {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("name"),
        format!("Companies House does not take {} in a name.", barred.join(" or ")),
        "Use plain letters and signs. For a long dash, write a hyphen.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_name_is_in_letters_of_the_register() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.say("name", "Caffi\u{2019}r Dŵr & Co (Ŵyn) Limited"));
        CHECK.fails(COMPANY, "decision:name", |formation| {
            formation.say("name", "Bread \u{2013} and Roses Limited")
        });
        CHECK.fails(COMPANY, "decision:name", |formation| formation.say("name", "Ψωμί Limited"));
        // Those rules are the companies'.
        CHECK.passes(SOCIETY, |formation| formation.say("name", "Clyde \u{2013} Menders Limited"));
    }
}
