//! Markdown to blocks. Reads filled-in texts: marks become values here.

use document::{
    Align, Anchor, Answer, Block, Cell, Column, Field, Heading, Item, ItemDepth, Notice, Row, Signature,
    Span, Table, Text, Tone, label,
};
use pulldown_cmark::{Alignment, BlockQuoteKind, Event, HeadingLevel, Options, Parser, Tag, TextMergeStream};

use super::inline::spans;

/// A text brought to blocks.
#[derive(Debug, Default)]
pub(crate) struct Marked {
    /// What it consists of, in order.
    pub pieces: Vec<Piece>,
    /// Slugs of the terms it marks, in order of use.
    pub terms: Vec<String>,
    /// What in it is not ours: raw HTML, an image.
    pub problems: Vec<String>,
}

/// A block, or the place where something computed goes.
#[derive(Debug)]
pub(crate) enum Piece {
    /// A block.
    Block(Block),
    /// The place of something computed.
    Directive(Directive),
}

/// Something computed that a text has a place for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Directive {
    /// The rules themselves.
    Constitution,
    /// The words explained.
    WordsUsed,
}

impl Marked {
    /// Returns its blocks; places of computed things are left out.
    pub(crate) fn blocks(self) -> Vec<Block> {
        self.pieces
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Block(block) => Some(block),
                Piece::Directive(_) => None,
            })
            .collect()
    }
}

/// Brings `text` to blocks. `above` is the number of the rule it belongs to; empty when there is none.
pub(crate) fn blocks(text: &str, above: &str) -> Marked {
    let options = Options::ENABLE_TABLES | Options::ENABLE_DEFINITION_LIST | Options::ENABLE_GFM;
    let events = TextMergeStream::new(Parser::new_ext(text, options)).collect::<Vec<_>>();
    let mut reader = Reader { events: events.into_iter(), above: above.to_owned(), out: Marked::default() };
    let pieces = reader.pieces(ItemDepth::Paragraph);
    reader.out.pieces = pieces;
    reader.out
}

struct Reader<'a> {
    events: std::vec::IntoIter<Event<'a>>,
    above: String,
    out: Marked,
}

impl Reader<'_> {
    /// Reads blocks up to the end of what contains them.
    fn pieces(&mut self, depth: ItemDepth) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut loose: Vec<Span> = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::Start(tag) if is_block(&tag) => {
                    flush(&mut loose, &mut pieces);
                    self.block(tag, depth, &mut pieces);
                }
                Event::End(_) => break,
                Event::Rule => {
                    flush(&mut loose, &mut pieces);
                    pieces.push(Piece::Block(Block::PageBreak));
                }
                // Items of a tight list hold their text without a paragraph around it.
                other => self.inline_event(other, &mut loose),
            }
        }
        flush(&mut loose, &mut pieces);
        pieces
    }

    fn blocks(&mut self, depth: ItemDepth) -> Vec<Block> {
        self.pieces(depth)
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Block(block) => Some(block),
                Piece::Directive(_) => None,
            })
            .collect()
    }

    fn next(&mut self) -> Option<Event<'static>> {
        self.events.next().map(Event::into_static)
    }

    fn block(&mut self, tag: Tag<'_>, depth: ItemDepth, pieces: &mut Vec<Piece>) {
        match tag {
            Tag::Paragraph => {
                let text = self.text();
                let plain = text.plain();
                match plain.trim() {
                    "[[contents]]" => pieces.push(Piece::Block(Block::Contents)),
                    "[[constitution]]" => pieces.push(Piece::Directive(Directive::Constitution)),
                    "[[words-used]]" => pieces.push(Piece::Directive(Directive::WordsUsed)),
                    _ if text.is_empty() => {}
                    _ => pieces.push(Piece::Block(Block::body(text))),
                }
            }
            Tag::Heading { level, .. } => {
                let text = self.text();
                pieces.push(Piece::Block(match level {
                    HeadingLevel::H1 => Block::Title { text, under: None },
                    level => Block::Heading(Heading {
                        level: (level as u8).min(4),
                        label: None,
                        anchor: None,
                        text,
                    }),
                }));
            }
            Tag::List(Some(_)) => pieces.push(Piece::Block(Block::Items(self.items(depth)))),
            Tag::List(None) => pieces.push(Piece::Block(Block::Bullets(self.bullets(depth)))),
            Tag::Table(alignments) => pieces.push(Piece::Block(Block::Table(self.table(&alignments)))),
            Tag::DefinitionList => pieces.push(Piece::Block(Block::Fields(self.fields()))),
            Tag::BlockQuote(kind) => {
                let blocks = self.blocks(depth);
                match kind.map(notice) {
                    Some(kind) => pieces.push(Piece::Block(Block::Notice { kind, blocks })),
                    None => pieces.extend(blocks.into_iter().map(|block| Piece::Block(as_note(block)))),
                }
            }
            Tag::CodeBlock(_) => {
                let code = self.code();
                pieces.push(Piece::Block(Block::Signatures(code.lines().filter_map(signature).collect())));
            }
            other => {
                self.out.problems.push(format!("{other:?} is not part of our texts"));
                self.blocks(depth);
            }
        }
    }

    fn items(&mut self, depth: ItemDepth) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some(event) = self.next() {
            if let Event::End(_) = event {
                break;
            }
            let label = label(depth, items.len(), &self.above);
            let mut blocks = self.blocks(depth.below().unwrap_or(ItemDepth::Capital));
            let anchor = take_anchor(&mut blocks);
            items.push(Item { label, anchor, blocks });
        }
        items
    }

    fn bullets(&mut self, depth: ItemDepth) -> Vec<Vec<Block>> {
        let mut bullets = Vec::new();
        while let Some(event) = self.next() {
            if let Event::End(_) = event {
                break;
            }
            bullets.push(self.blocks(depth));
        }
        bullets
    }

    fn table(&mut self, alignments: &[Alignment]) -> Table {
        let mut head = None;
        let mut rows: Vec<Row> = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::Start(Tag::TableHead) => head = Some(self.row()),
                Event::Start(Tag::TableRow) => rows.push(self.row()),
                _ => break,
            }
        }
        // A head without words is a plain grid.
        let head = head.filter(|row: &Row| row.iter().flatten().any(|text| !text.is_empty()));
        let alignments: Vec<Align> = alignments.iter().map(align).collect();
        let columns = columns(&alignments, head.iter().chain(&rows));
        Table { caption: None, columns, head, rows }
    }

    fn row(&mut self) -> Row {
        let mut row = Row::new();
        while let Some(Event::Start(_)) = self.next() {
            let cell = self.text();
            row.push(paragraphs(cell));
        }
        row
    }

    fn fields(&mut self) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        let mut title = Text::default();
        while let Some(event) = self.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => title = self.text(),
                Event::Start(Tag::DefinitionListDefinition) => {
                    let pieces = self.pieces(ItemDepth::Paragraph);
                    self.definition(&mut title, pieces, &mut fields);
                }
                _ => break,
            }
        }
        fields
    }

    /// One answer of a form: help, a blank, boxes to tick, or words.
    fn definition(&mut self, title: &mut Text, pieces: Vec<Piece>, fields: &mut Vec<Field>) {
        let blocks: Vec<Block> = pieces
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Block(block) => Some(block),
                Piece::Directive(_) => None,
            })
            .collect();
        if let [Block::Paragraph { text, tone: Tone::Note }] = blocks.as_slice() {
            // Help stands with the question: before its answer, or after it.
            match fields.last_mut() {
                Some(field) if title.is_empty() => field.hint = Some(text.clone()),
                _ => {
                    let label = std::mem::take(title);
                    fields.push(Field { label, hint: Some(text.clone()), answer: Answer::Given(Vec::new()) });
                }
            }
            return;
        }
        let answer = answer(blocks);
        let waiting = |field: &&mut Field| matches!(&field.answer, Answer::Given(given) if given.is_empty());
        match fields.last_mut().filter(waiting) {
            Some(field) if title.is_empty() => field.answer = answer,
            _ => fields.push(Field { label: std::mem::take(title), hint: None, answer }),
        }
    }

    fn code(&mut self) -> String {
        let mut code = String::new();
        while let Some(event) = self.next() {
            match event {
                Event::Text(text) => code.push_str(&text),
                _ => break,
            }
        }
        code
    }

    /// Reads inline text up to the end of what contains it.
    fn text(&mut self) -> Text {
        let mut spans = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if is_block(&tag) => {
                    let mut inner = Vec::new();
                    self.block(tag, ItemDepth::Letter, &mut inner);
                }
                other => self.inline_event(other, &mut spans),
            }
        }
        tidy(spans)
    }

    fn inline_event(&mut self, event: Event<'_>, out: &mut Vec<Span>) {
        match event {
            Event::Text(text) | Event::Code(text) => out.extend(spans(&text)),
            Event::SoftBreak => out.push(Span::Words(" ".to_owned())),
            Event::HardBreak => out.push(Span::LineBreak),
            Event::Start(Tag::Strong) => {
                let text = self.text();
                out.push(Span::Strong(text));
            }
            Event::Start(Tag::Emphasis) => {
                let text = self.text();
                out.push(Span::Emphasis(text));
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let text = self.text();
                self.link(&dest_url, text, out);
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                self.out.problems.push(format!("HTML is not part of our texts: {html}"));
                out.extend(spans(&html));
            }
            Event::Start(other) => {
                self.out.problems.push(format!("{other:?} is not part of our texts"));
                let text = self.text();
                out.extend(text.0);
            }
            _ => {}
        }
    }

    fn link(&mut self, to: &str, text: Text, out: &mut Vec<Span>) {
        if let Some(anchor) = to.strip_prefix('#') {
            out.push(Span::Reference { to: Anchor(anchor.to_owned()), words: String::new() });
        } else if let Some(term) = to.strip_prefix('=') {
            self.out.terms.push(term.to_owned());
            out.extend(text.0);
        } else {
            self.out.problems.push(format!("a link to {to}: only rules and terms are linked"));
            out.extend(text.0);
        }
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Strong
            | Tag::Emphasis
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Superscript
            | Tag::Subscript
    )
}

fn flush(loose: &mut Vec<Span>, pieces: &mut Vec<Piece>) {
    let text = tidy(std::mem::take(loose));
    if !text.is_empty() {
        pieces.push(Piece::Block(Block::body(text)));
    }
}

/// Joins neighbouring words and trims the ends, so that equal texts compare equal.
fn tidy(spans: Vec<Span>) -> Text {
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match (out.last_mut(), span) {
            (Some(Span::Words(before)), Span::Words(words)) => before.push_str(&words),
            (_, span) => out.push(span),
        }
    }
    if let Some(Span::Words(first)) = out.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(Span::Words(last)) = out.last_mut() {
        *last = last.trim_end().to_owned();
    }
    out.retain(|span| !matches!(span, Span::Words(words) if words.is_empty()));
    Text(out)
}

/// Takes `[#slug]` off the start of an item.
fn take_anchor(blocks: &mut [Block]) -> Option<Anchor> {
    let Some(Block::Paragraph { text, .. }) = blocks.first_mut() else { return None };
    let Some(Span::Words(words)) = text.0.first_mut() else { return None };
    let (slug, rest) = words.strip_prefix("[#")?.split_once(']')?;
    let anchor = Anchor(slug.to_owned());
    *words = rest.trim_start().to_owned();
    Some(anchor)
}

fn as_note(block: Block) -> Block {
    match block {
        Block::Paragraph { text, .. } => Block::Paragraph { text, tone: Tone::Note },
        other => other,
    }
}

fn notice(kind: BlockQuoteKind) -> Notice {
    match kind {
        BlockQuoteKind::Note | BlockQuoteKind::Tip => Notice::Remark,
        BlockQuoteKind::Warning => Notice::Warning,
        BlockQuoteKind::Caution => Notice::Private,
        BlockQuoteKind::Important => Notice::Prescribed,
    }
}

/// `role | name | dated`, of which the last two may be left out.
fn signature(line: &str) -> Option<Signature> {
    let mut parts = line.split('|').map(|part| tidy(spans(part.trim())));
    let role = parts.next().filter(|role| !role.is_empty())?;
    let name = parts.next().filter(|name| !name.is_empty());
    let dated = parts.next().is_some_and(|dated| !dated.is_empty());
    Some(Signature { role, name, dated })
}

fn answer(blocks: Vec<Block>) -> Answer {
    if let [Block::PageBreak] = blocks.as_slice() {
        return Answer::Blank { lines: 1 };
    }
    if let [Block::Paragraph { text, .. }] = blocks.as_slice() {
        let plain = text.plain();
        if let [Span::Blank { .. }] = text.0.as_slice() {
            return Answer::Blank { lines: 1 };
        }
        if let [Span::Blank { .. }, Span::Words(lines)] = text.0.as_slice()
            && let Ok(lines) = lines.trim().parse()
        {
            return Answer::Blank { lines };
        }
        for (sign, ticked) in [("[ ] ", false), ("[x] ", true)] {
            if plain.starts_with(sign) {
                return Answer::Box { ticked, text: without_start(text, sign) };
            }
        }
    }
    Answer::Given(blocks.into_iter().flat_map(given).collect())
}

/// Returns the paragraphs of an answer; items keep their labels in front.
fn given(block: Block) -> Vec<Text> {
    match block {
        Block::Paragraph { text, .. } => vec![text],
        Block::Bullets(bullets) => {
            bullets.into_iter().flatten().flat_map(given).map(|text| led(text, "\u{2022} ")).collect()
        }
        Block::Items(items) => items
            .into_iter()
            .flat_map(|item| {
                let lead = format!("{} ", item.label);
                item.blocks.into_iter().flat_map(given).map(move |text| led(text, &lead))
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn led(text: Text, lead: &str) -> Text {
    let mut spans = vec![Span::Words(lead.to_owned())];
    spans.extend(text.0);
    tidy(spans)
}

fn without_start(text: &Text, start: &str) -> Text {
    let mut text = text.clone();
    if let Some(Span::Words(words)) = text.0.first_mut() {
        *words = words.strip_prefix(start).unwrap_or(words).to_owned();
    }
    text
}

/// A cell's text falls into paragraphs at its line breaks.
pub(crate) fn paragraphs(text: Text) -> Cell {
    let mut cell: Cell = vec![Text::default()];
    for span in text.0 {
        match span {
            Span::LineBreak => cell.push(Text::default()),
            span => {
                if let Some(last) = cell.last_mut() {
                    last.0.push(span);
                }
            }
        }
    }
    cell
}

fn align(alignment: &Alignment) -> Align {
    match alignment {
        Alignment::Right => Align::End,
        Alignment::Center => Align::Centre,
        Alignment::None | Alignment::Left => Align::Start,
    }
}

/// Shares the width out by what the columns hold: none is squeezed, none is mostly empty.
pub(crate) fn columns<'a>(alignments: &[Align], rows: impl Iterator<Item = &'a Row>) -> Vec<Column> {
    const LEAST: usize = 8;
    const MOST: usize = 48;
    let mut widest = vec![LEAST; alignments.len()];
    for row in rows {
        for (width, cell) in widest.iter_mut().zip(row) {
            let longest = cell.iter().map(|text| text.plain().chars().count()).max().unwrap_or(0);
            *width = (*width).max(longest.min(MOST));
        }
    }
    alignments
        .iter()
        .zip(widest)
        .map(|(align, width)| Column { share: u16::try_from(width).unwrap_or(1), align: *align })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::mark::{Whose, encode};
    use super::*;

    /// One line a block, for reading in a test.
    fn outline(text: &str) -> String {
        let mut out = String::new();
        for piece in blocks(text, "5").pieces {
            match piece {
                Piece::Directive(directive) => out.push_str(&format!("{directive:?}\n")),
                Piece::Block(block) => write(&block, 0, &mut out),
            }
        }
        out
    }

    fn write(block: &Block, indent: usize, out: &mut String) {
        let pad = "  ".repeat(indent);
        match block {
            Block::Items(items) => {
                for item in items {
                    let anchor = item.anchor.as_ref().map_or(String::new(), |a| format!(" #{}", a.0));
                    out.push_str(&format!("{pad}{}{anchor}\n", item.label));
                    item.blocks.iter().for_each(|block| write(block, indent + 1, out));
                }
            }
            Block::Notice { kind, blocks } => {
                out.push_str(&format!("{pad}{kind:?}\n"));
                blocks.iter().for_each(|block| write(block, indent + 1, out));
            }
            Block::Table(table) => {
                for row in table.head.iter().chain(&table.rows) {
                    let cells: Vec<String> = row
                        .iter()
                        .map(|cell| cell.iter().map(Text::plain).collect::<Vec<_>>().join(" / "))
                        .collect();
                    out.push_str(&format!("{pad}{}\n", cells.join(" | ")));
                }
            }
            Block::Fields(fields) => {
                for field in fields {
                    out.push_str(&format!("{pad}{}: {:?}\n", field.label.plain(), field.answer));
                }
            }
            Block::Signatures(places) => {
                for place in places {
                    let name = place.name.as_ref().map(Text::plain);
                    out.push_str(&format!("{pad}{} {name:?} {}\n", place.role.plain(), place.dated));
                }
            }
            other => {
                let texts: Vec<String> = other.texts().iter().map(|text| text.plain()).collect();
                out.push_str(&format!("{pad}{}\n", texts.join("")));
            }
        }
    }

    #[test]
    fn items_are_numbered_by_depth_and_may_be_named() {
        let text = "1. One\n2. [#two] Two:\n   1. first\n   1. second:\n      1. deep\n\n   Then more.\n";
        insta::assert_snapshot!(outline(text), @r"
        5.1
          One
        5.2 #two
          Two:
          (a)
            first
          (b)
            second:
            (i)
              deep
          Then more.
        ");
    }

    #[test]
    fn forms_notices_tables_and_signatures() {
        let text = "Name\n: Asha\n\nDate\n: > On the day.\n: ___3\n\nSure?\n: [ ] Yes\n: [x] No\n\n\
            > [!WARNING]\n> Mind this.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n```sign\nMember | Asha | dated\nSecretary\n```\n\n---\n\n[[constitution]]\n";
        insta::assert_snapshot!(outline(text), @r#"
        Name: Given([Text([Words("Asha")])])
        Date: Blank { lines: 3 }
        Sure?: Box { ticked: false, text: Text([Words("Yes")]) }
        : Box { ticked: true, text: Text([Words("No")]) }
        Warning
          Mind this.
        a | b
        1 | 2
        Member Some("Asha") true
        Secretary None false

        Constitution
        "#);
    }

    #[test]
    fn a_value_is_never_markup() {
        for words in ["1. *x*", "[a](#b)", "| a | b |", "<script>", "# x", "---", "```", "_a_ **b**"] {
            let text = format!("1. before {} after\n", encode(Whose::Given, words));
            let marked = blocks(&text, "1");
            assert!(marked.problems.is_empty());
            let [Piece::Block(Block::Items(items))] = marked.pieces.as_slice() else {
                panic!("{words} changed the blocks: {:?}", marked.pieces)
            };
            let texts = items[0].blocks[0].texts();
            assert_eq!(texts[0].0[1], Span::Value(words.into()), "{words}");
        }
    }

    #[test]
    fn html_is_a_problem() {
        assert_eq!(blocks("a <b>x</b>", "").problems.len(), 2);
    }
}
