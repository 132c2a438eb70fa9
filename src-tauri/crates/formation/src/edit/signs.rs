//! The signs of a rule typed by hand, to blocks; `write` has the way back.
//!
//! Few, and those that people type anyway: an empty line between paragraphs; `1.`, `(a)`, `(i)` and `(A)` before
//! items, whose numbers are then counted; `- ` before bullets; `**heavier**`; `[](#quorum)` for "rule 12";
//! `[#too-few]` before an item that other rules refer to; rows between `|` for a table, with `|---|` under its head;
//! a `\` before a sign that is meant as itself. Everything else comes out as it was typed: there is no HTML here, no
//! template, no link to anywhere.

use document::{Align, Anchor, Block, Item, ItemDepth, Row, Span, Table, Text, label};

mod write;

use super::is_slug;
use crate::text::{columns, paragraphs};
pub(crate) use write::write;

/// A typed text, read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Read {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Terms it marks, by slug.
    pub terms: Vec<String>,
}

/// Reads `text` as the text of the rule with number `above`.
pub(crate) fn read(text: &str, above: &str) -> Read {
    let mut terms = Vec::new();
    let mut lines = join_lines(text, above).into_iter().peekable();
    let mut blocks = Vec::new();
    let mut numbered = 0;
    while let Some(line) = lines.peek() {
        let depth = match line.kind {
            Kind::Item(depth) => depth,
            Kind::Bullet => {
                blocks.push(Block::Bullets(bullets(&mut lines, &mut terms)));
                continue;
            }
            Kind::Row => {
                blocks.push(Block::Table(table(&mut lines, &mut terms)));
                continue;
            }
            Kind::Words | Kind::Under(_) => {
                if let Some(line) = lines.next() {
                    push_paragraph(&mut blocks, &line.words, &mut terms);
                }
                continue;
            }
        };
        let mut list = List { lines: &mut lines, terms: &mut terms, above };
        let first = if depth == ItemDepth::Paragraph { numbered } else { 0 };
        let items = list.items(depth, first);
        if depth == ItemDepth::Paragraph {
            numbered += items.len();
        }
        blocks.push(Block::Items(items));
    }
    Read { blocks, terms }
}

type Lines = std::iter::Peekable<std::vec::IntoIter<Line>>;

/// A paragraph or the first paragraph of an item, its lines joined.
#[derive(Debug)]
struct Line {
    kind: Kind,
    words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A paragraph of the rule itself.
    Words,
    /// A further paragraph of an item of this depth.
    Under(ItemDepth),
    Item(ItemDepth),
    Bullet,
    /// A row of a table.
    Row,
}

/// Items open above a line: how deep, how far in, and how many there are at that depth.
struct Open {
    depth: ItemDepth,
    indent: usize,
    count: usize,
}

/// Joins lines that belong together and finds out what each begins.
fn join_lines(text: &str, above: &str) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut after_gap = true;
    let mut in_table = false;
    let mut raws = text.split('\n').peekable();
    while let Some(raw) = raws.next() {
        let words = raw.trim_matches([' ', '\t']);
        let indent = raw.len() - raw.trim_start_matches(' ').len();
        if words.is_empty() {
            after_gap = true;
            in_table = false;
            continue;
        }
        in_table = is_row(words) && (in_table || raws.peek().is_some_and(|next| aligns(next).is_some()));
        if in_table {
            out.push(Line { kind: Kind::Row, words: words.to_owned() });
            open.clear();
        } else if let Some(rest) = words.strip_prefix("- ").or_else(|| words.strip_prefix("\u{2022} ")) {
            out.push(Line { kind: Kind::Bullet, words: rest.trim().to_owned() });
            open.clear();
        } else if let Some((depth, rest)) = item(words, indent, &open, Some(above)) {
            while open.last().is_some_and(|one| one.depth > depth) {
                open.pop();
            }
            match open.last_mut() {
                Some(one) if one.depth == depth => {
                    one.count += 1;
                    one.indent = indent;
                }
                _ => open.push(Open { depth, indent, count: 1 }),
            }
            out.push(Line { kind: Kind::Item(depth), words: rest.to_owned() });
        } else if after_gap || out.is_empty() {
            while open.last().is_some_and(|one| indent <= one.indent) {
                open.pop();
            }
            let kind = open.last().map_or(Kind::Words, |one| Kind::Under(one.depth));
            out.push(Line { kind, words: words.to_owned() });
        } else if let Some(last) = out.last_mut() {
            // A line ends where the window ended; only a `\` keeps the break.
            last.words.push(if last.words.ends_with('\\') { '\n' } else { ' ' });
            last.words.push_str(words);
        }
        after_gap = false;
    }
    out
}

/// Reads the label of an item: its depth, and what stands after it. `above` is the rule's number; none for any.
fn item<'a>(
    words: &'a str,
    indent: usize,
    open: &[Open],
    above: Option<&str>,
) -> Option<(ItemDepth, &'a str)> {
    let (label, rest) = words.split_once(' ').unwrap_or((words, ""));
    let rest = rest.trim();
    let inner = label
        .strip_prefix('(')
        .and_then(|label| label.strip_suffix(')'))
        .or_else(|| label.strip_suffix(')').filter(|label| !label.starts_with('(')))
        .or_else(|| label.strip_suffix('.'))
        .unwrap_or(label);
    let bare = inner == label;
    if !inner.is_empty() && inner.len() <= 7 && inner.chars().all(|c| c.is_ascii_digit() || c == '.') {
        // "12.1 Words" in rule 12 is what is printed there; other numbers without a sign are part of a sentence.
        let printed = inner.split_once('.').is_some_and(|(rule, item)| {
            above.is_none_or(|above| rule == above) && !item.is_empty() && !item.contains('.')
        });
        let is_whole = !inner.contains('.');
        if !printed && (bare || !is_whole) {
            return None;
        }
        return Some((by_indent(indent, open), rest));
    }
    if bare {
        return None;
    }
    let lower = inner.chars().all(|c| c.is_ascii_lowercase());
    let depth = if lower {
        let count = |depth| open.iter().find(|one| one.depth == depth).map(|one| one.count);
        let letters = count(ItemDepth::Letter);
        let is_next_letter = inner == bare_label(ItemDepth::Letter, letters.unwrap_or(0));
        let is_roman = !inner.is_empty() && inner.chars().all(|c| "ivxlc".contains(c));
        match (letters, count(ItemDepth::Roman)) {
            (_, Some(romans)) if inner == bare_label(ItemDepth::Roman, romans) => ItemDepth::Roman,
            _ if is_next_letter => ItemDepth::Letter,
            (Some(_), None) if inner == "i" => ItemDepth::Roman,
            (_, Some(_)) if is_roman => ItemDepth::Roman,
            // A bare "k." is a letter in a sentence; only the next of a list is one of its labels.
            _ if !label.starts_with('(') => return None,
            _ if inner.chars().count() == 1
                || inner.len() == 2 && letters.is_some_and(|count| count >= 26) =>
            {
                ItemDepth::Letter
            }
            _ => return None,
        }
    } else if inner.len() == 1 && inner.chars().all(|c| c.is_ascii_uppercase()) && label.starts_with('(') {
        ItemDepth::Capital
    } else {
        return None;
    };
    Some((depth, rest))
}

fn bare_label(depth: ItemDepth, index: usize) -> String {
    label(depth, index, "").trim_matches(['(', ')']).to_owned()
}

/// A number says how deep it stands by how far in it stands.
fn by_indent(indent: usize, open: &[Open]) -> ItemDepth {
    open.iter()
        .rev()
        .find_map(|one| {
            if indent >= one.indent + 2 {
                Some(one.depth.below().unwrap_or(one.depth))
            } else if indent + 1 >= one.indent {
                Some(one.depth)
            } else {
                None
            }
        })
        .unwrap_or(ItemDepth::Paragraph)
}

struct List<'a> {
    lines: &'a mut Lines,
    terms: &'a mut Vec<String>,
    above: &'a str,
}

impl List<'_> {
    fn items(&mut self, depth: ItemDepth, first: usize) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        while let Some(line) = self.lines.next_if(|line| line.kind == Kind::Item(depth)) {
            let (anchor, words) = take_anchor(&line.words);
            let mut blocks = Vec::new();
            push_paragraph(&mut blocks, words, self.terms);
            while let Some(kind) = self.lines.peek().map(|line| line.kind) {
                match kind {
                    Kind::Item(inner) if inner > depth => blocks.push(Block::Items(self.items(inner, 0))),
                    Kind::Under(of) if of >= depth => {
                        if let Some(line) = self.lines.next() {
                            push_paragraph(&mut blocks, &line.words, self.terms);
                        }
                    }
                    _ => break,
                }
            }
            items.push(Item { label: label(depth, first + items.len(), self.above), anchor, blocks });
        }
        items
    }
}

fn is_row(words: &str) -> bool {
    words.len() > 2 && words.starts_with('|') && words.ends_with('|')
}

/// Reads the row under a table's head, which says how its columns are set.
fn aligns(words: &str) -> Option<Vec<Align>> {
    let words = words.trim();
    let align = |cell: &str| match (cell.starts_with(':'), cell.ends_with(':'), cell.trim_matches(':')) {
        (_, _, dashes) if dashes.is_empty() || dashes.chars().any(|c| c != '-') => None,
        (true, true, _) => Some(Align::Centre),
        (false, true, _) => Some(Align::End),
        _ => Some(Align::Start),
    };
    if !is_row(words) {
        return None;
    }
    cells(words).iter().map(|cell| align(cell)).collect()
}

/// Takes a row apart; `\|` is a sign in a cell.
fn cells(words: &str) -> Vec<String> {
    let inner = words.strip_prefix('|').unwrap_or(words);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in inner.chars() {
        if c == '|' && !escaped {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    // What stands after the last sign is nothing.
    cells.pop();
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

fn table(lines: &mut Lines, terms: &mut Vec<String>) -> Table {
    let mut rows: Vec<Row> = Vec::new();
    let mut set: Option<Vec<Align>> = None;
    while let Some(line) = lines.next_if(|line| line.kind == Kind::Row) {
        match aligns(&line.words).filter(|_| set.is_none() && rows.len() == 1) {
            Some(aligns) => set = Some(aligns),
            None => {
                let cells = cells(&line.words);
                rows.push(cells.iter().map(|cell| paragraphs(inline(cell, terms))).collect());
            }
        }
    }
    // As many columns as the longest row has: no cell is lost.
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut set = set.unwrap_or_default();
    set.resize(count, Align::Start);
    for row in &mut rows {
        row.resize(count, vec![Text::default()]);
    }
    let head = (!rows.is_empty())
        .then(|| rows.remove(0))
        .filter(|row| row.iter().flatten().any(|text| !text.is_empty()));
    let columns = columns(&set, head.iter().chain(&rows));
    Table { caption: None, columns, head, rows }
}

fn bullets(lines: &mut Lines, terms: &mut Vec<String>) -> Vec<Vec<Block>> {
    let mut out = Vec::new();
    while let Some(line) = lines.next_if(|line| line.kind == Kind::Bullet) {
        let mut blocks = Vec::new();
        push_paragraph(&mut blocks, &line.words, terms);
        out.push(blocks);
    }
    out
}

fn push_paragraph(blocks: &mut Vec<Block>, words: &str, terms: &mut Vec<String>) {
    let text = inline(words.trim(), terms);
    if !text.is_empty() {
        blocks.push(Block::body(text));
    }
}

/// Takes `[#slug]` off the start of an item.
fn take_anchor(words: &str) -> (Option<Anchor>, &str) {
    let found = words.strip_prefix("[#").and_then(|rest| rest.split_once(']'));
    match found {
        Some((slug, rest)) if is_slug(slug) => (Some(Anchor(slug.to_owned())), rest.trim_start()),
        _ => (None, words),
    }
}

/// Reads the signs inside a line.
fn inline(words: &str, terms: &mut Vec<String>) -> Text {
    let mut spans: Vec<Span> = Vec::new();
    // Where a heavier stretch began: the spans before it.
    let mut heavier: Option<Vec<Span>> = None;
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        if c == '\\' {
            let next = after.chars().next();
            match next {
                Some('\n') => spans.push(Span::LineBreak),
                Some(sign) if sign.is_ascii_punctuation() => push(&mut spans, sign),
                _ => {
                    push(&mut spans, c);
                    rest = after;
                    continue;
                }
            }
            rest = &after[next.map_or(0, char::len_utf8)..];
            continue;
        }
        if let Some(after) = rest.strip_prefix("**") {
            match heavier.take() {
                Some(before) => {
                    let strong = Text(std::mem::replace(&mut spans, before));
                    spans.push(Span::Strong(strong));
                    rest = after;
                    continue;
                }
                None if has_end(after) => {
                    heavier = Some(std::mem::take(&mut spans));
                    rest = after;
                    continue;
                }
                None => {}
            }
        }
        if let Some((read, after)) = link(rest) {
            match read {
                Link::Rule(slug) => {
                    spans.push(Span::Reference { to: Anchor(slug.to_owned()), words: String::new() });
                }
                Link::Term(said, slug) => {
                    terms.push(slug.to_owned());
                    said.chars().for_each(|c| push(&mut spans, c));
                }
            }
            rest = after;
            continue;
        }
        if rest.starts_with("___") {
            let length = rest.len() - rest.trim_start_matches('_').len();
            spans.push(Span::Blank { millimetres: u16::try_from(length).unwrap_or(12).saturating_mul(12) });
            rest = &rest[length..];
            continue;
        }
        push(&mut spans, c);
        rest = after;
    }
    Text(spans)
}

/// Whether a heavier stretch that begins here ends, with something in it and no space at its edges.
fn has_end(after: &str) -> bool {
    if after.starts_with(char::is_whitespace) {
        return false;
    }
    let mut escaped = false;
    let mut before = ' ';
    for (at, c) in after.char_indices() {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == '*' && after[at..].starts_with("**") {
            return at > 0 && !before.is_whitespace();
        }
        before = c;
    }
    false
}

enum Link<'a> {
    Rule(&'a str),
    Term(&'a str, &'a str),
}

fn link(rest: &str) -> Option<(Link<'_>, &str)> {
    let (said, after) = rest.strip_prefix('[')?.split_once("](")?;
    let (to, after) = after.split_once(')')?;
    if said.contains(['[', ']', '\n', '\\', '*']) {
        return None;
    }
    if let Some(slug) = to.strip_prefix('#') {
        return is_slug(slug).then_some((Link::Rule(slug), after));
    }
    let slug = to.strip_prefix('=')?;
    (is_slug(slug) && !said.is_empty()).then_some((Link::Term(said, slug), after))
}

fn push(spans: &mut Vec<Span>, c: char) {
    // A line that was joined has a space; a break that nothing kept is one too.
    let c = if c == '\n' { ' ' } else { c };
    match spans.last_mut() {
        Some(Span::Words(words)) => words.push(c),
        _ => spans.push(Span::Words(c.to_string())),
    }
}

#[cfg(test)]
mod tests;
