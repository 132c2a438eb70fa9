//! Papers as plain text: every word, in reading order, nothing else.
//!
//! Must not know pages or styles.

use document::{Answer, Block, Field, Marking, Paper, Row, Signature, Table, Text};

use crate::words::{Words, marked};

/// Returns a paper as plain text, indented by depth, a blank line between blocks.
pub fn text(paper: &Paper) -> String {
    let mut writer = Writer { out: String::new(), label: None, words: Words::of(&paper.language), paper };
    let furniture = &paper.furniture;
    if furniture.draft {
        writer.line(0, writer.words.draft);
    }
    furniture.private.iter().for_each(|line| writer.line(0, line));
    writer.blocks(&paper.blocks, 0);
    let end = writer.out.trim_end().len();
    writer.out.truncate(end);
    writer.out.push('\n');
    writer.out
}

struct Writer<'p> {
    out: String,
    /// What stands before the next line, in the column of the item that it labels.
    label: Option<String>,
    words: &'static Words,
    paper: &'p Paper,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        blocks.iter().for_each(|block| self.block(block, depth));
    }

    /// Writes a paragraph of one or more lines, none longer than [`WIDTH`], and a blank line after it.
    fn line(&mut self, depth: usize, words: &str) {
        let indent = "  ".repeat(depth);
        for line in words.lines() {
            let first = self.first_indent(depth);
            for wrapped in wrap(line, WIDTH, &first, &indent) {
                self.out.push_str(wrapped.trim_end());
                self.out.push('\n');
            }
        }
        self.out.push('\n');
    }

    /// The next line's indent, with the label that waits for it.
    fn first_indent(&mut self, depth: usize) -> String {
        match self.label.take() {
            Some(label) => format!("{}{label} ", "  ".repeat(depth.saturating_sub(1))),
            None => "  ".repeat(depth),
        }
    }

    fn block(&mut self, block: &Block, depth: usize) {
        match block {
            Block::Title { text, under } => {
                self.line(depth, &marked(text));
                under.iter().for_each(|under| self.line(depth, &marked(under)));
            }
            Block::Heading(heading) => {
                let label = heading.label.as_ref().map_or(String::new(), |label| format!("{label} "));
                self.line(depth, &format!("{label}{}", marked(&heading.text)));
            }
            Block::Paragraph { text, .. } => self.line(depth, &marked(text)),
            Block::Items(items) => {
                for item in items {
                    self.labelled(&item.label, &item.blocks, depth);
                }
            }
            Block::Bullets(bullets) => bullets.iter().for_each(|blocks| self.labelled("•", blocks, depth)),
            Block::Table(table) => self.table(table, depth),
            Block::Fields(fields) => fields.iter().for_each(|field| self.field(field, depth)),
            Block::Signatures(places) => places.iter().for_each(|place| self.signature(place, depth)),
            Block::Notice { kind, blocks } => {
                self.line(depth, self.words.notice(*kind));
                self.blocks(blocks, depth + 1);
            }
            Block::Contents => self.contents(depth),
            Block::PageBreak => {}
        }
    }

    /// Puts a label before the first line of what it labels.
    fn labelled(&mut self, label: &str, blocks: &[Block], depth: usize) {
        let above = self.label.take().map_or(String::new(), |above| format!("{above} "));
        self.label = Some(format!("{above}{label}"));
        self.blocks(blocks, depth + 1);
        if self.label.is_some() {
            self.line(depth + 1, "\u{a0}");
        }
    }

    /// A table in columns, as wide as their shares; a cell goes on below itself.
    fn table(&mut self, table: &Table, depth: usize) {
        table.caption.iter().for_each(|caption| self.line(depth, &marked(caption)));
        let room = WIDTH.saturating_sub(2 * depth + BETWEEN.len() * table.columns.len().saturating_sub(1));
        let total: usize = table.columns.iter().map(|column| usize::from(column.share.max(1))).sum();
        let widths: Vec<usize> = table
            .columns
            .iter()
            .map(|column| (room * usize::from(column.share.max(1)) / total.max(1)).max(LEAST))
            .collect();
        if let Some(head) = &table.head {
            self.row(head, &widths, depth);
            let rules: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
            self.columns(&rules, &widths, depth);
        }
        table.rows.iter().for_each(|row| self.row(row, &widths, depth));
        self.out.push('\n');
    }

    fn row(&mut self, row: &Row, widths: &[usize], depth: usize) {
        let cells: Vec<Vec<String>> = row
            .iter()
            .zip(widths)
            .map(|(cell, width)| joined(cell, "\n").lines().flat_map(|l| wrap(l, *width, "", "")).collect())
            .collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        for at in 0..height {
            let line: Vec<String> =
                cells.iter().map(|lines| lines.get(at).cloned().unwrap_or_default()).collect();
            self.columns(&line, widths, depth);
        }
    }

    fn columns(&mut self, cells: &[String], widths: &[usize], depth: usize) {
        let padded: Vec<String> =
            cells.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        let first = self.first_indent(depth);
        self.out.push_str(format!("{first}{}", padded.join(BETWEEN)).trim_end());
        self.out.push('\n');
    }

    fn field(&mut self, field: &Field, depth: usize) {
        let mut asked = marked(&field.label);
        field.hint.iter().for_each(|hint| asked.push_str(&format!("\n{}", marked(hint))));
        let answer = match &field.answer {
            Answer::Given(texts) => joined(texts, "\n"),
            Answer::Blank { .. } => "____________".to_owned(),
            Answer::Box { ticked, text } => {
                format!("[{}] {}", if *ticked { 'x' } else { ' ' }, marked(text))
            }
        };
        let answer: Vec<String> = answer.lines().map(|line| format!("  {line}")).collect();
        self.line(depth, &format!("{asked}\n{}", answer.join("\n")));
    }

    fn signature(&mut self, place: &Signature, depth: usize) {
        let blank = "____________";
        let name = place.name.as_ref().map_or_else(|| format!("{}: {blank}", self.words.name), marked);
        let mut words = format!("{}\n{name}\n{}: {blank}", marked(&place.role), self.words.signature);
        if place.dated {
            words.push_str(&format!("\n{}: {blank}", self.words.date));
        }
        self.line(depth, &words);
    }

    fn contents(&mut self, depth: usize) {
        let mut words = self.words.contents.to_owned();
        self.paper.visit(&mut |block| {
            if let Block::Heading(heading) = block
                && matches!(heading.level, 2 | 3)
                && heading.text.marking() != Some(Marking::Deleted)
            {
                let label = heading.label.as_ref().map_or(String::new(), |label| format!("{label} "));
                let indent = "  ".repeat(usize::from(heading.level) - 1);
                words.push_str(&format!("\n{indent}{label}{}", heading.text.plain().replace('\n', " ")));
            }
        });
        self.line(depth, &words);
    }
}

/// The longest line: what a mail or a terminal shows whole.
const WIDTH: usize = 78;
/// Between the columns of a table.
const BETWEEN: &str = " | ";
/// A column is no narrower.
const LEAST: usize = 4;

fn wrap(line: &str, width: usize, first: &str, others: &str) -> Vec<String> {
    let options = textwrap::Options::new(width)
        .initial_indent(first)
        .subsequent_indent(others)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(line, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

fn joined(texts: &[Text], between: &str) -> String {
    texts.iter().map(marked).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use document::{Audience, Furniture, Heading, Item, Language};

    use super::*;

    #[test]
    fn words_come_in_reading_order_with_their_labels() {
        let item = |label: &str, blocks| Item { label: label.into(), anchor: None, blocks };
        let heading = Heading { level: 3, label: Some("2".into()), anchor: None, text: "Quorum".into() };
        let paper = Paper {
            slug: "x".into(),
            title: "x".into(),
            language: Language::ENGLISH,
            foreign: Vec::new(),
            audience: Audience::Keep,
            furniture: Furniture { draft: true, ..Furniture::default() },
            blocks: vec![
                Block::Heading(heading),
                Block::Items(vec![item(
                    "2.1",
                    vec![Block::body("Either"), Block::Items(vec![item("(a)", vec![Block::body("one")])])],
                )]),
                Block::Bullets(vec![vec![Block::body("dot")]]),
            ],
        };
        assert_eq!(text(&paper), "DRAFT\n\n2 Quorum\n\n2.1 Either\n\n  (a) one\n\n• dot\n");
    }

    #[test]
    fn lines_wrap_below_their_words_and_tables_keep_their_columns() {
        let long =
            "A general meeting may decide any matter that these rules do not give to somebody else here.";
        let item = Item { label: "2.1".into(), anchor: None, blocks: vec![Block::body(long)] };
        let column = |share| document::Column { share, align: document::Align::Start };
        let row = |a: &str, b: &str| vec![vec![Text::words(a)], vec![Text::words(b)]];
        let table = Table {
            caption: Some("Quorum".into()),
            columns: vec![column(1), column(4)],
            head: Some(row("Members", "Quorum")),
            rows: vec![row("2 to 10 of them here now", "2"), row("More", long)],
        };
        let paper = Paper {
            slug: "x".into(),
            title: "x".into(),
            language: Language::ENGLISH,
            foreign: Vec::new(),
            audience: Audience::Keep,
            furniture: Furniture::default(),
            blocks: vec![Block::Items(vec![item]), Block::Table(table)],
        };
        insta::assert_snapshot!(text(&paper));
    }
}
