//! The objects name no business.

use super::own_words::words;
use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "objects-say-nothing",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, ss.2 and 14(2); the FCA\u{2019}s \
        guidance on registering, ch.3",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let Some(Value::Lines(lines)) = case.answer("objects") else { return Vec::new() };
    let told: usize = lines.iter().map(|line| words(line).count()).sum();
    if told >= 2 {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("objects"),
        "The list of what you will do says too little to see a business in it.",
        "Name each activity in a few words: \u{201c}Baking and selling bread\u{201d}.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn objects_name_a_business() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.fails(COMPANY, "decision:objects", |formation| formation.list("objects", &["Things"]));
        CHECK.fails(SOCIETY, "decision:objects", |formation| formation.list("objects", &[]));
    }
}
