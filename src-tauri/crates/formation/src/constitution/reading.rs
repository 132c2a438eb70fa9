//! A rule as it is read: its words, its sentences, and whether they are ours to write.
//!
//! Must not know what is too long: the checks do.

use super::{Constitution, Origin, Rule};

impl Constitution {
    /// Returns how many words it has, headings included.
    pub fn word_count(&self) -> usize {
        self.parts
            .iter()
            .map(|part| {
                let rules: usize = part.rules.iter().map(Rule::word_count).sum();
                part.heading.split_whitespace().count() + rules
            })
            .sum()
    }
}

impl Rule {
    /// Returns how many words it has, its heading included and its numbers left out.
    pub fn word_count(&self) -> usize {
        let mut words = self.heading.plain().split_whitespace().count();
        for block in &self.blocks {
            block.visit(&mut |block| {
                let texts = block.texts();
                words += texts.iter().map(|text| text.plain().split_whitespace().count()).sum::<usize>();
            });
        }
        words
    }

    /// Returns whether a statute prescribes its words. Nobody here may write them plainer.
    pub fn is_prescribed(&self) -> bool {
        // A rule in the place of another has its slug; words of the group's own are nobody else's.
        self.origin == Origin::Model && is_prescribed(&self.clause)
    }

    /// Calls `look` for every sentence, with its number of words, unless a statute prescribes them.
    ///
    /// Items of a list end a sentence, as a reader draws breath there; so does a colon at the end of a line.
    pub fn each_sentence(&self, look: &mut impl FnMut(&str, usize)) {
        if self.is_prescribed() {
            return;
        }
        for block in &self.blocks {
            block.visit(&mut |block| {
                for text in block.texts() {
                    split(&text.plain(), look);
                }
            });
        }
    }
}

/// Returns whether a statute prescribes the words of the library's text with this name.
pub(crate) fn is_prescribed(clause: &str) -> bool {
    clause.starts_with("prescribed-")
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
