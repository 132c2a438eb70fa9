//! A rule says of something that the law or the checks rely on that it is not needed.

use super::own_words::words;
use super::their_rules::{TheirRule, follow, their_rules};
use super::{Case, Check, Found, Severity};

pub(super) const CHECK: Check = Check {
    id: "rule-denies-a-matter",
    severity: Severity::Advice,
    law: "Co-operative and Community Benefit Societies Act 2014, s.14; Companies Act 2006, ss.113, 283, 307 and 318",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    find_in(case, &their_rules(case))
}

pub(super) fn find_in(_: &Case<'_>, rules: &[TheirRule<'_>]) -> Vec<Found> {
    let denied = rules.iter().filter_map(|rule| Some((rule, rule.sentences().find_map(denied)?)));
    denied
        .map(|(rule, matter)| {
            Found::new(
                rule.about(),
                format!(
                    "{} seems to say that no {matter} is needed. The law or these rules count on it.",
                    rule.name()
                ),
                "Read the sentence again. If you mean less of it, say how much is enough, and for whom.",
            )
        })
        .collect()
}

/// What is relied on, in one word.
const MATTERS: [&str; 12] = [
    "quorum",
    "notice",
    "audit",
    "accounts",
    "register",
    "minutes",
    "election",
    "elections",
    "vote",
    "votes",
    "appeal",
    "members' meeting",
];

/// Returns the matter that a sentence denies.
fn denied(sentence: &str) -> Option<&'static str> {
    const BETWEEN: usize = 2;
    let said = sentence.replace("members' meeting", "members'-meeting");
    let words: Vec<&str> = words(&said).collect();
    MATTERS.into_iter().find(|matter| {
        let one = matter.replace(' ', "-");
        let matter: &[&str] = &[one.as_str()];
        let (is, needed): (&[&str], &[&str]) = (&["is", "are"], &["needed", "required", "necessary"]);
        follow(&words, &[(&["need", "needs"], 0), (&["not", "no"], 0), (matter, BETWEEN)])
            || follow(&words, &[(&["no"], 0), (matter, BETWEEN), (is, 3), (needed, 0)])
            || follow(&words, &[(matter, 0), (is, 3), (&["not"], 0), (needed, 0)])
            || follow(&words, &[(&["does", "do"], 0), (&["not"], 0), (&["need"], 0), (matter, BETWEEN)])
    })
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn what_is_relied_on_is_not_denied() {
        CHECK.passes(SOCIETY, |_| {});
        for words in [
            "Nobody may vote without notice of the meeting.",
            "A vote by post needs no stamp.",
            "The estate need not wait for the end of the notice.",
        ] {
            CHECK.passes(SOCIETY, |formation| formation.add_rule("dogs", words, "quorum"));
        }
        CHECK.fails_in_rules(SOCIETY, "In summer, a meeting needs no quorum.");
        CHECK.fails_in_rules(SOCIETY, "The co-op need not keep a register.");
        CHECK.fails_in_rules(COMPANY, "For small sums no members' meeting is needed.");
        CHECK.fails_in_rules(COMPANY, "Notice of a meeting is not required.");
    }
}
