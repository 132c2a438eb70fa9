//! Two texts compared word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::align::alike;
use super::mark::{deleted_text, inserted_text};
use crate::{Anchor, Span, Text};

/// Texts that share fewer of their words than this, in thousandths, read better one after the other.
const ALIKE: u32 = 300;
/// More pairs of words than this, at the ends that differ, are not compared one by one.
const MANY: usize = 25_000_000;
/// A value of more words than this is compared by its words, as prose is; a name is one word.
const LONG_VALUE: usize = 8;

/// Returns the new text with what came and what went marked.
pub(super) fn compare(old: &Text, new: &Text) -> Text {
    // Most texts of two editions are.
    if old == new {
        return new.after();
    }
    let (old_tokens, new_tokens) = (tokens(old), tokens(new));
    let (old_keys, new_keys): (Vec<Key<'_>>, Vec<Key<'_>>) =
        (old_tokens.iter().map(Token::key).collect(), new_tokens.iter().map(Token::key).collect());
    if old_keys == new_keys {
        return new.after();
    }
    if !worth_comparing(&old_keys, &new_keys) {
        let mut out = deleted_text(old).0;
        out.extend(inserted_text(new).0);
        return Text(out);
    }
    let ops = capture_diff_slices(Algorithm::Myers, &old_keys, &new_keys);
    let stretches = stretches(&ops, &old_tokens, &new_tokens);
    let mut out = Vec::new();
    for stretch in stretches {
        match stretch {
            Stretch::Same(tokens) => out.extend(spans(tokens)),
            Stretch::Changed(old, new) => {
                out.extend(deleted_text(&Text(spans(old))).0);
                out.extend(inserted_text(&Text(spans(new))).0);
            }
        }
    }
    Text(out)
}

fn worth_comparing(old: &[Key<'_>], new: &[Key<'_>]) -> bool {
    let front = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let back = old[front..].iter().rev().zip(new[front..].iter().rev()).take_while(|(a, b)| a == b).count();
    let pairs = (old.len() - front - back).saturating_mul(new.len() - front - back);
    pairs <= MANY && alike(&words(old), &words(new)) >= ALIKE
}

fn words<'k>(keys: &[Key<'k>]) -> Vec<Key<'k>> {
    let mut words: Vec<Key<'k>> = keys.iter().filter(|key| key.is_word()).copied().collect();
    words.sort_unstable();
    words
}

/// A word, a space, a sign, or another thing that stands in a text.
#[derive(Debug, Clone)]
struct Token {
    /// A leaf span.
    span: Span,
    strong: bool,
    emphasis: bool,
    /// The span it is a piece of, counted.
    source: usize,
}

/// What a token is compared by: a reference by what it leads to, not by the number it shows today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key<'a> {
    Word(&'a str),
    Reference(&'a Anchor),
    Open(&'a str),
    Blank,
    LineBreak,
}

impl Key<'_> {
    fn is_word(&self) -> bool {
        match self {
            Self::Word(word) => word.chars().any(char::is_alphanumeric),
            Self::Reference(_) | Self::Open(_) | Self::Blank => true,
            Self::LineBreak => false,
        }
    }
}

impl Token {
    fn key(&self) -> Key<'_> {
        match &self.span {
            Span::Words(word) | Span::Value(word) => Key::Word(word),
            Span::Reference { to, .. } => Key::Reference(to),
            Span::Open(question) => Key::Open(question),
            Span::Blank { .. } => Key::Blank,
            // A token's span is a leaf.
            Span::LineBreak | Span::Strong(_) | Span::Emphasis(_) | Span::Inserted(_) | Span::Deleted(_) => {
                Key::LineBreak
            }
        }
    }
}

fn tokens(text: &Text) -> Vec<Token> {
    let mut out = Vec::new();
    let mut source = 0;
    add(&text.after(), false, false, &mut source, &mut out);
    out
}

fn add(text: &Text, strong: bool, emphasis: bool, source: &mut usize, out: &mut Vec<Token>) {
    for span in &text.0 {
        *source += 1;
        let token = |span: Span, source: usize| Token { span, strong, emphasis, source };
        match span {
            Span::Words(words) => {
                out.extend(split(words).map(|piece| token(Span::Words(piece.to_owned()), *source)));
            }
            Span::Value(value) if is_prose(value) => {
                out.extend(split(value).map(|piece| token(Span::Value(piece.to_owned()), *source)));
            }
            Span::Strong(inner) => add(inner, true, emphasis, source, out),
            Span::Emphasis(inner) => add(inner, strong, true, source, out),
            Span::Inserted(inner) | Span::Deleted(inner) => add(inner, strong, emphasis, source, out),
            leaf => out.push(token(leaf.clone(), *source)),
        }
    }
}

/// Whether a value may be taken apart: pieces of right-to-left words would change places.
fn is_prose(value: &str) -> bool {
    value.split_whitespace().nth(LONG_VALUE).is_some() && !value.chars().any(right_to_left)
}

fn right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' | '\u{200f}' | '\u{202b}' | '\u{202e}' | '\u{2067}')
}

/// Words, runs of space, and other signs one by one.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if letter(first) {
            rest.find(|c| !letter(c))
        } else if first.is_whitespace() {
            rest.find(|c: char| !c.is_whitespace())
        } else {
            Some(first.len_utf8())
        };
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(piece)
    })
}

/// Letters, and what stands inside a word: "society's", "co-operative" and marks of other scripts.
fn letter(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\'' | '\u{2019}' | '-' | '\u{2011}')
        || (!c.is_ascii() && !c.is_whitespace() && !sign(c))
}

fn sign(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{205e}' | '\u{a1}'..='\u{bf}' | '\u{3001}' | '\u{3002}' | '\u{60c}' | '\u{61b}')
}

/// A stretch of tokens that stayed, or of old ones that gave way to new ones.
enum Stretch {
    Same(Vec<Token>),
    Changed(Vec<Token>, Vec<Token>),
}

/// Joins changes that only spaces and signs keep apart: "the old rule" gave way to "a new duty", not
/// each word by itself.
fn stretches(ops: &[DiffOp], old: &[Token], new: &[Token]) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::new();
    for (index, op) in ops.iter().enumerate() {
        let (olds, news) = (&old[op.old_range()], &new[op.new_range()]);
        let same = matches!(op, DiffOp::Equal { .. });
        let thin = same && index + 1 < ops.len() && !news.iter().any(|token| token.key().is_word());
        match out.last_mut() {
            Some(Stretch::Changed(before, after)) if !same || thin => {
                before.extend_from_slice(olds);
                after.extend_from_slice(news);
            }
            _ if same => out.push(Stretch::Same(news.to_vec())),
            _ => out.push(Stretch::Changed(olds.to_vec(), news.to_vec())),
        }
    }
    out
}

/// Puts tokens back together: pieces of one span are one span again.
fn spans(tokens: Vec<Token>) -> Vec<Span> {
    let mut joined: Vec<Token> = Vec::new();
    for token in tokens {
        match (joined.last_mut(), &token.span) {
            (Some(Token { span: Span::Words(words), source, .. }), Span::Words(more))
            | (Some(Token { span: Span::Value(words), source, .. }), Span::Value(more))
                if *source == token.source =>
            {
                words.push_str(more);
            }
            _ => joined.push(token),
        }
    }
    let mut out: Vec<Span> = Vec::new();
    let mut style = (false, false);
    let mut held: Vec<Span> = Vec::new();
    for token in joined {
        if (token.strong, token.emphasis) != style {
            out.extend(styled(std::mem::take(&mut held), style));
            style = (token.strong, token.emphasis);
        }
        held.push(token.span);
    }
    out.extend(styled(held, style));
    out
}

fn styled(spans: Vec<Span>, (strong, emphasis): (bool, bool)) -> Vec<Span> {
    if spans.is_empty() {
        return spans;
    }
    let spans = if emphasis { vec![Span::Emphasis(Text(spans))] } else { spans };
    if strong { vec![Span::Strong(Text(spans))] } else { spans }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &str) -> Span {
        Span::Words(words.into())
    }

    /// Shows marks as `[-gone-]` and `[+come+]`.
    fn shown(text: &Text) -> String {
        let piece = |span: &Span| match span {
            Span::Inserted(text) => format!("[+{}+]", text.plain()),
            Span::Deleted(text) => format!("[-{}-]", text.before().plain()),
            other => Text(vec![other.clone()]).plain(),
        };
        text.0.iter().map(piece).collect()
    }

    #[test]
    fn words_that_came_and_went() {
        let cases = [
            ("One vote each.", "One vote each.", "One vote each."),
            ("At least 14 clear days.", "At least 21 clear days.", "At least [-14-][+21+] clear days."),
            (
                "Every member may vote.",
                "Every member may speak and vote.",
                "Every member may [+speak and +]vote.",
            ),
            ("Every member may vote, now.", "Every member may vote.", "Every member may vote[-, now-]."),
            (
                "A member who left the old hall may vote here today.",
                "A member who saw a new room may vote here today.",
                "A member who [-left the old hall-][+saw a new room+] may vote here today.",
            ),
            ("Quorum", "Votes and majorities", "[-Quorum-][+Votes and majorities+]"),
            ("", "New", "[+New+]"),
            ("Old", "", "[-Old-]"),
        ];
        for (old, new, expected) in cases {
            assert_eq!(shown(&compare(&old.into(), &new.into())), expected);
        }
    }

    #[test]
    fn a_reference_that_follows_its_rule_is_no_change() {
        let to = |slug: &str, words: &str| Span::Reference { to: Anchor(slug.into()), words: words.into() };
        let text = |span| Text(vec![words("Under "), span, words(" of these rules.")]);
        let same = compare(&text(to("quorum", "rule 20")), &text(to("quorum", "rule 21")));
        assert_eq!(same, text(to("quorum", "rule 21")));
        let other = compare(&text(to("quorum", "rule 20")), &text(to("votes", "rule 20")));
        assert_eq!(shown(&other), "Under [-rule 20-][+rule 20+] of these rules.");
        assert!(!format!("{:?}", other.0[1]).contains("Reference"), "what is gone leads nowhere");
    }

    #[test]
    fn a_name_is_one_word_and_keeps_its_shield_and_its_weight() {
        let text = |name: &str| Text(vec![words("Signed by "), Span::Strong(Text::value(name)), words(".")]);
        let out = compare(&text("دوד كהן"), &text("Asha Shah"));
        let bold = |name: &str| Text(vec![Span::Strong(Text::value(name))]);
        assert_eq!(out.0[1], Span::Deleted(bold("دوד كהן")));
        assert_eq!(out.0[2], Span::Inserted(bold("Asha Shah")));
    }
}
