//! The name has two endings.

use super::name_words::{said, without_ending};
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "name-ending-twice",
    severity: Severity::Blocker,
    law: "Companies Act 2006, ss.59 and 65; Limited Liability Partnerships Act 2000, sch. para.2; Co-operative and \
          Community Benefit Societies Act 2014, s.10",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const ENDINGS: [&str; 9] =
        ["limited", "ltd", "cyfyngedig", "cyf", "cic", "cbc", "llp", "pac", "unlimited"];
    let Some(name) = case.name() else { return Vec::new() };
    let Some(before) = without_ending(case, name) else { return Vec::new() };
    let Some(last) = said(before).pop().map(|word| word.replace('.', "")) else { return Vec::new() };
    if !ENDINGS.contains(&last.as_str()) {
        return Vec::new();
    }
    let ending = name[before.len()..].trim();
    vec![Found::new(
        About::decision("name"),
        format!("The name has an ending twice: \u{201c}{last}\u{201d} and \u{201c}{ending}\u{201d}."),
        "Keep one of them.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, INTEREST, SOCIETY};
    use super::*;

    #[test]
    fn one_ending_is_enough() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        for (example, name) in [
            (COMPANY, "Northgate Bakers Ltd Limited"),
            (SOCIETY, "Clyde Menders Limited Limited"),
            (INTEREST, "Thistle Row Toys Limited CIC"),
        ] {
            CHECK.fails(example, "decision:name", |formation| formation.say("name", name));
        }
    }
}
