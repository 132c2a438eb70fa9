//! A rule lets an ordinary majority, or the board, undo what the rules lock: common ownership, the votes of members, the
//! lock itself.

use super::own_words::holds_phrase;
use super::their_rules::{TheirRule, their_rules};
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "lock-opened-by-few",
    severity: Severity::Warning,
    law: "Companies Act 2006, ss.21 and 22; Co-operative and Community Benefit Societies Act 2014, ss.14 and 29",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    find_in(case, &their_rules(case))
}

pub(super) fn find_in(_: &Case<'_>, rules: &[TheirRule<'_>]) -> Vec<Found> {
    let flawed = rules.iter().filter(|rule| rule.sentences().any(opens_a_lock));
    flawed
        .map(|rule| {
            Found::new(
                rule.about(),
                format!("{} lets a few undo what the rules lock.", rule.name()),
                "Ask at least for the majority that a change of these rules takes. What is locked should take more.",
            )
        })
        .collect()
}

/// What rules lock, in words and as references.
const LOCKED: [&str; 11] = [
    "common ownership",
    "asset lock",
    "locked rule",
    "locked rules",
    "this lock",
    "the lock",
    "entrenchment",
    "entrenched",
    "one member, one vote",
    "one vote for each member",
    "co-operative identity",
];
const LOCKED_RULES: [&str; 5] = [
    "](#locked-rules)",
    "](#assets-on-closing)",
    "](#co-operative-identity)",
    "](#community-assets)",
    "](#prescribed-",
];
const UNDO: [&str; 16] = [
    "change", "changed", "end", "ended", "lift", "lifted", "remove", "removed", "repeal", "repealed",
    "amend", "amended", "alter", "altered", "give up", "given up",
];
const FEW: [&str; 11] = [
    "ordinary decision",
    "ordinary decisions",
    "ordinary resolution",
    "simple majority",
    "bare majority",
    "more than half",
    "51%",
    "the board may",
    "the directors may",
    "the committee may",
    "by the board",
];

fn opens_a_lock(sentence: &str) -> bool {
    // [words](=term) are their words.
    let said = sentence.replace('[', "").replace("](=", " (=");
    let holds = |phrases: &[&str]| phrases.iter().any(|phrase| holds_phrase(&said, phrase));
    let locked = holds(&LOCKED) || LOCKED_RULES.iter().any(|rule| sentence.contains(rule));
    let barred = ["not", "never", "no", "only if", "also"];
    locked && holds(&UNDO) && holds(&FEW) && !holds(&barred)
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn a_lock_takes_more_than_half() {
        CHECK.passes(SOCIETY, |_| {});
        for words in [
            "No ordinary decision may end common ownership.",
            "A special decision may change [](#assets-on-closing).",
            "An ordinary decision may change the colour of the door.",
        ] {
            CHECK.passes(SOCIETY, |formation| formation.add_rule("dogs", words, "quorum"));
        }
        CHECK.fails_in_rules(SOCIETY, "An ordinary decision may end common ownership.");
        CHECK
            .fails_in_rules(COMPANY, "1. The board may:\n   (a) meet\n   (b) change [](#assets-on-closing).");
        CHECK.fails_in_rules(COMPANY, "The asset lock is lifted if more than half of the members agree.");
    }
}
