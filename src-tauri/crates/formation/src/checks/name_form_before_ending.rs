//! Short for another legal form stands right before the name's ending.

use super::name_words::{said, without_ending, words_in};
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "name-form-before-ending",
    severity: Severity::Blocker,
    law: "Company, Limited Liability Partnership and Business (Names and Trading Disclosures) Regulations 2015, regs 4 to 6 \
          and sch.2 and 5",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const SHORT: [&str; 6] = ["lp", "pc", "llp", "pac", "cio", "sec"];
    let form = case.formation.form;
    let Some(name) = case.name().filter(|_| form.is_company() || form.is_partnership()) else {
        return Vec::new();
    };
    let Some(before) = without_ending(case, name) else { return Vec::new() };
    let Some(last) = said(before).pop().map(|word| word.replace('.', "")) else { return Vec::new() };
    // What is barred anywhere has its own check.
    let told = words_in(case, name).any(|word| word.barred && word.word == last);
    if told || !SHORT.contains(&last.as_str()) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("name"),
        format!(
            "\u{201c}{}\u{201d} stands right before the ending. It is short for another kind of body.",
            last.to_uppercase()
        ),
        "Choose another word for that place.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, INTEREST, PARTNERSHIP, SOCIETY};
    use super::*;

    #[test]
    fn no_other_form_stands_before_the_ending() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.say("name", "PC Menders Limited"));
        CHECK.passes(SOCIETY, |formation| formation.say("name", "Clyde PC Limited"));
        for (example, name) in [
            (COMPANY, "Northgate LP Limited"),
            (COMPANY, "Northgate P.C. Limited"),
            (INTEREST, "Thistle LLP CIC"),
            (PARTNERSHIP, "Canalside SEC LLP"),
        ] {
            CHECK.fails(example, "decision:name", |formation| formation.say("name", name));
        }
    }
}
