//! Blocks to the signs of a rule typed by hand, so that what the model says can be gone on with.

use document::{Align, Block, Row, Span, Text, Tone};

use super::item;

/// Writes blocks as text that [`super::read`] reads back as the same words; none when they hold something that has no
/// sign, such as a table.
pub(crate) fn write(blocks: &[Block]) -> Option<String> {
    let mut out = String::new();
    for block in blocks {
        write_block(block, 0, &mut out)?;
    }
    Some(out.trim_end().to_owned())
}

fn write_block(block: &Block, indent: usize, out: &mut String) -> Option<()> {
    let inset = " ".repeat(indent);
    match block {
        Block::Paragraph { text, tone: Tone::Body } => {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&format!("{inset}{}\n", signs(text)?));
        }
        Block::Items(items) => {
            if out.ends_with("\n") && indent == 0 {
                out.push('\n');
            }
            for (index, item) in items.iter().enumerate() {
                let label = match item.label.starts_with('(') {
                    true => item.label.clone(),
                    false => format!("{}.", item.label.rsplit('.').next().unwrap_or("1")),
                };
                let anchor = item.anchor.as_ref().map_or(String::new(), |anchor| format!("[#{}] ", anchor.0));
                let mut blocks = item.blocks.iter();
                let first = match blocks.next() {
                    Some(Block::Paragraph { text, tone: Tone::Body }) => signs(text)?,
                    None => String::new(),
                    Some(_) => return None,
                };
                if index > 0 && indent == 0 && items.iter().any(|item| item.blocks.len() > 1) {
                    out.push('\n');
                }
                out.push_str(&format!("{inset}{label} {anchor}{first}\n"));
                for block in blocks {
                    write_block(block, indent + 3, out)?;
                }
            }
        }
        Block::Bullets(bullets) => {
            if indent > 0 {
                return None;
            }
            if !out.is_empty() {
                out.push('\n');
            }
            for bullet in bullets {
                let [Block::Paragraph { text, tone: Tone::Body }] = bullet.as_slice() else { return None };
                out.push_str(&format!("- {}\n", signs(text)?));
            }
        }
        Block::Table(table) if indent == 0 && table.caption.is_none() && table.columns.len() > 1 => {
            if !out.is_empty() {
                out.push('\n');
            }
            let blank: Row = vec![vec![Text::default()]; table.columns.len()];
            write_row(table.head.as_ref().unwrap_or(&blank), out)?;
            let dashes = table.columns.iter().map(|column| match column.align {
                Align::Start => "---|",
                Align::End => "--:|",
                Align::Centre => ":-:|",
            });
            out.push_str(&format!("|{}\n", dashes.collect::<String>()));
            for row in &table.rows {
                write_row(row, out)?;
            }
        }
        _ => return None,
    }
    Some(())
}

fn write_row(row: &Row, out: &mut String) -> Option<()> {
    out.push('|');
    for cell in row {
        let texts: Option<Vec<String>> = cell.iter().map(signs).collect();
        out.push_str(&format!(" {} |", texts?.join(" ").replace('|', "\\|")));
    }
    out.push('\n');
    Some(())
}

/// Writes a text with signs; a sign that is meant as itself gets its `\`.
fn signs(text: &Text) -> Option<String> {
    let mut out = String::new();
    for span in &text.0 {
        match span {
            Span::Words(words) | Span::Value(words) => escape(words, &mut out),
            Span::Strong(inner) => {
                if inner.0.iter().any(|span| matches!(span, Span::Strong(_))) {
                    return None;
                }
                out.push_str(&format!("**{}**", signs(inner)?));
            }
            Span::Emphasis(inner) => out.push_str(&signs(inner)?),
            Span::Reference { to, .. } => out.push_str(&format!("[](#{})", to.0)),
            Span::Open(question) => {
                out.push_str("\\[");
                escape(question, &mut out);
                out.push_str("\\]");
            }
            Span::Blank { millimetres } => out.push_str(&"_".repeat(usize::from((*millimetres / 12).max(3)))),
            Span::LineBreak => out.push_str("\\\n"),
            Span::Inserted(_) | Span::Deleted(_) => return None,
        }
    }
    let out = out.trim().to_owned();
    // Words that look like the label of an item, at the start or after a break.
    let looks = |label: &str| item(label, 0, &[], None).is_some();
    let labelled = |line: &str| {
        looks(line) || line.starts_with("- ") || line.starts_with('\u{2022}') || line.starts_with("(i")
    };
    let lines: Option<Vec<String>> = out
        .split('\n')
        .map(|line| if labelled(line) { escape_label(line) } else { Some(line.to_owned()) })
        .collect();
    Some(lines?.join("\n"))
}

/// Puts a `\` into the label that a line begins with.
fn escape_label(line: &str) -> Option<String> {
    if line.starts_with(['(', '-']) {
        return Some(format!("\\{line}"));
    }
    let at = line.find(['.', ')'])?;
    Some(format!("{}\\{}", &line[..at], &line[at..]))
}

fn escape(words: &str, out: &mut String) {
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let is_sign = match c {
            '\\' | '[' => true,
            '*' | '_' => chars.peek() == Some(&c) || out.ends_with(c),
            _ => false,
        };
        if is_sign {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
}
