//! Text on one line: headings, notes, titles. No Markdown, marks only.

use document::{Span, Text};

use super::mark::{self, Stretch, Whose};

/// Returns filled-in `text` as spans.
pub(crate) fn inline(text: &str) -> Text {
    Text(spans(text))
}

/// Takes marks out of `text`; a line break inside a value becomes a line break.
pub(super) fn spans(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    for stretch in mark::decode(text) {
        match stretch {
            Stretch::Text(words) => push_words(&mut out, &words),
            Stretch::Mark(Whose::Ours, words) => push_words(&mut out, &words),
            Stretch::Mark(Whose::Open, question) => out.push(Span::Open(question)),
            Stretch::Mark(Whose::Given, words) => {
                for (index, line) in words.lines().enumerate() {
                    if index > 0 {
                        out.push(Span::LineBreak);
                    }
                    if !line.is_empty() {
                        out.push(Span::Value(line.to_owned()));
                    }
                }
            }
        }
    }
    out
}

/// Adds `words`, joined to what stands before them; "___" becomes a blank to write in.
fn push_words(out: &mut Vec<Span>, words: &str) {
    let mut rest = words;
    while let Some(at) = rest.find("___") {
        push_plain(out, &rest[..at]);
        let blank = &rest[at..];
        let length = blank.len() - blank.trim_start_matches('_').len();
        out.push(Span::Blank { millimetres: u16::try_from(length).unwrap_or(12).saturating_mul(12) });
        rest = &blank[length..];
    }
    push_plain(out, rest);
}

fn push_plain(out: &mut Vec<Span>, words: &str) {
    if words.is_empty() {
        return;
    }
    match out.last_mut() {
        Some(Span::Words(before)) => before.push_str(words),
        _ => out.push(Span::Words(words.to_owned())),
    }
}
