//! A text made flat: one string and the marks on its stretches.
//!
//! Line breaking and bidi work on a whole paragraph's characters; this is where a tree of spans
//! becomes that. It must not know widths, lines or pages.

use document::{Anchor, Span, Text};

use crate::fonts::Cut;
use crate::length::Length;
use crate::shape::bidi_control;

/// A paragraph's characters with what each stretch is.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Flat {
    pub text: String,
    /// Stretches that follow each other without a gap.
    pub marks: Vec<Mark>,
    /// What becomes of the words that are added.
    changed: Option<Changed>,
}

/// A stretch of one kind.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    /// Where it ends; it starts where the one before it does.
    pub end: usize,
    pub cut: Cut,
    pub kind: Kind,
    /// Whether it came or went.
    pub changed: Option<Changed>,
}

/// What became of words since an earlier edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changed {
    /// They came: a line runs under them.
    Inserted,
    /// They went: a line runs through them.
    Deleted,
}

/// What a stretch is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    Words,
    /// A line to write on; its one character stands for it.
    Blank(Length),
    /// Words that lead to an anchor; the number tells two neighbouring references apart.
    Reference(Anchor, usize),
    /// A question still open.
    Open,
}

/// Stands for a blank: breaks and orders like a letter.
const BLANK: char = '\u{e000}';
/// A forced new line.
pub(crate) const NEW_LINE: char = '\u{2028}';
const ISOLATE: char = '\u{2068}';
const END_ISOLATE: char = '\u{2069}';

/// Makes a text flat, set in `cut` where the text itself does not ask for another.
pub(crate) fn flatten(text: &Text, cut: Cut) -> Flat {
    let mut flat = Flat::default();
    let mut references = 0;
    flat.add(text, cut, &mut references);
    flat
}

impl Flat {
    fn add(&mut self, text: &Text, cut: Cut, references: &mut usize) {
        for span in &text.0 {
            match span {
                Span::Words(words) => self.push(words, cut, Kind::Words),
                Span::Value(value) => self.isolated(value, cut, Kind::Words),
                Span::Strong(inner) => self.add(inner, cut.strong(), references),
                Span::Emphasis(inner) => self.add(inner, cut.emphasis(), references),
                Span::Reference { to, words } => {
                    *references += 1;
                    self.push(words, cut, Kind::Reference(to.clone(), *references));
                }
                Span::Open(question) => {
                    self.push("[", cut.strong(), Kind::Open);
                    self.isolated(question, cut.strong(), Kind::Open);
                    self.push("]", cut.strong(), Kind::Open);
                }
                Span::Blank { millimetres } => {
                    let width = Length::mm(i32::from(*millimetres).min(150));
                    self.raw(&BLANK.to_string(), cut, Kind::Blank(width));
                }
                Span::LineBreak => self.raw(&NEW_LINE.to_string(), cut, Kind::Words),
                Span::Inserted(inner) => self.between(Changed::Inserted, inner, cut, references),
                Span::Deleted(inner) => self.between(Changed::Deleted, inner, cut, references),
            }
        }
    }

    /// Adds words that came or went.
    fn between(&mut self, changed: Changed, inner: &Text, cut: Cut, references: &mut usize) {
        let before = self.changed.replace(changed);
        self.add(inner, cut, references);
        self.changed = before;
    }

    /// Adds what a person gave, shielded from the direction of its neighbours.
    fn isolated(&mut self, value: &str, cut: Cut, kind: Kind) {
        self.raw(&ISOLATE.to_string(), cut, kind.clone());
        self.push(value, cut, kind.clone());
        self.raw(&END_ISOLATE.to_string(), cut, kind);
    }

    /// Adds words, without the characters that would upset a layout.
    fn push(&mut self, words: &str, cut: Cut, kind: Kind) {
        let clean: String = words
            .chars()
            .filter_map(|c| match c {
                '\r' | '\u{ad}' | '\u{feff}' => None,
                '\n' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => Some(NEW_LINE),
                '\t' => Some(' '),
                c if c.is_control() || bidi_control(c) => None,
                c => Some(c),
            })
            .collect();
        self.raw(&clean, cut, kind);
    }

    fn raw(&mut self, words: &str, cut: Cut, kind: Kind) {
        if words.is_empty() {
            return;
        }
        self.text.push_str(words);
        let end = self.text.len();
        match self.marks.last_mut() {
            Some(last)
                if last.cut == cut
                    && last.kind == kind
                    && last.changed == self.changed
                    && !matches!(kind, Kind::Blank(_)) =>
            {
                last.end = end;
            }
            _ => self.marks.push(Mark { end, cut, kind, changed: self.changed }),
        }
    }

    /// Index of the mark at a byte.
    pub fn mark_at(&self, byte: usize) -> usize {
        self.marks.partition_point(|mark| mark.end <= byte).min(self.marks.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_become_characters_and_marks() {
        let text = Text(vec![
            Span::Words("a\tb\u{ad}c".into()),
            Span::Value("\u{202e}x\ny".into()),
            Span::Strong(Text(vec![Span::Emphasis("z".into())])),
            Span::Blank { millimetres: 10 },
        ]);
        let flat = flatten(&text, Cut::Serif);
        assert_eq!(flat.text, "a bc\u{2068}x\u{2028}y\u{2069}z\u{e000}");
        let marks: Vec<(usize, Cut)> = flat.marks.iter().map(|mark| (mark.end, mark.cut)).collect();
        assert_eq!(marks, [(15, Cut::Serif), (16, Cut::SerifBold), (19, Cut::Serif)]);
        assert_eq!(flat.mark_at(15), 1);
        assert_eq!(flat.mark_at(16), 2);
    }
}
