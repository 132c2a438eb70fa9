//! Headers and footers: name, version, the mark of a draft, page numbers, a private paper's strip.
//!
//! Must not know the text between them.

use document::{Furniture, Text};

use super::paragraph::{Setting, TEXT_WIDTH};
use super::runs::Face;
use super::writer::Writer;
use super::xml::Xml;
use super::{NAMESPACES, twips};
use crate::style;

impl Writer<'_> {
    /// Writes a header: of the first page, which has no name on it, or of the others.
    pub(super) fn header(&mut self, first: bool) -> String {
        let furniture = self.paper.furniture.clone();
        self.part("w:hdr", |writer| {
            let words = if first { String::new() } else { furniture.header.clone() };
            writer.furniture_line("Header", &words, |writer| {
                if furniture.draft {
                    writer.run(writer.words.draft, Face { strong: true, ..Face::default() });
                    writer.watermark();
                }
            });
            writer.strip(&furniture);
            if first && furniture.stamp_space {
                // What lies below the header's own line down to the text.
                writer.paragraph(Setting::of("StampSpace"), &Text::default());
            }
        })
    }

    /// Writes the footer.
    pub(super) fn footer(&mut self) -> String {
        let words = self.paper.furniture.footer.clone();
        self.part("w:ftr", |writer| {
            writer.furniture_line("Footer", &words, |writer| {
                let (page, of) = writer.words.page_and_of();
                writer.run(&format!("{page} "), Face::default());
                writer.field(" PAGE ", "1", Face::default());
                writer.run(&format!(" {of} "), Face::default());
                writer.field(" NUMPAGES ", &writer.pages.to_string(), Face::default());
            });
        })
    }

    fn part(&mut self, root: &'static str, inner: impl FnOnce(&mut Self)) -> String {
        let body = std::mem::replace(&mut self.xml, Xml::new());
        self.xml.open(root, NAMESPACES);
        inner(self);
        std::mem::replace(&mut self.xml, body).finish()
    }

    /// One line with words on the left and more on the right.
    fn furniture_line(&mut self, style: &'static str, words: &str, right: impl FnOnce(&mut Self)) {
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", style);
        self.xml.open("w:tabs", &[]);
        self.xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &twips(TEXT_WIDTH))]);
        self.xml.close();
        self.xml.close();
        self.text(&Text::value(words), Face::default());
        self.tab();
        right(self);
        self.xml.close();
    }

    fn strip(&mut self, furniture: &Furniture) {
        if let Some(private) = &furniture.private {
            self.paragraph(Setting::of("PrivateStrip"), &Text::value(private.as_str()));
        }
    }

    /// The word DRAFT across the page, behind the text.
    fn watermark(&mut self) {
        let id = self.next_id();
        let (name, shape) = (format!("Draft{id}"), format!("draft{id}"));
        self.xml.open("w:r", &[]);
        self.xml.open("w:rPr", &[]);
        self.xml.empty("w:noProof", &[]);
        self.xml.close();
        self.xml.open("w:pict", &[]);
        let kind = [
            ("id", "_x0000_t136"),
            ("coordsize", "21600,21600"),
            ("o:spt", "136"),
            ("adj", "10800"),
            ("path", "m@7,l@8,m@5,21600l@6,21600e"),
        ];
        self.xml.open("v:shapetype", &kind);
        self.xml.empty("v:path", &[("textpathok", "t"), ("o:connecttype", "rect")]);
        self.xml.empty("v:textpath", &[("on", "t"), ("fitshape", "t")]);
        self.xml.close();
        let place = "position:absolute;margin-left:0;margin-top:0;width:430pt;height:140pt;rotation:305;\
                     z-index:-251658752;mso-position-horizontal:center;\
                     mso-position-horizontal-relative:margin;mso-position-vertical:center;\
                     mso-position-vertical-relative:margin";
        let drawn = [
            ("id", name.as_str()),
            ("o:spid", &shape),
            ("type", "#_x0000_t136"),
            ("alt", ""),
            ("style", place),
            ("o:allowincell", "f"),
            ("fillcolor", "#d9d9d9"),
            ("stroked", "f"),
        ];
        self.xml.open("v:shape", &drawn);
        let word = [("style", "font-family:\"Noto Sans\";font-size:1pt"), ("string", self.words.draft)];
        self.xml.empty("v:textpath", &word);
        self.xml.close();
        self.xml.close();
        self.xml.close();
    }

    /// Writes how the pages are: sheet, margins, header, footer, border.
    pub(super) fn section(&mut self) {
        let margin = twips(style::USUAL.sheet.ends);
        self.xml.open("w:sectPr", &[]);
        for (name, kind, id) in super::FURNITURE_PARTS {
            self.xml.empty(name, &[("w:type", kind), ("r:id", id)]);
        }
        let size = [("w:w", twips(style::USUAL.sheet.width)), ("w:h", twips(style::USUAL.sheet.height))];
        self.xml.empty("w:pgSz", &size.each_ref().map(|(name, value)| (*name, value.as_str())));
        let (side, edge) = (twips(style::USUAL.sheet.side), twips(style::USUAL.sheet.edge));
        let margins = [
            ("w:top", margin.as_str()),
            ("w:right", &side),
            ("w:bottom", &margin),
            ("w:left", &side),
            ("w:header", &edge),
            ("w:footer", &edge),
            ("w:gutter", "0"),
        ];
        self.xml.empty("w:pgMar", &margins);
        if self.paper.furniture.border {
            self.xml.open("w:pgBorders", &[("w:offsetFrom", "page")]);
            for name in ["w:top", "w:left", "w:bottom", "w:right"] {
                let line = [("w:val", "double"), ("w:sz", "8"), ("w:space", "24"), ("w:color", "auto")];
                self.xml.empty(name, &line);
            }
            self.xml.close();
            self.xml.value("w:vAlign", "center");
        }
        self.xml.empty("w:titlePg", &[]);
        self.xml.close();
    }
}
