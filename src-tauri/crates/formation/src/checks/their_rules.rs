//! Rules whose words are not the app's own: those that a group wrote or changed by hand, and those of a sponsor's package.
//!
//! Checks of wording read them sentence by sentence. What stands in a list is read with the words that lead into it, so
//! that "The board may:" and "(a) change these rules" are one sentence. Words alone are compared: such a check can miss a
//! flaw, and should not see one where there is none. [`super::flaws_of_every_rule`] reads the app's own in the same way.

use super::own_words::{bare, typed_lines, words};
use super::{About, Case};
use crate::constitution::{Constitution, Rule};

/// A rule with words of somebody else.
pub(super) struct TheirRule<'a> {
    pub rule: &'a Rule,
    sentences: Vec<String>,
}

impl<'a> TheirRule<'a> {
    pub(super) fn new(rule: &'a Rule, text: &str) -> Self {
        Self { rule, sentences: sentences(text) }
    }

    /// Its sentences in small letters, a reference as `[](#quorum)`.
    pub(super) fn sentences(&self) -> impl Iterator<Item = &str> {
        self.sentences.iter().map(String::as_str)
    }

    /// Where it is mended.
    pub(super) fn about(&self) -> About {
        About::Rule(self.rule.slug.clone())
    }

    /// Its heading between quotation marks.
    pub(super) fn name(&self) -> String {
        format!("\u{201c}{}\u{201d}", self.rule.heading.plain())
    }
}

/// Returns the rules of a formation whose words are not the app's own.
pub(super) fn their_rules<'a>(case: &Case<'a>) -> Vec<TheirRule<'a>> {
    let theirs = |rule: &'a Rule| {
        let by_hand = typed_lines(case, rule).map(|lines| TheirRule::new(rule, &lines.join("\n")));
        by_hand.or_else(|| {
            let clause = case.library.clause(&rule.clause)?;
            let is_theirs = clause.is_sponsors && !rule.is_prescribed();
            Some(TheirRule::new(rule, &is_theirs.then(|| rule.source()).flatten()?))
        })
    };
    case.constitution.rules().filter_map(theirs).collect()
}

/// Returns every rule as it would be read if it were somebody else's.
pub(super) fn every_rule(constitution: &Constitution) -> Vec<TheirRule<'_>> {
    let read = |rule| Some(TheirRule::new(rule, &Rule::source(rule)?));
    constitution.rules().filter_map(read).collect()
}

/// The rules to which a sentence refers: by a reference, or as "rule 12".
pub(super) fn referred_to<'a>(constitution: &'a Constitution, sentence: &str) -> Vec<&'a Rule> {
    let slugs: Vec<&str> = sentence.split("](#").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    let words: Vec<&str> = words(sentence).collect();
    let numbers: Vec<usize> = words
        .windows(2)
        .filter(|pair| ["rule", "article", "clause", "paragraph"].contains(&pair[0]))
        .filter_map(|pair| pair[1].split('.').next()?.parse().ok())
        .collect();
    let is_meant = |rule: &&Rule| slugs.contains(&rule.slug.as_str()) || numbers.contains(&rule.number);
    constitution.rules().filter(is_meant).collect()
}

/// Returns whether words of these kinds follow each other in a sentence: each step has its words, and how many others may
/// stand before it.
pub(super) fn follow(words: &[&str], steps: &[(&[&str], usize)]) -> bool {
    (0..words.len()).any(|at| follow_from(words, at, steps))
}

fn follow_from(words: &[&str], from: usize, steps: &[(&[&str], usize)]) -> bool {
    let Some(((any, gap), rest)) = steps.split_first() else { return true };
    let here = from..(from + gap + 1).min(words.len());
    here.into_iter().any(|at| any.contains(&words[at]) && follow_from(words, at + 1, rest))
}

/// Takes a text apart into sentences. A line that ends with a colon leads into the deeper lines that follow.
fn sentences(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut leads: Vec<(usize, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let depth = depth(line);
        leads.retain(|(lead, _)| *lead < depth);
        let said = bare(line).to_lowercase();
        let lead: String = leads.iter().map(|(_, lead)| format!("{lead} ")).collect();
        if let Some(lead) = said.strip_suffix(':') {
            leads.push((depth, lead.to_owned()));
        }
        for (at, sentence) in said.split(". ").enumerate() {
            out.push(if at == 0 { format!("{lead}{sentence}") } else { sentence.to_owned() });
        }
    }
    out
}

/// How deep a line stands by its sign: nothing, a number, a letter, a small Roman number or a bullet.
fn depth(line: &str) -> usize {
    let line = line.trim_start();
    match line.split_once(' ').map(|(mark, _)| mark) {
        Some("-") => 4,
        Some(mark) if mark.starts_with('(') && mark.ends_with(')') => {
            let roman = mark.trim_matches(['(', ')']).chars().all(|c| "ivx".contains(c));
            if roman { 3 } else { 2 }
        }
        Some(mark) if mark.strip_suffix('.').is_some_and(|number| number.parse::<u32>().is_ok()) => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_list_is_read_with_its_lead() {
        let text = "1. The board may:\n   (a) meet. It must talk.\n   (b) change:\n      (i) these rules\n2. Dogs may come.";
        assert_eq!(
            sentences(text),
            [
                "the board may:",
                "the board may meet",
                "it must talk.",
                "the board may change:",
                "the board may change these rules",
                "dogs may come."
            ]
        );
    }

    #[test]
    fn words_follow_each_other_with_others_between() {
        let words = ["the", "board", "may", "at", "once", "change", "these", "rules"];
        let steps = |gap| -> [(&[&str], usize); 3] { [(&["board"], 0), (&["may"], 0), (&["change"], gap)] };
        assert!(follow(&words, &steps(2)));
        assert!(!follow(&words, &steps(1)));
    }
}
