//! A rule lets the board, or somebody in it, change or set aside the rules: a way round the members.

use super::own_words::words;
use super::their_rules::{TheirRule, follow, their_rules};
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "board-changes-rules",
    severity: Severity::Warning,
    law: "Companies Act 2006, s.21; Co-operative and Community Benefit Societies Act 2014, ss.14 and 16",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    find_in(case, &their_rules(case))
}

pub(super) fn find_in(_: &Case<'_>, rules: &[TheirRule<'_>]) -> Vec<Found> {
    let flawed = rules.iter().filter(|rule| rule.sentences().any(lets_them_change_the_rules));
    flawed
        .map(|rule| {
            Found::new(
                rule.about(),
                format!("{} lets a few people change the rules or set them aside.", rule.name()),
                "Leave that to the members, with the majority that a change of rules takes. Let the few propose \
                 changes, or decide within what the rules say.",
            )
        })
        .collect()
}

const FEW: &[&str] = &[
    "board",
    "committee",
    "directors",
    "director",
    "officers",
    "officer",
    "secretary",
    "chair",
    "treasurer",
    "trustees",
    "founders",
    "founder",
    "president",
    "sponsor",
];
const MAY: &[&str] = &["may", "can"];
const CHANGE: &[&str] =
    &["change", "amend", "alter", "replace", "suspend", "waive", "rewrite", "revise", "vary", "override"];
const CHANGED: &[&str] =
    &["changed", "amended", "altered", "replaced", "suspended", "waived", "rewritten", "revised", "varied"];
const RULES: &[&str] = &["rules", "rule", "articles", "article", "constitution", "agreement"];

fn lets_them_change_the_rules(sentence: &str) -> bool {
    // Between the verb and the rules may stand only what points at them: "rules" of something else are not meant.
    const POINTING: &[&str] = &[
        "these", "the", "this", "any", "a", "all", "our", "its", "of", "part", "parts", "some", "every",
        "other", "such",
    ];
    let words: Vec<&str> = words(sentence).collect();
    let is_barred = |from: usize, to: usize| {
        words[from..to].iter().any(|word| {
            matches!(
                *word,
                "not" | "never" | "only" | "propose" | "suggest" | "recommend" | "ask" | "members"
            )
        })
    };
    let verbs = words.iter().enumerate().filter(|(_, word)| CHANGE.contains(word)).map(|(at, _)| at);
    let by_the_few = |verb: usize| {
        let from = verb.saturating_sub(6);
        let few = (from..verb).rev().find(|at| FEW.contains(&words[*at]));
        let may = (from..verb).rev().find(|at| MAY.contains(&words[*at]));
        let object = words[verb + 1..].iter().take(5).find(|word| !POINTING.contains(word));
        matches!((few, may), (Some(few), Some(may)) if few < may && !is_barred(few, verb))
            && object.is_some_and(|word| RULES.contains(word))
    };
    verbs.into_iter().any(by_the_few)
        || (follow(&words, &[(RULES, 0), (MAY, 3), (&["be"], 0), (CHANGED, 1), (&["by"], 0), (FEW, 2)])
            && !words.contains(&"not"))
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn the_members_change_the_rules() {
        CHECK.passes(SOCIETY, |_| {});
        for words in [
            "The board may propose to change these rules.",
            "The board may not change these rules.",
            "Only the members may change these rules.",
            "The board may suspend a member under rule 12.",
            "These rules may be changed by the members.",
        ] {
            CHECK.passes(SOCIETY, |formation| formation.add_rule("dogs", words, "quorum"));
        }
        CHECK.fails_in_rules(SOCIETY, "1. The board may, in a hurry, amend any part of these rules.");
        CHECK.fails_in_rules(
            COMPANY,
            "1. The directors may:\n   (a) meet\n   (b) waive any of these articles.",
        );
        CHECK.fails_in_rules(SOCIETY, "These rules may be suspended by the committee.");
    }
}
