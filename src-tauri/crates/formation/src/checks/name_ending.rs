//! The name does not end in a word that its form must have.

use super::wording::either;
use super::{About, Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "name-ending",
    severity: Severity::Blocker,
    law: "Companies Act 2006, s.59; Limited Liability Partnerships Act 2000, sch. para.2; Co-operative and Community Benefit Societies Act 2014, s.10",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(name) = case.name() else { return Vec::new() };
    let endings: Vec<&str> =
        case.law.endings(case.formation.form, case.formation.nation).map(|one| one.words.as_str()).collect();
    // A society's ending is written as the Act has it; Companies House registers names in capitals.
    let ends = |ending: &&str| {
        name.len() > ending.len()
            && name.is_char_boundary(name.len() - ending.len())
            && name[name.len() - ending.len()..].eq_ignore_ascii_case(ending)
            && name[..name.len() - ending.len()].ends_with(' ')
    };
    if endings.is_empty() || endings.iter().any(ends) {
        return Vec::new();
    }
    let usual = endings.first().copied().unwrap_or("Limited");
    vec![Found::new(
        About::decision("name"),
        format!("\u{201c}{name}\u{201d} does not end in {}.", either(&endings)),
        format!("Add the ending. Most groups write \u{201c}{usual}\u{201d} in full, as the last word."),
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, PARTNERSHIP, SOCIETY};
    use super::*;

    #[test]
    fn a_name_ends_in_limited() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.say("name", "Northgate Bakers Ltd"));
        CHECK.fails(COMPANY, "decision:name", |formation| formation.say("name", "Northgate Bakers"));
        CHECK.fails(COMPANY, "decision:name", |formation| formation.say("name", "NorthgateLimited"));
        CHECK.fails(COMPANY, "decision:name", |formation| formation.say("name", "Limited"));
        CHECK.fails(SOCIETY, "decision:name", |formation| formation.say("name", "Clyde Menders Ltd"));
        CHECK.passes(PARTNERSHIP, |formation| {
            formation.say("name", "Canalside Limited Liability Partnership")
        });
        CHECK.fails(PARTNERSHIP, "decision:name", |formation| formation.say("name", "Canalside Limited"));
        // Welsh endings belong to an office in Wales.
        CHECK.fails(SOCIETY, "decision:name", |formation| formation.say("name", "Trwsio Clud Cyfyngedig"));
        CHECK.passes(SOCIETY, |formation| {
            formation.nation = crate::legal::Nation::Wales;
            formation.say("name", "Trwsio Clud Cyfyngedig");
        });
    }
}
