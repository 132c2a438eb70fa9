//! A rule lets secondary rules or policies come before the rules, or differ from them: what a board or an ordinary
//! majority writes would then undo what the rules protect.

use super::own_words::words;
use super::their_rules::{TheirRule, their_rules};
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "secondary-rules-win",
    severity: Severity::Warning,
    law: "Companies Act 2006, ss.21 and 33; Co-operative and Community Benefit Societies Act 2014, ss.15 and 16",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    find_in(case, &their_rules(case))
}

pub(super) fn find_in(_: &Case<'_>, rules: &[TheirRule<'_>]) -> Vec<Found> {
    let flawed = rules.iter().filter(|rule| rule.sentences().any(lets_the_lesser_win));
    flawed
        .map(|rule| {
            Found::new(
                rule.about(),
                format!("{} puts secondary rules or policies above the rules.", rule.name()),
                "Say that the rules win where the two differ. Put what must hold into the rules themselves.",
            )
        })
        .collect()
}

/// What is made without a change of the rules. Each counts as one word once it is found.
const LESSER: [&str; 8] = [
    "secondary rules",
    "bye-laws",
    "by-laws",
    "bylaws",
    "standing orders",
    "policies",
    "regulations of the board",
    "members' agreement",
];

const WINS: [&str; 16] = [
    "prevail",
    "prevails",
    "override",
    "overrides",
    "come before",
    "comes before",
    "go before",
    "take precedence",
    "takes precedence",
    "win",
    "may differ from",
    "may depart from",
    "may contradict",
    "may change these",
    "may amend these",
    "may replace these",
];

fn lets_the_lesser_win(sentence: &str) -> bool {
    // "lesser" stands for whatever of them is named, so that the "rules" in it are not taken for the rules.
    let named = LESSER.iter().fold(sentence.to_owned(), |said, lesser| said.replace(lesser, "lesser"));
    let words: Vec<&str> = words(&named).collect();
    let wins = |at: usize| {
        WINS.iter().any(|phrase| {
            let phrase: Vec<&str> = phrase.split(' ').collect();
            words[at..].starts_with(&phrase)
        })
    };
    let stops = |word: &str| {
        matches!(
            word,
            "not"
                | "never"
                | "cannot"
                | "rules"
                | "rule"
                | "articles"
                | "article"
                | "constitution"
                | "agreement"
                | "law"
                | "those"
        )
    };
    let lesser = words.iter().enumerate().filter(|(_, word)| **word == "lesser").map(|(at, _)| at);
    let won_by = |from: usize| {
        let near = from + 1..(from + 8).min(words.len());
        near.into_iter().take_while(|at| !stops(words[*at])).any(wins)
    };
    // "The rules come before policies" names the rules first, and nothing wins after the policies.
    lesser.into_iter().any(won_by)
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn the_rules_come_first() {
        CHECK.passes(SOCIETY, |_| {});
        for words in [
            "These rules come before secondary rules.",
            "If secondary rules contradict these rules, these rules prevail.",
            "Secondary rules must not override these rules.",
            "The board may make policies. They end with the year.",
        ] {
            CHECK.passes(SOCIETY, |formation| formation.add_rule("dogs", words, "quorum"));
        }
        CHECK.fails_in_rules(SOCIETY, "Secondary rules may differ from these rules.");
        CHECK.fails_in_rules(SOCIETY, "Where they differ from these rules, the secondary rules prevail.");
        CHECK.fails_in_rules(COMPANY, "By-laws made by the board take precedence over these articles.");
    }
}
