//! Papers as plain text: every word, in reading order, nothing else.
//!
//! Must not know pages or styles.

use document::{Answer, Block, Field, Marking, Paper, Signature, Table, Text};

use crate::words::{Words, marked};

/// Returns a paper as plain text, indented by depth, a blank line between blocks.
pub fn text(paper: &Paper) -> String {
    let mut writer = Writer { out: String::new(), words: Words::of(&paper.language), paper };
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
    words: &'static Words,
    paper: &'p Paper,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        blocks.iter().for_each(|block| self.block(block, depth));
    }

    /// Writes a paragraph of one or more lines and a blank line after it.
    fn line(&mut self, depth: usize, words: &str) {
        for line in words.lines() {
            self.out.push_str(&"  ".repeat(depth));
            self.out.push_str(line.trim_end());
            self.out.push('\n');
        }
        self.out.push('\n');
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
        let indent = "  ".repeat(depth + 1);
        let start = self.out.len();
        self.blocks(blocks, depth + 1);
        let body = self.out.split_off(start);
        let first = body.strip_prefix(&indent).unwrap_or(&body);
        self.out.push_str(&"  ".repeat(depth));
        self.out.push_str(label);
        self.out.push(' ');
        self.out.push_str(if first.is_empty() { "\n\n" } else { first });
    }

    fn table(&mut self, table: &Table, depth: usize) {
        table.caption.iter().for_each(|caption| self.line(depth, &marked(caption)));
        for row in table.head.iter().chain(&table.rows) {
            let cells: Vec<String> = row.iter().map(|cell| joined(cell, " ")).collect();
            self.line(depth, &cells.join(" | "));
        }
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
}
