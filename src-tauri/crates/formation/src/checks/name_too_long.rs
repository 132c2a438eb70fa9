//! The name is longer than the register takes.

use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "name-too-long",
    severity: Severity::Blocker,
    law: "Company, Limited Liability Partnership and Business (Names and Trading Disclosures) \
        Regulations 2015, reg.2 and sch.1",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let (Some(name), Some(most)) = (case.name(), case.limit_count("name-characters")) else {
        return Vec::new();
    };
    let long = name.chars().count();
    if !case.formation.form.at_companies_house() || long <= most as usize {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("name"),
        format!("The name has {long} letters, signs and spaces. Companies House takes {most}."),
        "Shorten it.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::COMPANY;
    use super::*;

    #[test]
    fn a_name_fits_the_register() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:name", |formation| {
            formation.say("name", &format!("{} Limited", "Bakers ".repeat(30)));
        });
    }
}
