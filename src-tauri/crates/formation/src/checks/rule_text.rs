//! The words of the assembled rules, sentence by sentence.

use super::{About, Case};
use crate::constitution::{Origin, Problem, Rule};

/// How a rule that cannot be written is mended.
pub(super) const MEND: &str = "Open the rule and put back its own wording. If it is untouched, tell whoever \
                               made this model: it is their mistake.";

/// Returns where a problem of the rules is mended.
pub(super) fn about(case: &Case<'_>, problem: &Problem) -> About {
    match case.constitution.rule(&problem.rule) {
        Some(_) => About::Rule(problem.rule.clone()),
        None => About::Formation,
    }
}

/// Returns the name of the rule that has a problem.
pub(super) fn heading(case: &Case<'_>, problem: &Problem) -> String {
    case.constitution.rule(&problem.rule).map_or_else(
        || "Something in the rules".to_owned(),
        |rule| format!("\u{201c}{}\u{201d}", rule.heading.plain()),
    )
}

/// Returns whether a statute prescribes the words of a rule. Nobody here may write them plainer.
pub(super) fn prescribed(rule: &Rule) -> bool {
    // A rule in the place of another has its slug; words of the group's own are nobody else's.
    rule.origin == Origin::Model && is_prescribed(&rule.clause)
}

/// Returns whether a statute prescribes the words of the library's text with this name.
pub(super) fn is_prescribed(clause: &str) -> bool {
    clause.starts_with("prescribed-")
}

/// Calls `look` for every sentence of a rule, with its number of words, unless a statute prescribes them.
///
/// Items of a list end a sentence, as a reader draws breath there; so does a colon at the end of a line.
pub(super) fn each_sentence(rule: &Rule, look: &mut impl FnMut(&str, usize)) {
    if prescribed(rule) {
        return;
    }
    for block in &rule.blocks {
        block.visit(&mut |block| {
            for text in block.texts() {
                split(&text.plain(), look);
            }
        });
    }
}

fn split(text: &str, look: &mut impl FnMut(&str, usize)) {
    let mut start = 0;
    let mut words = 0;
    let mut in_word = false;
    let mut ended = false;
    for (at, character) in text.char_indices() {
        if character.is_whitespace() {
            in_word = false;
            if ended && words > 0 {
                look(text[start..at].trim(), words);
                (start, words) = (at, 0);
            }
            ended = false;
        } else {
            if !in_word {
                words += 1;
            }
            in_word = true;
            ended = matches!(character, '.' | '?' | '!' | ';');
        }
    }
    if words > 0 {
        look(text[start..].trim(), words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_their_words() {
        let mut found = Vec::new();
        split("One two. Three four five? Six; seven", &mut |sentence, words| {
            found.push((sentence.to_owned(), words));
        });
        let found: Vec<_> = found.iter().map(|(sentence, words)| (sentence.as_str(), *words)).collect();
        assert_eq!(found, [("One two.", 2), ("Three four five?", 3), ("Six;", 1), ("seven", 1)]);
    }
}
