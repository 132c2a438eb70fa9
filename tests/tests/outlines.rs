//! What the constitution of every example looks like from afar, and what the checks say of it: golden files.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;

use desk::{Assets, WorkedOut, examples};
use formation::{Crosswalk, answers_file, rule_list};
use jiff::civil::date;

/// The rules with their numbers, which of them the law asks for, and every finding.
fn outline(worked_out: &WorkedOut<'_>) -> String {
    let mut out = String::new();
    for part in &worked_out.constitution.parts {
        writeln!(out, "{}", part.heading).unwrap();
        for rule in &part.rules {
            writeln!(out, "  {} {} [{}]", rule.number, rule.heading.plain(), rule.slug).unwrap();
        }
    }
    let crosswalk =
        Crosswalk::of(&worked_out.assets.library, &worked_out.formation.edits, &worked_out.constitution);
    if worked_out.formation.form.is_society() {
        writeln!(out, "Section 14").unwrap();
        for (matter, rules) in &crosswalk.matters {
            writeln!(out, "  {}: {}", matter.slug(), rule_list(rules)).unwrap();
        }
    } else if worked_out.formation.form.is_company() {
        writeln!(out, "Criteria").unwrap();
        for (criterion, rules) in &crosswalk.criteria {
            writeln!(out, "  {}: {}", criterion.slug(), rule_list(rules)).unwrap();
        }
    }
    let words: Vec<&str> = worked_out.constitution.terms.iter().map(|term| term.slug.as_str()).collect();
    writeln!(out, "Words used: {}", words.join(", ")).unwrap();
    writeln!(out, "Findings").unwrap();
    for finding in &worked_out.findings {
        writeln!(
            out,
            "  {} [{}] {}: {}",
            finding.severity.slug(),
            finding.check,
            finding.about,
            finding.message
        )
        .unwrap();
    }
    out
}

#[test]
fn the_outline_and_the_findings_of_every_example() {
    let assets = Assets::embedded().unwrap();
    for (name, text) in examples() {
        let formation = answers_file::read(&assets.library, text).unwrap();
        let worked_out = WorkedOut::new(&assets, formation, date(2026, 11, 25)).unwrap();
        insta::assert_snapshot!(format!("outline-{name}"), outline(&worked_out));
    }
}
