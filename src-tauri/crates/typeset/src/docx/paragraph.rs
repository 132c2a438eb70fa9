//! Paragraphs: style, number, indent, what stays with what.
//!
//! Must not know blocks.

use document::{Anchor, Marking, Text};

use super::numbering::Number;
use super::runs::Face;
use super::twips;
use super::writer::Writer;
use crate::length::Length;
use crate::style;

/// How a paragraph is to be set.
#[derive(Debug, Clone, Default)]
pub(super) struct Setting {
    pub style: &'static str,
    /// Its native number.
    pub number: Option<Number>,
    /// A label written as words before it.
    pub label: Option<String>,
    /// From the left of the text to its first line, and on to the other lines.
    pub indent: Length,
    pub hang: Length,
    pub keep_next: bool,
    pub new_page: bool,
    pub align: Option<&'static str>,
    /// A line below it to write on.
    pub ruled: bool,
    pub anchor: Option<Anchor>,
}

impl Setting {
    pub fn of(style: &'static str) -> Self {
        Self { style, ..Self::default() }
    }
}

impl Writer<'_> {
    /// Writes a paragraph.
    pub(super) fn paragraph(&mut self, setting: Setting, text: &Text) {
        let marking = text.marking();
        self.open_paragraph(&setting, marking);
        self.labelled_text(&setting, text);
        self.close_paragraph();
    }

    /// Writes a text after its label, where that is no native number.
    pub(super) fn labelled_text(&mut self, setting: &Setting, text: &Text) {
        let marking = text.marking();
        if let Some(label) = &setting.label {
            let face = Face { gone: marking == Some(Marking::Deleted), ..Face::default() };
            match marking {
                Some(marking) => self.tracked(marking, |writer| writer.label(label, face)),
                None => self.label(label, face),
            }
        }
        self.text(text, Face::default());
    }

    /// A label that is no native number.
    fn label(&mut self, label: &str, face: Face) {
        self.run(label, face);
        self.xml.open("w:r", &[]);
        self.xml.empty("w:tab", &[]);
        self.xml.close();
    }

    /// Opens a paragraph and its bookmark; its properties stand in the order of the schema.
    pub(super) fn open_paragraph(&mut self, setting: &Setting, marking: Option<Marking>) {
        let new_page = setting.new_page || std::mem::take(&mut self.new_page);
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", setting.style);
        if setting.keep_next {
            self.xml.empty("w:keepNext", &[]);
        }
        if new_page {
            self.xml.empty("w:pageBreakBefore", &[]);
        }
        if let Some(number) = setting.number {
            self.xml.open("w:numPr", &[]);
            self.xml.value("w:ilvl", &number.level.to_string());
            self.xml.value("w:numId", &number.list.to_string());
            self.xml.close();
        }
        if setting.ruled {
            self.xml.open("w:pBdr", &[]);
            let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "1"), ("w:color", "auto")];
            self.xml.empty("w:bottom", &line);
            self.xml.close();
        }
        let left = twips(setting.indent + setting.hang);
        if setting.number.is_some() || setting.label.is_some() {
            self.xml.open("w:tabs", &[]);
            self.xml.empty("w:tab", &[("w:val", "num"), ("w:pos", &left)]);
            self.xml.close();
        }
        if setting.number.is_some() || left != "0" {
            self.xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &twips(setting.hang))]);
        }
        if let Some(align) = setting.align {
            self.xml.value("w:jc", align);
        }
        if let Some(marking) = marking {
            self.xml.open("w:rPr", &[]);
            self.tracked_mark(marking);
            self.xml.close();
        }
        self.xml.close();
        if let Some(name) = setting.anchor.as_ref().and_then(|anchor| self.bookmarks.get(anchor)).cloned() {
            self.bookmark(&name);
        }
    }

    /// Opens a bookmark that ends with its paragraph.
    pub(super) fn bookmark(&mut self, name: &str) {
        let id = self.next_id();
        self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
        self.marks.push(id);
    }

    pub(super) fn close_paragraph(&mut self) {
        for id in std::mem::take(&mut self.marks) {
            self.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        }
        self.xml.close();
    }

    /// An empty paragraph that takes next to no room: Word asks for one after a table.
    pub(super) fn thin(&mut self) {
        self.paragraph(Setting::of("Thin"), &Text::default());
    }
}

/// Width of the text on the page.
pub(super) const TEXT_WIDTH: Length = Length(style::USUAL.sheet.width.0 - 2 * style::USUAL.sheet.side.0);
