//! The lines of the list of contents: each leads to its heading and shows its page.
//!
//! Word writes the list anew when it opens the file, as the field is marked as out of date; the lines
//! stand here for readers that do not. Must not know blocks.

use document::{Heading, Text};

use super::paragraph::TEXT_WIDTH;
use super::runs::Face;
use super::twips;
use super::writer::{Writer, contents_bookmark};
use crate::length::Length;

impl Writer<'_> {
    /// Writes the line of the heading counted `number`; the first opens the field, the last ends it.
    pub(super) fn contents_line(&mut self, number: usize, heading: &Heading, first: bool, last: bool) {
        let part = heading.level == 2;
        let style = if part { "TOC1" } else { "TOC2" };
        let gutter = if heading.label.is_some() && !part { Length::pt(30) } else { Length::ZERO };
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", style);
        self.xml.open("w:tabs", &[]);
        if gutter > Length::ZERO {
            self.xml.empty("w:tab", &[("w:val", "left"), ("w:pos", &twips(gutter))]);
        }
        let end = [("w:val", "right"), ("w:leader", "dot"), ("w:pos", &twips(TEXT_WIDTH))];
        self.xml.empty("w:tab", &end);
        self.xml.close();
        self.xml.close();
        if first {
            self.begin_contents();
        }
        let bookmark = contents_bookmark(number);
        self.xml.open("w:hyperlink", &[("w:anchor", &bookmark), ("w:history", "1")]);
        if let Some(label) = &heading.label {
            self.run(label, Face::default());
            if part {
                self.run(" ", Face::default());
            } else {
                self.tab();
            }
        }
        let words = Text::words(heading.text.plain().replace('\n', " "));
        self.text(&words, Face::default());
        self.tab();
        let page = self.heading_pages.get(number - 1).map_or(String::new(), usize::to_string);
        self.field(&format!(" PAGEREF {bookmark} \\h "), &page, Face::default());
        self.xml.close();
        if last {
            self.contents_sign(&[("w:fldCharType", "end")]);
        }
        self.xml.close();
    }

    fn begin_contents(&mut self) {
        self.contents_sign(&[("w:fldCharType", "begin"), ("w:dirty", "true")]);
        self.xml.open("w:r", &[]);
        self.xml.words("w:instrText", &[("xml:space", "preserve")], " TOC \\o \"1-2\" \\h \\z \\u ");
        self.xml.close();
        self.contents_sign(&[("w:fldCharType", "separate")]);
    }

    fn contents_sign(&mut self, attributes: &[(&str, &str)]) {
        self.xml.open("w:r", &[]);
        self.xml.empty("w:fldChar", attributes);
        self.xml.close();
    }

    pub(super) fn tab(&mut self) {
        self.xml.open("w:r", &[]);
        self.xml.empty("w:tab", &[]);
        self.xml.close();
    }
}
