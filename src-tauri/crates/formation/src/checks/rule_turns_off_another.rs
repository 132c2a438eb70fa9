//! A rule says that another does not apply, and that other one provides for what the law or the registrar asks.

use super::own_words::holds_phrase;
use super::their_rules::{TheirRule, referred_to, their_rules};
use super::{Case, Check, Found, Severity};
use crate::constitution::Rule;

pub(super) const CHECK: Check = Check {
    id: "rule-turns-off-another",
    severity: Severity::Warning,
    law: "Co-operative and Community Benefit Societies Act 2014, s.14; Companies House guidance, annex A",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    find_in(case, &their_rules(case))
}

pub(super) fn find_in(case: &Case<'_>, rules: &[TheirRule<'_>]) -> Vec<Found> {
    let mut out = Vec::new();
    for theirs in rules {
        for sentence in theirs.sentences() {
            let Some(said) = OFF.iter().find(|phrase| holds_phrase(sentence, phrase)) else { continue };
            let others = referred_to(case.constitution, sentence).into_iter();
            out.extend(others.filter(|other| other.slug != theirs.rule.slug).filter_map(|other| {
                let provides = provides(case, other)?;
                let what = format!(
                    "{} says \u{201c}{said}\u{201d} of \u{201c}{}\u{201d}. That rule provides for: {provides}.",
                    theirs.name(),
                    other.heading.plain()
                );
                Some(Found::new(
                    theirs.about(),
                    what,
                    "Say what holds instead, so that nothing the law asks for is left open. Or take the sentence out.",
                ))
            }));
        }
    }
    out
}

const OFF: [&str; 14] = [
    "does not apply",
    "do not apply",
    "need not apply",
    "must not apply",
    "shall not apply",
    "need not be followed",
    "has no effect",
    "have no effect",
    "is set aside",
    "are set aside",
    "notwithstanding",
    "despite",
    "in spite of",
    "regardless of",
];

/// What a rule provides for that its form is asked for; none where that is nothing.
fn provides(case: &Case<'_>, rule: &Rule) -> Option<String> {
    let clause = case.library.clause(&rule.clause)?;
    let titles: Vec<&str> = if rule.is_prescribed() {
        vec!["words that the law prescribes"]
    } else if case.formation.form.is_society() {
        clause.matters.iter().map(|matter| matter.title()).collect()
    } else {
        clause.criteria.iter().map(|criterion| criterion.title()).collect()
    };
    (!titles.is_empty()).then(|| titles.join("; "))
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMMUNITY, COMPANY, SOCIETY, with_case};
    use super::*;

    #[test]
    fn what_the_law_asks_for_is_not_turned_off() {
        CHECK.passes(SOCIETY, |_| {});
        for words in [
            "In summer, [](#quorum) applies as well.",
            "The rule about dogs does not apply to cats.",
            "In winter, [](#copies) does not apply.",
        ] {
            CHECK.passes(SOCIETY, |formation| formation.add_rule("dogs", words, "quorum"));
        }
        let number = with_case(SOCIETY, |_| {}, |case| case.constitution.rule("quorum").unwrap().number);
        let by_number = format!("In summer, rule {number} does not apply.");
        for words in
            ["In summer, [](#quorum) does not apply.", &by_number, "Despite [](#quorum), the chair decides."]
        {
            CHECK.fails(SOCIETY, "rule:dogs", |formation| formation.add_rule("dogs", words, "copies"));
        }
        CHECK.fails(COMPANY, "rule:dogs", |formation| {
            formation.add_rule("dogs", "In summer, [](#votes) does not apply.", "copies");
        });
        CHECK.fails(COMMUNITY, "rule:dogs", |formation| {
            formation.add_rule("dogs", "[](#prescribed-restriction-on-use) has no effect.", "copies");
        });
    }
}
