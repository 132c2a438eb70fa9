//! A society's objects are to hold shares or money.

use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;

pub(super) const CHECK: Check = Check {
    id: "objects-hold-investments",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.2(3); the FCA\u{2019}s guidance \
        on registering, ch.3",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    const SAID: [&str; 5] =
        ["investment", "investing money", "holding shares", "hold shares", "property investment"];
    let Some(Value::Lines(lines)) = case.answer("objects") else { return Vec::new() };
    let invests = |line: &&String| {
        let line = line.to_lowercase();
        SAID.iter().any(|said| line.contains(said))
    };
    if !case.formation.form.is_society() || !lines.iter().any(|line| invests(&line)) {
        return Vec::new();
    }
    vec![Found::new(
        About::decision("objects"),
        "One of your activities sounds like holding investments. A society must run a business of its own.",
        "Say what the members do. If investing is only a side of it, leave it out: another rule allows it.",
    )]
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_society_has_a_business() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "decision:objects", |formation| {
            formation.list("objects", &["Mending", "Property investment"]);
        });
        CHECK.passes(COMPANY, |formation| formation.list("objects", &["Property investment"]));
    }
}
