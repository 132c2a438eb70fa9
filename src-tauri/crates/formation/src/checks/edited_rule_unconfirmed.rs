//! A rule was reworded, and nobody said that it still does what the law asks of it.

use super::{About, Case, Check, Found, Severity};
use crate::constitution::{Origin, Rule};
use crate::edit::{EditKind, Provision};

pub(super) const CHECK: Check = Check {
    id: "edited-rule-unconfirmed",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.14; Companies House guidance, annex A",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    case.constitution
        .rules()
        .filter_map(|rule| {
            let open = unconfirmed(case, rule);
            if open.is_empty() {
                return None;
            }
            let matters: Vec<&str> = open.iter().map(|provision| provision.title()).collect();
            Some(Found::new(
                About::Rule(rule.slug.clone()),
                format!(
                    "You wrote \u{201c}{}\u{201d} yourselves. The model\u{2019}s words provided for: {}.",
                    rule.heading.plain(),
                    matters.join("; ")
                ),
                "Read your words again. Tick in the rule what they still provide for, or add what is missing.",
            ))
        })
        .collect()
}

/// Returns what a reworded rule provided for that somebody must look for in its new words.
fn unconfirmed(case: &Case<'_>, rule: &Rule) -> Vec<Provision> {
    let (Origin::Edited { .. }, Some(clause)) = (&rule.origin, case.library.clause(&rule.clause)) else {
        return Vec::new();
    };
    let confirmed = match case.formation.edits.rules.get(&rule.slug).map(|edit| &edit.kind) {
        Some(EditKind::Replaced { provides, .. }) => provides,
        _ => return Vec::new(),
    };
    let matters = clause.matters.iter().copied().map(Provision::Matter);
    let criteria = clause.criteria.iter().copied().map(Provision::Criterion);
    // A society is asked for the matters of its Act, a company for what Companies House looks for.
    let asked: Vec<Provision> =
        if case.formation.form.is_society() { matters.collect() } else { criteria.collect() };
    asked.into_iter().filter(|provision| !confirmed.contains(provision)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_reworded_rule_is_confirmed() {
        CHECK.passes(SOCIETY, |_| {});
        CHECK.fails(SOCIETY, "rule:quorum", |formation| {
            formation.reword("quorum", "5 members are enough.", &[])
        });
        CHECK.passes(SOCIETY, |formation| {
            formation.reword("quorum", "5 members are enough.", &["s14:meetings.conduct"]);
        });
        // What a company is asked for: the criteria for its name.
        CHECK.fails(COMPANY, "rule:how-we-decide", |formation| {
            formation.reword("how-we-decide", "We vote.", &["s14:meetings.conduct"]);
        });
        CHECK.passes(COMPANY, |formation| {
            formation.reword("how-we-decide", "We vote.", &["criteria:owned-and-controlled"]);
        });
        CHECK.passes(COMPANY, |formation| formation.add_rule("dogs", "Dogs may come in.", "quorum"));
    }
}
