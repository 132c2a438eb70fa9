//! A kind of member is named that nobody can be, because another rule shuts them out.

use super::own_words::holds_phrase;
use super::{About, Case, Check, Found, Severity};
use crate::decision::Value;
use crate::legal::CoopType;

pub(super) const CHECK: Check = Check {
    id: "kind-of-member-unreachable",
    severity: Severity::Warning,
    law: "Practice: one matter, one answer; who may join, from which age and for how long must agree",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (slug, name, words) in kinds(case) {
        if let Some(bar) = barred(case, &words) {
            found.push(Found::new(
                About::decision(slug),
                format!("Nobody can be one of these: \u{201c}{}\u{201d}. {bar}", name.trim()),
                "Change the kind, or the answer that shuts it out.",
            ));
        }
    }
    found.extend(put_out_while_qualified(case));
    found
}

/// The kinds and classes that are named: with the question, the name, and what is said of who belongs.
fn kinds(case: &Case<'_>) -> Vec<(&'static str, String, String)> {
    let mut out = Vec::new();
    if let Some(Value::Lines(lines)) = case.answer("member-kinds") {
        out.extend(lines.iter().map(|line| ("member-kinds", line.clone(), line.to_lowercase())));
    }
    if let Some(classes) = case.classes() {
        let said = |class: &crate::decision::Class| format!("{}; {}", class.name, class.test).to_lowercase();
        out.extend(classes.list().iter().map(|class| ("classes", class.name.clone(), said(class))));
    }
    out
}

/// Returns what shuts a kind out.
fn barred(case: &Case<'_>, words: &str) -> Option<String> {
    const ORGANISATIONS: [&str; 7] =
        ["organisation", "organisations", "firm", "firms", "companies", "charities", "councils"];
    const UNPAID: [&str; 4] = ["volunteer", "volunteers", "unpaid", "without pay"];
    const SELF_EMPLOYED: [&str; 6] =
        ["self-employed", "freelance", "freelancer", "freelancers", "contractor", "contractors"];
    let holds = |list: &[&str]| list.iter().any(|word| holds_phrase(words, word));
    let workers = case.formation.coop_type == CoopType::Worker;
    let no_organisations = workers || matches!(case.answer("organisations"), Some(Value::YesNo(false)));
    if let Some(least) = case.count("joining-age").filter(|least| holds_youth(words, *least)) {
        return Some(format!("A member must be {least}."));
    }
    if no_organisations && holds(&ORGANISATIONS) {
        return Some("Your rules let no organisation be a member.".to_owned());
    }
    let paid = ["employed-only", "employed-or-self-employed"];
    if workers && holds(&UNPAID) && case.choice("kinds-of-worker").is_some_and(|kind| paid.contains(&kind)) {
        return Some("Your rules count only paid work.".to_owned());
    }
    if holds(&SELF_EMPLOYED) && case.chose("kinds-of-worker", "employed-only") {
        return Some("Your rules count only the work of employees.".to_owned());
    }
    None
}

/// Returns whether somebody is meant who is younger than members may be.
fn holds_youth(words: &str, least: u32) -> bool {
    let young =
        ["child", "children", "junior", "juniors", "pupils"].iter().any(|word| holds_phrase(words, word));
    let under = words.split("under ").skip(1).any(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().is_ok_and(|age| age <= least)
    });
    young || under
}

/// Returns a test that somebody can meet and still be put out for too little trade.
fn put_out_while_qualified(case: &Case<'_>) -> Option<Found> {
    let Some(Value::Tests(tests)) = case.answer("member-test") else { return None };
    let months = case.count("inactive-months")?;
    let longest = tests.iter().filter_map(|test| test.over).max().filter(|over| *over > months)?;
    Some(Found::new(
        About::decision("inactive-months"),
        format!(
            "The test gives people {longest} months, and after {months} months without trade they are out."
        ),
        "Let membership end only when more time has passed than the test gives.",
    ))
}

#[cfg(test)]
mod tests {
    use super::super::tried::{ASSOCIATION, CLASSES, COMPANY};
    use super::*;
    use crate::decision::Test;
    use crate::formation::Formation;

    fn several(formation: &mut Formation, kind: &str) {
        formation.choose("kinds-of-member", "several-equal");
        formation.list("member-kinds", &["Bakers", kind]);
    }

    #[test]
    fn somebody_can_be_each_kind_of_member() {
        CHECK.passes(COMPANY, |formation| several(formation, "Office workers"));
        for kind in ["Juniors under 16", "Firms that bake", "Volunteers", "Pupils of the school"] {
            CHECK.fails(COMPANY, "decision:member-kinds", |formation| {
                formation.number("joining-age", 16);
                formation.choose("kinds-of-worker", "employed-or-self-employed");
                several(formation, kind);
            });
        }
        CHECK.passes(COMPANY, |formation| {
            formation.choose("kinds-of-worker", "includes-unpaid");
            several(formation, "Volunteers");
        });
        CHECK.fails(COMPANY, "decision:member-kinds", |formation| {
            formation.choose("kinds-of-worker", "employed-only");
            several(formation, "Freelancers");
        });
        CHECK.passes(COMPANY, |formation| formation.list("member-kinds", &["Firms"]));
    }

    #[test]
    fn a_class_and_a_test_can_be_met() {
        CHECK.passes(CLASSES, |_| {});
        CHECK.fails(CLASSES, "decision:classes", |formation| {
            formation.yes("organisations", false);
            formation.classes(|list| list[0].test = "is one of the organisations that buy here".to_owned());
        });
        let test = |over| {
            let test = Test {
                measure: "spend".to_owned(),
                amount: None,
                per: None,
                over,
                of: None,
                checked_by: None,
            };
            Value::Tests(vec![test])
        };
        CHECK.passes(ASSOCIATION, |formation| formation.agree("member-test", test(Some(12))));
        CHECK.fails(ASSOCIATION, "decision:inactive-months", |formation| {
            formation.agree("member-test", test(Some(24)));
            formation.number("inactive-months", 12);
        });
    }
}
