//! Tables, forms, boxes and places to sign: all of them Word's tables.
//!
//! Must not know pages.

use document::{Align, Answer, Block, Cell, Field, Marking, Notice, Row, Signature, Table, Text};

use super::paragraph::Setting;
use super::runs::Face;
use super::twips;
use super::writer::{Pending, Place, Writer};
use crate::columns::{share_out, words_of_column};
use crate::length::Length;
use crate::style;

/// The lines of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    /// Around every cell.
    Grid,
    /// Between rows.
    Rows,
    /// Around the whole.
    Box,
    None,
}

/// Between a question and its answer, and between the columns of a place to sign.
const GAP: Length = Length::pt(16);

impl Writer<'_> {
    pub(super) fn table(&mut self, table: &Table, place: Place) {
        if let Some(caption) = &table.caption {
            let setting = Setting { indent: place.indent, keep_next: true, ..Setting::of("Caption") };
            self.paragraph(setting, caption);
        }
        let least: Vec<Length> = (0..table.columns.len()).map(|index| widest_word(table, index)).collect();
        let widths = share_out(table, place.width, &least);
        self.open_table(&widths, place.indent, Lines::Grid, table.caption.as_ref());
        for (head, row) in
            table.head.iter().map(|row| (true, row)).chain(table.rows.iter().map(|row| (false, row)))
        {
            self.row(table, row, head, &widths);
        }
        self.xml.close();
        self.thin();
    }

    fn row(&mut self, table: &Table, row: &Row, head: bool, widths: &[Length]) {
        self.open_row(marking_of(row.iter().flatten()), head);
        for ((cell, column), width) in row.iter().zip(&table.columns).zip(widths) {
            self.open_cell(*width, &[]);
            let align = match column.align {
                Align::Start => None,
                Align::End => Some("right"),
                Align::Centre => Some("center"),
            };
            let style = if head { "TableHead" } else { "TableText" };
            self.cell(cell, &Setting { align, keep_next: head, ..Setting::of(style) });
            self.xml.close();
        }
        self.xml.close();
    }

    /// A cell ends with a paragraph, however little it says.
    fn cell(&mut self, cell: &Cell, setting: &Setting) {
        cell.iter().for_each(|text| self.paragraph(setting.clone(), text));
        if cell.is_empty() {
            self.paragraph(setting.clone(), &Text::default());
        }
    }

    pub(super) fn fields(&mut self, fields: &[Field], place: Place) {
        let asked = place.width.times(38, 100);
        let widths = [asked, place.width - asked];
        self.open_table(&widths, place.indent, Lines::Rows, None);
        for field in fields {
            let answers: Vec<&Text> = match &field.answer {
                Answer::Given(texts) => texts.iter().collect(),
                Answer::Box { text, .. } => vec![text],
                Answer::Blank { .. } => Vec::new(),
            };
            let texts = [&field.label].into_iter().chain(&field.hint).chain(answers);
            self.open_row(marking_of(texts), false);
            self.open_cell(widths[0], &[]);
            self.paragraph(Setting::of("Question"), &field.label);
            field.hint.iter().for_each(|hint| self.paragraph(Setting::of("Hint"), hint));
            self.xml.close();
            self.open_cell(widths[1], &[]);
            self.answer(&field.answer);
            self.xml.close();
            self.xml.close();
        }
        self.xml.close();
        self.thin();
    }

    fn answer(&mut self, answer: &Answer) {
        match answer {
            Answer::Given(texts) => self.cell(texts, &Setting::of("Answer")),
            Answer::Blank { lines } => {
                for _ in 0..(*lines).max(1) {
                    let setting = Setting { ruled: true, ..Setting::of("WritingLine") };
                    self.paragraph(setting, &Text::default());
                }
            }
            Answer::Box { ticked, text } => {
                let setting = Setting { hang: Length::pt(18), ..Setting::of("Answer") };
                self.open_paragraph(&setting, text.marking());
                self.tick_box(*ticked);
                self.xml.open("w:r", &[]);
                self.xml.empty("w:tab", &[]);
                self.xml.close();
                self.text(text, Face::default());
                self.close_paragraph();
            }
        }
    }

    /// A box that Word's reader can tick.
    fn tick_box(&mut self, ticked: bool) {
        let said = if ticked { self.words.ticked } else { self.words.not_ticked };
        self.xml.open("w:sdt", &[]);
        self.xml.open("w:sdtPr", &[]);
        self.xml.value("w:alias", said);
        self.xml.open("w14:checkbox", &[]);
        self.xml.empty("w14:checked", &[("w14:val", if ticked { "1" } else { "0" })]);
        let font = "MS Gothic";
        self.xml.empty("w14:checkedState", &[("w14:val", "2612"), ("w14:font", font)]);
        self.xml.empty("w14:uncheckedState", &[("w14:val", "2610"), ("w14:font", font)]);
        self.xml.close();
        self.xml.close();
        self.xml.open("w:sdtContent", &[]);
        self.run(if ticked { "☒" } else { "☐" }, Face::default());
        self.xml.close();
        self.xml.close();
    }

    /// A box that must be noticed.
    pub(super) fn notice(&mut self, kind: Notice, blocks: &[Block], place: Place) {
        let word = self.words.notice(kind);
        self.open_table(&[place.width], place.indent, Lines::Box, None);
        self.open_row(document::marking(blocks), false);
        self.open_cell(place.width, &[]);
        let setting = Setting { keep_next: true, ..Setting::of("NoticeWord") };
        self.paragraph(setting, &word.into());
        let width = place.width - style::USUAL.box_side * 2;
        let inner = Place { indent: Length::ZERO, width, outermost: false };
        self.blocks(blocks, inner, Pending::default());
        if matches!(blocks.last(), Some(Block::Table(_) | Block::Fields(_) | Block::Signatures(_)) | None) {
            self.thin();
        }
        self.xml.close();
        self.xml.close();
        self.xml.close();
        self.thin();
    }

    pub(super) fn signatures(&mut self, places: &[Signature], place: Place) {
        // Room between what is signed and the first place, which stay together.
        self.paragraph(Setting { keep_next: true, ..Setting::of("Thin") }, &Text::default());
        for signature in places {
            self.signature(signature, place);
            self.thin();
        }
    }

    /// Role and name, a line to sign on and one for the date; what each line is for stands below it.
    fn signature(&mut self, signature: &Signature, place: Place) {
        let person = place.width.times(36, 100);
        let dated = if signature.dated { place.width.times(20, 100) } else { Length::ZERO };
        let gaps = if signature.dated { GAP * 2 } else { GAP };
        let mut widths = vec![person, GAP, place.width - person - dated - gaps];
        let mut captions = vec![None, None, Some(self.words.signature)];
        if signature.name.is_none() {
            captions[0] = Some(self.words.name);
        }
        if signature.dated {
            widths.extend([GAP, dated]);
            captions.extend([None, Some(self.words.date)]);
        }
        let texts = [Some(&signature.role), signature.name.as_ref()];
        let marking = marking_of(texts.into_iter().flatten());
        self.open_table(&widths, place.indent, Lines::None, None);
        self.open_row_of(marking, false, Some(Length::pt(38)));
        for (index, (width, caption)) in widths.iter().zip(&captions).enumerate() {
            self.open_cell(*width, if caption.is_some() { &["w:bottom"] } else { &[] });
            let keep = |style| Setting { keep_next: true, ..Setting::of(style) };
            if index == 0 {
                self.paragraph(keep("Question"), &signature.role);
                signature.name.iter().for_each(|name| self.paragraph(keep("Answer"), name));
            } else {
                self.paragraph(keep("SmallCaption"), &Text::default());
            }
            self.xml.close();
        }
        self.xml.close();
        self.open_row(marking, false);
        for (width, caption) in widths.iter().zip(captions) {
            self.open_cell(*width, &[]);
            self.paragraph(Setting::of("SmallCaption"), &Text::words(caption.unwrap_or_default()));
            self.xml.close();
        }
        self.xml.close();
        self.xml.close();
    }

    fn open_table(&mut self, widths: &[Length], indent: Length, lines: Lines, caption: Option<&Text>) {
        let whole: Length = widths.iter().copied().sum();
        let (side, top) = match lines {
            Lines::Box => (style::USUAL.box_side, style::USUAL.box_top),
            Lines::None => (Length::ZERO, Length::ZERO),
            _ => (style::USUAL.cell_side, style::USUAL.cell_top),
        };
        self.xml.open("w:tbl", &[]);
        self.xml.open("w:tblPr", &[]);
        self.xml.empty("w:tblW", &[("w:w", &twips(whole)), ("w:type", "dxa")]);
        self.xml.empty("w:tblInd", &[("w:w", &twips(indent)), ("w:type", "dxa")]);
        let sides: &[&'static str] = match lines {
            Lines::Grid => &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"],
            Lines::Rows => &["w:top", "w:bottom", "w:insideH"],
            Lines::Box => &["w:top", "w:left", "w:bottom", "w:right"],
            Lines::None => &[],
        };
        if !sides.is_empty() {
            let size = if lines == Lines::Box { "8" } else { "4" };
            self.lines("w:tblBorders", sides, size);
        }
        self.xml.value_of("w:tblLayout", "w:type", "fixed");
        self.xml.open("w:tblCellMar", &[]);
        for (name, width) in [("w:top", top), ("w:left", side), ("w:bottom", top), ("w:right", side)] {
            self.xml.empty(name, &[("w:w", &twips(width)), ("w:type", "dxa")]);
        }
        self.xml.close();
        self.xml.empty("w:tblLook", &[("w:firstRow", "1"), ("w:noHBand", "1"), ("w:noVBand", "1")]);
        if let Some(caption) = caption {
            self.xml.value("w:tblCaption", &caption.plain());
        }
        self.xml.close();
        self.xml.open("w:tblGrid", &[]);
        widths.iter().for_each(|width| self.xml.empty("w:gridCol", &[("w:w", &twips(*width))]));
        self.xml.close();
    }

    fn lines(&mut self, name: &'static str, sides: &[&'static str], size: &str) {
        self.xml.open(name, &[]);
        for side in sides {
            let line = [("w:val", "single"), ("w:sz", size), ("w:space", "0"), ("w:color", "auto")];
            self.xml.empty(side, &line);
        }
        self.xml.close();
    }

    fn open_row(&mut self, marking: Option<Marking>, head: bool) {
        self.open_row_of(marking, head, None);
    }

    /// A row is kept whole; a head stands again on every page.
    fn open_row_of(&mut self, marking: Option<Marking>, head: bool, height: Option<Length>) {
        self.xml.open("w:tr", &[]);
        self.xml.open("w:trPr", &[]);
        self.xml.empty("w:cantSplit", &[]);
        if let Some(height) = height {
            self.xml.empty("w:trHeight", &[("w:val", &twips(height)), ("w:hRule", "atLeast")]);
        }
        if head {
            self.xml.empty("w:tblHeader", &[]);
        }
        if let Some(marking) = marking {
            self.tracked_mark(marking);
        }
        self.xml.close();
    }

    fn open_cell(&mut self, width: Length, lines: &[&'static str]) {
        self.xml.open("w:tc", &[]);
        self.xml.open("w:tcPr", &[]);
        self.xml.empty("w:tcW", &[("w:w", &twips(width)), ("w:type", "dxa")]);
        if !lines.is_empty() {
            self.lines("w:tcBorders", lines, "4");
        }
        self.xml.close();
    }
}

/// About what a column needs to tear no word, its padding included. Which face Word has is not known here, so
/// letters count as those of a wide one do.
fn widest_word(table: &Table, index: usize) -> Length {
    let mut widest = 0;
    words_of_column(table, index, |word, head| {
        let thousandths: i32 = word
            .chars()
            .map(|c| match c {
                'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' => 450,
                'm' | 'w' | 'M' | 'W' | '@' | '%' => 1_050,
                _ if c.is_alphabetic() && !c.is_uppercase() && c.is_ascii() => 680,
                _ if c.is_ascii_punctuation() => 450,
                _ => 780,
            })
            .sum();
        widest = widest.max(if head { thousandths } else { thousandths * 19 / 20 });
    });
    style::USUAL.cell.size.times(i64::from(widest), 1000) + style::USUAL.cell_side * 2
}

/// What became of a row, when the same became of all its words.
fn marking_of<'t>(texts: impl IntoIterator<Item = &'t Text>) -> Option<Marking> {
    let mut markings = texts.into_iter().filter(|text| !text.is_empty()).map(Text::marking);
    let first = markings.next()??;
    markings.all(|marking| marking == Some(first)).then_some(first)
}
