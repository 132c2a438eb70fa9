//! Running text: spans in reading order.

use crate::Anchor;

/// A run of text inside one paragraph, cell or label.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Span>);

/// A stretch of text of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Words of ours.
    Words(String),
    /// Words that a person gave: a name, an address, a purpose. May be in any script; a layout
    /// isolates it from its neighbours (Unicode FSI … PDI). Never markup.
    Value(String),
    /// Heavier words.
    Strong(Text),
    /// Stressed words.
    Emphasis(Text),
    /// A link to an anchor in the same paper, such as "rule 21". Built with empty `words`, which
    /// [`crate::resolve`] fills.
    Reference {
        /// What it points at.
        to: Anchor,
        /// The words shown, computed from the target's label.
        words: String,
    },
    /// A question still open: shown so that nobody can overlook it.
    Open(String),
    /// A blank to be filled in by hand, so many millimetres wide.
    Blank {
        /// Width in millimetres.
        millimetres: u16,
    },
    /// The next span starts on a new line.
    LineBreak,
    /// Words that an earlier edition had not got; made by [`crate::compare`], outermost in a text.
    Inserted(Text),
    /// Words that an earlier edition had and this one has not, shown where they stood; made by
    /// [`crate::compare`], outermost in a text.
    Deleted(Text),
}

impl Text {
    /// Returns text of our own words alone.
    pub fn words(words: impl Into<String>) -> Self {
        Self(vec![Span::Words(words.into())])
    }

    /// Returns text that a person gave.
    pub fn value(value: impl Into<String>) -> Self {
        Self(vec![Span::Value(value.into())])
    }

    /// Returns true when nothing would be seen of it.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|span| match span {
            Span::Words(words) | Span::Value(words) | Span::Open(words) => words.trim().is_empty(),
            Span::Reference { words, .. } => words.is_empty(),
            Span::Strong(text) | Span::Emphasis(text) | Span::Inserted(text) | Span::Deleted(text) => {
                text.is_empty()
            }
            Span::Blank { .. } => false,
            Span::LineBreak => true,
        })
    }

    /// Returns what a reader reads, without marks of style; a line break as `\n`, a blank as underscores.
    /// Words that are gone are left out.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        self.write_plain(&mut out);
        out
    }

    fn write_plain(&self, out: &mut String) {
        for span in &self.0 {
            match span {
                Span::Words(words) | Span::Value(words) => out.push_str(words),
                Span::Reference { words, .. } => out.push_str(words),
                Span::Strong(text) | Span::Emphasis(text) | Span::Inserted(text) => text.write_plain(out),
                Span::Deleted(_) => {}
                Span::Open(question) => {
                    out.push('[');
                    out.push_str(question);
                    out.push(']');
                }
                Span::Blank { .. } => out.push_str("____________"),
                Span::LineBreak => out.push('\n'),
            }
        }
    }

    /// Calls `visit` for every span, outermost first, in reading order.
    pub fn visit<'a>(&'a self, visit: &mut impl FnMut(&'a Span)) {
        for span in &self.0 {
            visit(span);
            if let Span::Strong(text) | Span::Emphasis(text) | Span::Inserted(text) | Span::Deleted(text) =
                span
            {
                text.visit(visit);
            }
        }
    }

    /// Calls `change` for every span, in reading order.
    pub fn visit_mut(&mut self, change: &mut impl FnMut(&mut Span)) {
        for span in &mut self.0 {
            change(span);
            if let Span::Strong(text) | Span::Emphasis(text) | Span::Inserted(text) | Span::Deleted(text) =
                span
            {
                text.visit_mut(change);
            }
        }
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::words(words)
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self::words(words)
    }
}
