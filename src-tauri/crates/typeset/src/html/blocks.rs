//! Blocks and spans as HTML elements.

use document::{
    Align, Answer, Block, Cell, Field, Heading, Item, Language, Marking, Notice, Paper, Row, Signature, Span,
    Table, Text, Tone, stretches,
};

use crate::words::Words;

/// Writes HTML.
pub(super) struct Writer<'p> {
    out: String,
    paper: Option<&'p Paper>,
    words: &'static Words,
    headings: usize,
    /// Writes words of running text, where somebody wants more of them than letters.
    explain: Option<Explain<'p>>,
}

/// Makes HTML of words of running text.
pub type Explain<'p> = &'p mut dyn FnMut(&str) -> String;

/// The id of a heading that has no anchor, by its place among all headings.
fn heading_id(number: usize) -> String {
    format!("heading-{number}")
}

/// Returns text with the five characters that mean something in HTML replaced.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

impl<'p> Writer<'p> {
    pub fn new(paper: Option<&'p Paper>) -> Self {
        let language = paper.map_or(Language::ENGLISH, |paper| paper.language.clone());
        Self { out: String::new(), paper, words: Words::of(&language), headings: 0, explain: None }
    }

    /// The same for a piece of a paper whose words somebody writes.
    pub fn explaining(explain: Explain<'p>) -> Self {
        Self { explain: Some(explain), ..Self::new(None) }
    }

    pub fn finish(self) -> String {
        self.out
    }

    pub fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }

    pub fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title { text, under } => {
                self.element("h1", "", text);
                if let Some(under) = under {
                    self.element("p", " class=\"under-title\"", under);
                }
            }
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph { text, tone } => {
                let class = match tone {
                    // In running text alone: a heading or a table is no place for more than its words.
                    Tone::Body if self.explain.is_some() => {
                        self.raw("<p>");
                        self.running(text);
                        return self.raw("</p>\n");
                    }
                    Tone::Body => "",
                    Tone::Lead => " class=\"lead\"",
                    Tone::Note => " class=\"note\"",
                    Tone::Small => " class=\"small\"",
                    Tone::Centred => " class=\"centred\"",
                };
                self.element("p", class, text);
            }
            Block::Items(items) => self.items(items),
            Block::Bullets(bullets) => {
                self.raw("<ul>\n");
                for blocks in bullets {
                    self.raw("<li>");
                    self.inner(blocks);
                    self.raw("</li>\n");
                }
                self.raw("</ul>\n");
            }
            Block::Table(table) => self.table(table),
            Block::Fields(fields) => self.fields(fields),
            Block::Signatures(places) => places.iter().for_each(|place| self.signature(place)),
            Block::Notice { kind, blocks } => self.notice(*kind, blocks),
            Block::Contents => self.contents(),
            Block::PageBreak => self.raw("<div class=\"page-break\"></div>\n"),
        }
    }

    fn element(&mut self, name: &str, attributes: &str, text: &Text) {
        self.raw(&format!("<{name}{attributes}>"));
        self.text(text);
        self.raw(&format!("</{name}>\n"));
    }

    fn heading(&mut self, heading: &Heading) {
        let level = heading.level.clamp(2, 4);
        self.headings += 1;
        let id = match &heading.anchor {
            Some(anchor) => format!(" id=\"{}\"", escaped(&anchor.0)),
            None if self.paper.is_some() => format!(" id=\"{}\"", heading_id(self.headings)),
            None => String::new(),
        };
        self.raw(&format!("<h{level}{id}>"));
        if let Some(label) = &heading.label {
            self.label(label, heading.text.marking());
        }
        self.text(&heading.text);
        self.raw(&format!("</h{level}>\n"));
    }

    /// Labels are written out: they are part of the text, not of a browser's counting.
    fn items(&mut self, items: &[Item]) {
        // Some readers take a list without its own signs for no list, unless it says that it is one.
        self.raw("<ol class=\"items\" role=\"list\">\n");
        for item in items {
            let id = item
                .anchor
                .as_ref()
                .map_or(String::new(), |anchor| format!(" id=\"{}\"", escaped(&anchor.0)));
            self.raw(&format!("<li{id}>"));
            self.label(&item.label, document::marking(&item.blocks));
            self.inner(&item.blocks);
            self.raw("</li>\n");
        }
        self.raw("</ol>\n");
    }

    /// A label, marked when all that it stands for came or went.
    fn label(&mut self, label: &str, marking: Option<Marking>) {
        let text = Text::words(label);
        self.raw("<span class=\"label\">");
        match marking {
            Some(Marking::Inserted) => self.marked("ins", self.words.inserted, &text),
            Some(Marking::Deleted) => self.marked("del", self.words.deleted, &text),
            None => self.text(&text),
        }
        self.raw("</span> ");
    }

    /// Blocks inside an item.
    fn inner(&mut self, blocks: &[Block]) {
        self.raw("<div>");
        self.blocks(blocks);
        self.raw("</div>");
    }

    /// A table may be wider than what it stands in: it scrolls in a box of its own, by keys too.
    fn table(&mut self, table: &Table) {
        let label = self.words.table;
        self.raw(&format!(
            "<div class=\"table\" role=\"group\" aria-label=\"{label}\" tabindex=\"0\">\n<table>\n"
        ));
        if let Some(caption) = &table.caption {
            self.element("caption", "", caption);
        }
        if let Some(head) = &table.head {
            self.raw("<thead>\n");
            self.row(head, table, "th scope=\"col\"", "th");
            self.raw("</thead>\n");
        }
        self.raw("<tbody>\n");
        table.rows.iter().for_each(|row| self.row(row, table, "td", "td"));
        self.raw("</tbody>\n</table>\n</div>\n");
    }

    fn row(&mut self, row: &Row, table: &Table, open: &str, close: &str) {
        self.raw("<tr>");
        for (index, cell) in row.iter().enumerate() {
            let class = match table.columns.get(index).map(|column| column.align) {
                Some(Align::End) => " class=\"end\"",
                Some(Align::Centre) => " class=\"centre\"",
                _ => "",
            };
            self.raw(&format!("<{open}{class}>"));
            self.cell(cell);
            self.raw(&format!("</{close}>"));
        }
        self.raw("</tr>\n");
    }

    fn cell(&mut self, cell: &Cell) {
        match cell.as_slice() {
            [text] => self.text(text),
            texts => texts.iter().for_each(|text| self.element("p", "", text)),
        }
    }

    fn fields(&mut self, fields: &[Field]) {
        self.raw("<table class=\"fields\">\n<tbody>\n");
        for field in fields {
            self.raw("<tr><th scope=\"row\">");
            self.text(&field.label);
            if let Some(hint) = &field.hint {
                self.raw("<br><span class=\"hint\">");
                self.text(hint);
                self.raw("</span>");
            }
            self.raw("</th><td>");
            match &field.answer {
                Answer::Given(texts) => self.cell(texts),
                Answer::Blank { lines } => {
                    (0..(*lines).max(1)).for_each(|_| self.raw("<span class=\"blank-line\"></span>"));
                }
                Answer::Box { ticked, text } => {
                    let (sign, said) =
                        if *ticked { ("☒", self.words.ticked) } else { ("☐", self.words.not_ticked) };
                    self.raw(&format!(
                        "<span class=\"tick\" role=\"img\" aria-label=\"{}\">{sign}</span> ",
                        escaped(said)
                    ));
                    self.text(text);
                }
            }
            self.raw("</td></tr>\n");
        }
        self.raw("</tbody>\n</table>\n");
    }

    fn signature(&mut self, place: &Signature) {
        self.raw("<dl class=\"signature\">");
        let blank = "<span class=\"blank-line\"></span>";
        self.raw("<dt>");
        self.text(&place.role);
        self.raw("</dt><dd>");
        match &place.name {
            Some(name) => self.text(name),
            None => self.raw(blank),
        }
        self.raw(&format!("</dd><dt>{}</dt><dd>{blank}</dd>", escaped(self.words.signature)));
        if place.dated {
            self.raw(&format!("<dt>{}</dt><dd>{blank}</dd>", escaped(self.words.date)));
        }
        self.raw("</dl>\n");
    }

    fn notice(&mut self, kind: Notice, blocks: &[Block]) {
        let class = match kind {
            Notice::Remark => "remark",
            Notice::Warning => "warning",
            Notice::Private => "private",
            Notice::Prescribed => "prescribed",
        };
        let word = escaped(self.words.notice(kind));
        self.raw(&format!(
            "<div class=\"notice {class}\" role=\"note\"><p class=\"notice-word\"><strong>{word}</strong></p>\n"
        ));
        self.blocks(blocks);
        self.raw("</div>\n");
    }

    /// Leads to every heading; a piece of a paper has no contents.
    fn contents(&mut self) {
        let Some(paper) = self.paper else { return };
        let title = escaped(self.words.contents);
        self.raw(&format!(
            "<nav class=\"contents\" aria-label=\"{title}\"><h2>{title}</h2>\n<ol role=\"list\">\n"
        ));
        let mut lines = String::new();
        let mut number = 0;
        paper.visit(&mut |block| {
            let Block::Heading(heading) = block else { return };
            number += 1;
            if !matches!(heading.level, 2 | 3) || heading.text.marking() == Some(Marking::Deleted) {
                return;
            }
            let label = heading.label.as_ref().map_or(String::new(), |l| format!("{} ", escaped(l)));
            let words = format!("{label}{}", escaped(&heading.text.plain()));
            let id = heading.anchor.as_ref().map_or_else(|| heading_id(number), |anchor| escaped(&anchor.0));
            let level = heading.level;
            lines.push_str(&format!("<li class=\"level-{level}\"><a href=\"#{id}\">{words}</a></li>\n"));
        });
        self.raw(&lines);
        self.raw("</ol></nav>\n");
    }

    fn text(&mut self, text: &Text) {
        for span in &text.0 {
            match span {
                Span::Words(words) => self.words_of(words),
                Span::Value(value) => {
                    self.raw("<bdi>");
                    self.words_of(value);
                    self.raw("</bdi>");
                }
                Span::Strong(inner) => self.wrapped("strong", inner),
                Span::Emphasis(inner) => self.wrapped("em", inner),
                Span::Reference { to, words } => {
                    self.raw(&format!("<a href=\"#{}\">{}</a>", escaped(&to.0), escaped(words)));
                }
                Span::Open(question) => {
                    self.raw(&format!(
                        "<mark class=\"open\"><strong>[{}]</strong></mark>",
                        escaped(question)
                    ));
                }
                Span::Blank { .. } => self.raw("<span class=\"blank\">____________</span>"),
                Span::LineBreak => self.raw("<br>"),
                Span::Inserted(inner) => self.marked("ins", self.words.inserted, inner),
                Span::Deleted(inner) => self.marked("del", self.words.deleted, inner),
            }
        }
    }

    /// Words, with those of another language told apart.
    fn words_of(&mut self, words: &str) {
        let foreign = self.paper.map_or(&[][..], |paper| &paper.foreign);
        let mut from = 0;
        for (place, language) in stretches(words, foreign) {
            let (before, own) = (words.get(from..place.start), words.get(place.clone()));
            let (before, own) = (escaped(before.unwrap_or_default()), escaped(own.unwrap_or_default()));
            self.out.push_str(&format!("{before}<span lang=\"{}\">{own}</span>", language.0));
            from = place.end;
        }
        self.out.push_str(&escaped(words.get(from..).unwrap_or_default()));
    }

    /// Running text whose words somebody explains.
    fn running(&mut self, text: &Text) {
        for span in &text.0 {
            match (span, self.explain.as_mut()) {
                (Span::Words(words), Some(explain)) => {
                    let html = explain(words);
                    self.raw(&html);
                }
                _ => self.text(&Text(vec![span.clone()])),
            }
        }
    }

    /// Where a mark begins and ends is said in words too, to those who do not see it.
    fn marked(&mut self, name: &str, said: [&str; 2], inner: &Text) {
        let [begins, ends] = said.map(|words| format!("<span class=\"unseen\"> ({words}) </span>"));
        self.raw(&format!("<{name}>{begins}"));
        self.text(inner);
        self.raw(&format!("{ends}</{name}>"));
    }

    fn wrapped(&mut self, name: &str, inner: &Text) {
        self.raw(&format!("<{name}>"));
        self.text(inner);
        self.raw(&format!("</{name}>"));
    }
}
