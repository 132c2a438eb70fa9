//! Words explained where they are read on the screen: a word that can be pointed at, and what it means. Those of the
//! constitution are explained where a rule marks them, and the library's words of the screen wherever they are said. No
//! printed edition has them: it has its own table of words.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use document::{Block, Span, Text};
use formation::{Rule, Term};

use super::Html;
use crate::WorkedOut;

/// All that a screen can explain.
pub(crate) struct Explained(Vec<Known>);

/// A term that can be explained.
struct Known {
    term: Term,
    /// Its first letter, in small: most words begin with another.
    begins: char,
    /// Whether no rule has to mark it.
    everywhere: bool,
}

impl Explained {
    /// The words that a constitution explains, and those that are explained on the screen alone.
    pub fn of(worked_out: &WorkedOut<'_>) -> Self {
        let more = worked_out.assets.library.screen_terms(&worked_out.answers);
        Self::new(worked_out.constitution.terms.clone(), more)
    }

    fn new(mut terms: Vec<Term>, more: Vec<Term>) -> Self {
        let everywhere: BTreeSet<String> = more.iter().map(|term| term.slug.clone()).collect();
        terms.extend(more);
        let known = terms.into_iter().filter(|term| !is_their_own(&term.means)).filter_map(|term| {
            let begins = small(term.term.chars().next()?);
            Some(Known { begins, everywhere: everywhere.contains(&term.slug), term })
        });
        Self(known.collect())
    }
}

/// The words that a screen explains, each once.
pub(crate) struct Glossary<'a> {
    /// Those that were not explained yet.
    left: Vec<&'a Known>,
    /// What the ids of what it writes begin with.
    place: String,
}

impl<'a> Glossary<'a> {
    /// A glossary that has said nothing yet; `place` is a name that no other glossary of the page has.
    pub fn new(all: &'a Explained, place: &str) -> Self {
        Self { left: all.0.iter().collect(), place: place.to_owned() }
    }

    /// Returns a rule's text with the terms explained that it marks and that were not explained before.
    pub fn rule(&mut self, rule: &Rule) -> Html {
        self.blocks(&rule.blocks, rule)
    }

    /// The same for other blocks in the place of a rule's own, such as those in which its changes are marked.
    pub fn blocks(&mut self, blocks: &[Block], rule: &Rule) -> Html {
        let marked: Vec<&String> = rule.terms.iter().collect();
        Html(typeset::html_blocks_explained(blocks, &mut |words| self.explained(words, &marked)))
    }

    /// Returns words with those terms explained that are `marked` and were not explained before.
    pub fn words(&mut self, words: &str, marked: &[&String]) -> Html {
        Html(self.explained(words, marked))
    }

    fn explained(&mut self, words: &str, marked: &[&String]) -> String {
        let mut out = String::new();
        let mut rest = words;
        while let Some((term, from, to)) = self.first(rest, marked) {
            self.left.retain(|known| known.term.slug != term.slug);
            out.push_str(&typeset::html_words(&rest[..from]));
            out.push_str(&self.control(term, &rest[from..to]));
            rest = &rest[to..];
        }
        out.push_str(&typeset::html_words(rest));
        out
    }

    /// Returns the first term that stands in the words and was not explained yet, and where; of two at one place, the
    /// longer.
    fn first(&self, words: &str, marked: &[&String]) -> Option<(&'a Term, usize, usize)> {
        beginnings(words).find_map(|(from, letter)| {
            let fits = |known: &&&Known| {
                known.begins == letter && (known.everywhere || marked.contains(&&known.term.slug))
            };
            let found = self.left.iter().filter(fits).filter_map(|known| {
                let to = end_of(words, from, &known.term.term)?;
                Some((&known.term, from, to))
            });
            found.min_by_key(|(_, _, to)| Reverse(*to))
        })
    }

    fn control(&self, term: &Term, words: &str) -> String {
        let id = format!("term-{}-{}", self.place, term.slug);
        let [id, words] = [&id, words].map(typeset::html_words);
        let means = typeset::html_words(&term.means.plain());
        // The meaning is inside, so that whoever points at it still points at the word.
        format!(
            "<span class=\"term\"><button type=\"button\" class=\"term-word\" id=\"{id}\" \
             aria-describedby=\"{id}-means\">{words}</button><span class=\"term-means\" role=\"tooltip\" \
             id=\"{id}-means\"><strong>{words}</strong>: {means}</span></span>"
        )
    }
}

/// Whether a term means no more than what the group typed: its own name, which stands at the head of every page.
fn is_their_own(means: &Text) -> bool {
    means.0.iter().all(|span| matches!(span, Span::Value(_)))
}

/// Where words begin, each with its first letter in small.
fn beginnings(words: &str) -> impl Iterator<Item = (usize, char)> {
    let mut before = None;
    words.char_indices().filter_map(move |(at, c)| {
        let begins = !before.is_some_and(is_letter);
        before = Some(c);
        begins.then(|| (at, small(c)))
    })
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}' | '-')
}

/// A letter in small, as far as one letter says; an apostrophe may be straight or curled.
fn small(c: char) -> char {
    if c == '\u{2019}' { '\'' } else { c.to_lowercase().next().unwrap_or(c) }
}

/// Returns where a term ends that begins at a place as a word of its own, or with an s at its end, whatever its case.
fn end_of(words: &str, from: usize, term: &str) -> Option<usize> {
    let mut rest = words.get(from..)?.chars();
    for wanted in term.chars() {
        if small(rest.next()?) != small(wanted) {
            return None;
        }
    }
    let after = rest.as_str();
    let after = after.strip_prefix('s').unwrap_or(after);
    (!after.starts_with(is_letter)).then_some(words.len() - after.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_as_a_word_of_its_own_in_any_case_and_number() {
        for (words, term, found) in [
            ("The quorum is 3.", "quorum", Some("quorum")),
            ("Quorums differ", "quorum", Some("Quorums")),
            ("the boardroom, the board", "board", Some("board")),
            ("at a members\u{2019} meeting, held", "members' meeting", Some("members\u{2019} meeting")),
            ("two members' meetings", "members' meeting", Some("members' meetings")),
            ("a co-owner", "co", None),
            ("overshare", "share", None),
            ("shared", "share", None),
            ("Ärger und Äre", "äre", Some("Äre")),
            ("", "board", None),
            ("board", "", None),
        ] {
            let mut places =
                beginnings(words).filter_map(|(from, _)| Some((from, end_of(words, from, term)?)));
            let place = places.next().filter(|(from, to)| from < to);
            assert_eq!(place.map(|(from, to)| &words[from..to]), found, "{words:?} {term:?}");
        }
    }

    #[test]
    fn a_word_is_explained_once_the_longer_first_and_nothing_becomes_markup() {
        let term = |slug: &str, words: &str, means: &str| Term {
            slug: slug.to_owned(),
            term: words.to_owned(),
            means: document::Text::words(means),
        };
        let terms = [
            term("member", "member", "<b>one</b> who joined"),
            term("meeting", "members' meeting", "a meeting of all"),
            term("board", "board", "those who run it"),
            term("proxy", "proxy", "who votes for another"),
        ];
        let own = Term { means: document::Text::value("Bakers Limited"), ..term("every", "every", "") };
        let terms: Vec<Term> = terms.into_iter().chain([own]).collect();
        let marked: Vec<String> = ["member", "meeting", "every"].map(str::to_owned).to_vec();
        let marked: Vec<&String> = marked.iter().collect();
        let (everywhere, terms): (Vec<Term>, Vec<Term>) =
            terms.into_iter().partition(|term| term.slug == "proxy");
        let all = Explained::new(terms, everywhere);
        let mut glossary = Glossary::new(&all, "here");
        let html = glossary.words("The members' meeting & every member; a member of the board.", &marked).0;
        assert_eq!(html.matches("term-word").count(), 2, "{html}");
        assert!(html.starts_with("The <span class=\"term\">"), "{html}");
        assert!(html.contains(">members&#39; meeting</button>"), "{html}");
        assert!(
            html.contains(" &amp; every <span") && html.contains("&lt;b&gt;one&lt;/b&gt; who joined"),
            "{html}"
        );
        assert!(!html.contains("those who run it"), "the board is not marked there: {html}");
        assert!(!glossary.words("Every member", &marked).0.contains("term-word"), "each word once");
        assert!(glossary.words("A proxy", &[]).0.contains("who votes for another"), "nobody has to mark it");
    }
}
