//! Papers as Markdown, for editors and web pages.
//!
//! Labels are kept as text, since Markdown would count for itself. Must not know pages.

use document::{Answer, Block, Field, Paper, Span, Table, Text};

use crate::words::Words;

/// Returns a paper as Markdown.
pub fn markdown(paper: &Paper) -> String {
    let words = Words::of(&paper.language);
    let mut writer = Writer { out: String::new(), words };
    if paper.furniture.draft {
        writer.line("", &format!("**{}**", words.draft));
    }
    if let Some(private) = &paper.furniture.private {
        writer.line("", &format!("**{}**", escaped(private)));
    }
    writer.blocks(&paper.blocks, "");
    let end = writer.out.trim_end().len();
    writer.out.truncate(end);
    writer.out.push('\n');
    writer.out
}

struct Writer {
    out: String,
    words: &'static Words,
}

impl Writer {
    fn blocks(&mut self, blocks: &[Block], prefix: &str) {
        blocks.iter().for_each(|block| self.block(block, prefix));
    }

    /// Writes lines, each after the prefix, and an empty line.
    fn line(&mut self, prefix: &str, words: &str) {
        for line in words.lines() {
            self.out.push_str(prefix);
            self.out.push_str(line);
            self.out.push('\n');
        }
        self.out.push_str(prefix.trim_end());
        self.out.push('\n');
    }

    fn block(&mut self, block: &Block, prefix: &str) {
        match block {
            Block::Title { text, under } => {
                self.line(prefix, &format!("# {}", one_line(text)));
                under.iter().for_each(|under| self.line(prefix, &inline(under)));
            }
            Block::Heading(heading) => {
                let marks = "#".repeat(usize::from(heading.level.clamp(2, 4)));
                let label =
                    heading.label.as_ref().map_or(String::new(), |label| format!("{} ", escaped(label)));
                self.line(prefix, &format!("{marks} {label}{}", one_line(&heading.text)));
            }
            Block::Paragraph { text, .. } => self.line(prefix, &inline(text)),
            Block::Items(items) => {
                for item in items {
                    self.item(&format!("**{}** ", escaped(&item.label)), &item.blocks, prefix);
                }
            }
            Block::Bullets(bullets) => bullets.iter().for_each(|blocks| self.item("", blocks, prefix)),
            Block::Table(table) => self.table(table, prefix),
            Block::Fields(fields) => self.fields(fields, prefix),
            Block::Signatures(places) => {
                for place in places {
                    let name = place.name.as_ref().map_or_else(|| blank(self.words.name), inline);
                    let mut line =
                        format!("{}  \n{name}  \n{}", inline(&place.role), blank(self.words.signature));
                    if place.dated {
                        line.push_str(&format!("  \n{}", blank(self.words.date)));
                    }
                    self.line(prefix, &line);
                }
            }
            Block::Notice { kind, blocks } => {
                let quoted = format!("{prefix}> ");
                let word = format!("**{}**", self.words.notice(*kind));
                self.line(&quoted, &word);
                self.blocks(blocks, &quoted);
                self.out.push('\n');
            }
            Block::Contents => {}
            Block::PageBreak => self.line(prefix, "---"),
        }
    }

    /// A list item whose label is part of its text.
    fn item(&mut self, label: &str, blocks: &[Block], prefix: &str) {
        let inner = format!("{prefix}  ");
        let start = self.out.len();
        self.blocks(blocks, &inner);
        let body = self.out.split_off(start);
        let first = body.strip_prefix(&inner).unwrap_or(&body);
        self.out.push_str(&format!("{prefix}- {label}"));
        self.out.push_str(if first.is_empty() { "\n\n" } else { first });
    }

    fn table(&mut self, table: &Table, prefix: &str) {
        if let Some(caption) = &table.caption {
            self.line(prefix, &format!("**{}**", one_line(caption)));
        }
        let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let cells = |cells: &document::Row| -> Vec<String> {
            cells.iter().map(|cell| cell.iter().map(one_line).collect::<Vec<_>>().join("<br>")).collect()
        };
        let head = table.head.as_ref().map_or_else(|| vec![String::new(); table.columns.len()], cells);
        let mut lines = vec![row(head), row(vec!["---".to_owned(); table.columns.len()])];
        lines.extend(table.rows.iter().map(|r| row(cells(r))));
        self.line(prefix, &lines.join("\n"));
    }

    fn fields(&mut self, fields: &[Field], prefix: &str) {
        for field in fields {
            let hint = field.hint.as_ref().map_or(String::new(), |hint| format!("  \n*{}*", one_line(hint)));
            let answer = match &field.answer {
                Answer::Given(texts) => texts.iter().map(inline).collect::<Vec<_>>().join("  \n"),
                Answer::Blank { .. } => "\\_\\_\\_\\_\\_\\_".to_owned(),
                Answer::Box { ticked, text } => {
                    format!("{} {}", if *ticked { "☒" } else { "☐" }, one_line(text))
                }
            };
            self.line(prefix, &format!("**{}**{hint}  \n{answer}", one_line(&field.label)));
        }
    }
}

fn blank(word: &str) -> String {
    format!("{word}: \\_\\_\\_\\_\\_\\_")
}

fn one_line(text: &Text) -> String {
    inline(text).replace("\\\n", " ").replace('\n', " ")
}

fn inline(text: &Text) -> String {
    let mut out = String::new();
    write_inline(text, &mut out);
    out
}

fn write_inline(text: &Text, out: &mut String) {
    for span in &text.0 {
        match span {
            Span::Words(words) | Span::Value(words) | Span::Reference { words, .. } => {
                out.push_str(&escaped(words))
            }
            Span::Strong(inner) => between(["**", "**"], inner, out),
            Span::Emphasis(inner) => between(["*", "*"], inner, out),
            Span::Open(question) => out.push_str(&format!("**\\[{}\\]**", escaped(question))),
            Span::Blank { .. } => out.push_str("\\_\\_\\_\\_\\_\\_"),
            Span::LineBreak => out.push_str("\\\n"),
            Span::Inserted(inner) => between(["<ins>", "</ins>"], inner, out),
            Span::Deleted(inner) => between(["<del>", "</del>"], inner, out),
        }
    }
}

fn between(marks: [&str; 2], inner: &Text, out: &mut String) {
    out.push_str(marks[0]);
    write_inline(inner, out);
    out.push_str(marks[1]);
}

/// Keeps what a person wrote from being read as markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' => out.extend(['\\', c]),
            '\n' => out.push_str("\\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stays_text() {
        let text = Text(vec![
            Span::Value("*not* [a](link) <b>".into()),
            Span::Strong(Text::words("bold")),
            Span::LineBreak,
            Span::Open("when?".into()),
        ]);
        assert_eq!(inline(&text), "\\*not\\* \\[a\\](link) \\<b\\>**bold**\\\n**\\[when?\\]**");
    }

    #[test]
    fn a_deeper_item_stands_in_its_items_column() {
        let mut writer = Writer { out: String::new(), words: Words::of(&document::Language::ENGLISH) };
        let inner = Block::Bullets(vec![vec![Block::body("inner")]]);
        writer.block(&Block::Bullets(vec![vec![Block::body("outer"), inner]]), "");
        assert_eq!(writer.out, "- outer\n\n  - inner\n\n");
    }
}
