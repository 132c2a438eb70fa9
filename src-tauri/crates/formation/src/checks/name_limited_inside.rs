//! The name says Limited before its end.

use super::name_words::{said, without_ending};
use super::{About, Case, Check, Found, Severity};
use crate::legal::{LegalForm, Nation};

pub(super) const CHECK: Check = Check {
    id: "name-limited-inside",
    severity: Severity::Blocker,
    law: "Company, Limited Liability Partnership and Business (Names and Trading Disclosures) Regulations 2015, regs 4 and \
          5 and sch.2",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let form = case.formation.form;
    let Some(name) = case.name().filter(|_| form.is_company() || form.is_partnership()) else {
        return Vec::new();
    };
    let inside = said(without_ending(case, name).unwrap_or(name));
    // The last word before the ending is another flaw, with a check of its own.
    let inside = inside.split_last().map_or(&[][..], |(_, rest)| rest);
    let endings = case.law.endings(LegalForm::GuaranteeCompany, Nation::Wales);
    let endings: Vec<String> = endings.map(|one| one.words.to_lowercase().replace('.', "")).collect();
    let found = inside.iter().find(|word| endings.contains(&word.replace('.', "")));
    found
        .map(|word| {
            Found::new(
                About::decision("name"),
                format!(
                    "The name holds \u{201c}{word}\u{201d} before its end. It may only be the last word."
                ),
                "Take it out there.",
            )
        })
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, INTEREST, PARTNERSHIP, SHARES};
    use super::*;

    #[test]
    fn limited_is_the_last_word() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(PARTNERSHIP, |formation| {
            formation.say("name", "Canalside Limited Liability Partnership");
        });
        for (example, name) in [
            (COMPANY, "Northgate Limited Bakers Limited"),
            (SHARES, "Tees Ltd Fabricators Limited"),
            (INTEREST, "Thistle Ltd. Row Toys CIC"),
            (PARTNERSHIP, "Limited Canalside LLP"),
            (COMPANY, "Northgate Cyf Bakers Limited"),
        ] {
            CHECK.fails(example, "decision:name", |formation| formation.say("name", name));
        }
    }
}
