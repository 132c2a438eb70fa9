//! Two rules each claim to win over the other, or over every other rule: nobody could say which holds.

use super::own_words::holds_phrase;
use super::their_rules::{TheirRule, every_rule, referred_to, their_rules};
use super::{Case, Check, Found, Severity};
use crate::constitution::Rule;

pub(super) const CHECK: Check = Check {
    id: "rules-both-come-first",
    severity: Severity::Warning,
    law: "Practice: where two rules disagree, the rules must say which wins",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    find_in(case, &their_rules(case))
}

/// Their claims, held against those of every rule.
pub(super) fn find_in(case: &Case<'_>, theirs: &[TheirRule<'_>]) -> Vec<Found> {
    let mut out = Vec::new();
    let theirs: Vec<(&TheirRule<'_>, Claims<'_>)> =
        theirs.iter().map(|rule| (rule, claims(case, rule))).filter(|(_, claims)| claims.any()).collect();
    if theirs.is_empty() {
        return out;
    }
    let every = every_rule(case.constitution);
    for (one, claims) in theirs {
        let rival = every.iter().filter(|other| other.rule.slug != one.rule.slug).find(|other| {
            let answered = self::claims(case, other);
            claims.over_all && answered.over_all
                || claims.over(&other.rule.slug) && answered.over(&one.rule.slug)
        });
        out.extend(rival.map(|other| {
            Found::new(
                one.about(),
                format!(
                    "{} and {} both claim to come first. Nobody could say which holds.",
                    one.name(),
                    other.name()
                ),
                "Let one of them give way. Say in one rule which comes first, and take the claim out of the other.",
            )
        }));
    }
    out
}

/// Over which rules a rule claims to win.
struct Claims<'a> {
    over_all: bool,
    over: Vec<&'a Rule>,
}

impl Claims<'_> {
    fn any(&self) -> bool {
        self.over_all || !self.over.is_empty()
    }

    fn over(&self, slug: &str) -> bool {
        self.over.iter().any(|rule| rule.slug == slug)
    }
}

const OVER_ALL: [&str; 16] = [
    "despite any other rule",
    "despite any other article",
    "despite anything in these",
    "despite anything else in these",
    "despite all other",
    "notwithstanding any",
    "notwithstanding anything",
    "whatever any other rule says",
    "whatever the other rules say",
    "comes before all other",
    "come before all other",
    "comes before every other",
    "come before all others",
    "comes before all others",
    "overrides all other",
    "prevails over all other",
];
const OVER_ONE: [&str; 9] = [
    "despite",
    "notwithstanding",
    "comes before",
    "come before",
    "overrides",
    "prevails over",
    "wins over",
    "takes precedence over",
    "whatever",
];

fn claims<'a>(case: &Case<'a>, rule: &TheirRule<'_>) -> Claims<'a> {
    let mut claims = Claims { over_all: false, over: Vec::new() };
    for sentence in rule.sentences().filter(|sentence| !holds_phrase(sentence, "not")) {
        claims.over_all |= OVER_ALL.iter().any(|phrase| holds_phrase(sentence, phrase));
        // What comes before the claim is what claims: only what stands after it is won over.
        let after = OVER_ONE.iter().filter_map(|phrase| Some(sentence.split_once(phrase)?.1)).next();
        claims.over.extend(after.map(|after| referred_to(case.constitution, after)).unwrap_or_default());
    }
    claims
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, INTEREST, SOCIETY};
    use super::*;

    #[test]
    fn one_rule_comes_first() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(SOCIETY, |formation| {
            formation.add_rule("dogs", "Despite any other rule, dogs may come in.", "quorum");
            formation.add_rule("cats", "Cats come after dogs.", "dogs");
        });
        CHECK.passes(SOCIETY, |formation| {
            formation.add_rule("dogs", "This comes before [](#cats).", "quorum");
            formation.add_rule("cats", "[](#dogs) comes before this.", "dogs");
        });
        CHECK.fails(SOCIETY, "rule:cats", |formation| {
            formation.add_rule("dogs", "Despite any other rule, dogs may come in.", "quorum");
            formation.add_rule("cats", "Notwithstanding anything here, cats may too.", "dogs");
        });
        CHECK.fails(SOCIETY, "rule:dogs", |formation| {
            formation.add_rule("dogs", "This comes before [](#cats).", "quorum");
            formation.add_rule("cats", "Despite [](#dogs), cats may come in.", "dogs");
        });
        // What the law prescribes for a community interest company comes first already.
        CHECK.fails(INTEREST, "rule:dogs", |formation| {
            formation.add_rule("dogs", "Despite any other article, dogs may come in.", "quorum");
        });
    }
}
