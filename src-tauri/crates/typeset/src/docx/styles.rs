//! The styles of a Word file: the same look as the pages', by the names that Word's users know.
//!
//! Must not know what any paper says.

use document::Language;

use super::xml::Xml;
use super::{half_points, twips};
use crate::fonts::Cut;
use crate::length::Length;
use crate::style::{self, Setting};

/// A paragraph style.
struct Style {
    id: &'static str,
    name: &'static str,
    setting: Setting,
    before: i32,
    after: i32,
    /// Level in the outline, from 0.
    outline: Option<u8>,
    extra: Extra,
}

#[derive(PartialEq, Eq)]
enum Extra {
    None,
    Centred,
    /// A rule down the left side.
    SideRule,
    /// A box around it.
    Boxed,
    /// So high and no higher.
    Exactly(Length),
}

const fn style(id: &'static str, name: &'static str, setting: Setting, before: i32, after: i32) -> Style {
    Style { id, name, setting, before, after, outline: None, extra: Extra::None }
}

impl Style {
    const fn outline(self, level: u8) -> Self {
        Self { outline: Some(level), ..self }
    }

    const fn with(self, extra: Extra) -> Self {
        Self { extra, ..self }
    }
}

/// Down to the text of page one, below the header's line: what a registrar's stamp needs.
const STAMP: Length =
    Length(style::USUAL.sheet.stamp.0 - style::USUAL.sheet.edge.0 - style::USUAL.furniture.leading.0);

fn styles() -> [Style; 27] {
    [
        style("BodyText", "Body Text", style::USUAL.body, 0, 6),
        style("Title", "Title", style::USUAL.title, 24, 3),
        style("Subtitle", "Subtitle", style::USUAL.under_title, 0, 16),
        style("Heading1", "heading 1", style::USUAL.part, 26, 8).outline(0),
        style("Heading2", "heading 2", style::USUAL.rule, 17, 5).outline(1),
        style("Heading3", "heading 3", style::USUAL.below_rule, 11, 3).outline(2),
        style("TOCHeading", "TOC Heading", style::USUAL.part, 26, 8),
        style("TOC1", "toc 1", style::USUAL.contents_part, 9, 0),
        style("TOC2", "toc 2", style::USUAL.contents_rule, 1, 0),
        style("Lead", "Lead", style::USUAL.lead, 0, 9),
        style("Note", "Note", style::USUAL.note, 3, 8).with(Extra::SideRule),
        style("SmallPrint", "Small Print", style::USUAL.small, 0, 5),
        style("Centred", "Centred", style::USUAL.body, 0, 8).with(Extra::Centred),
        style("TableText", "Table Text", style::USUAL.cell, 0, 0),
        style("TableHead", "Table Head", style::USUAL.head_cell, 0, 0),
        style("Caption", "caption", style::USUAL.caption, 8, 4),
        style("Question", "Question", style::USUAL.question, 0, 0),
        style("Hint", "Hint", style::USUAL.hint, 0, 0),
        style("Answer", "Answer", style::USUAL.answer, 0, 0),
        style("WritingLine", "Writing Line", style::USUAL.answer, 8, 0),
        style("NoticeWord", "Notice Word", style::USUAL.notice_word, 0, 2),
        style("SmallCaption", "Small Caption", style::USUAL.small_caption, 2, 0),
        style("Header", "header", style::USUAL.furniture, 0, 0),
        style("Footer", "footer", style::USUAL.furniture, 0, 0),
        style("PrivateStrip", "Private Strip", style::USUAL.furniture_strong, 4, 8).with(Extra::Boxed),
        style("StampSpace", "Stamp Space", style::USUAL.furniture, 0, 0).with(Extra::Exactly(STAMP)),
        style("Thin", "Thin", style::USUAL.furniture, 0, 0).with(Extra::Exactly(Length::pt(8))),
    ]
}

/// Writes the part `word/styles.xml`.
pub(super) fn write(language: &Language) -> String {
    let mut xml = Xml::new();
    xml.open("w:styles", &[("xmlns:w", super::W)]);
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    fonts(Cut::Serif, &mut xml);
    size(style::USUAL.body, &mut xml);
    let lang = [("w:val", language.0), ("w:eastAsia", language.0), ("w:bidi", "ar-SA")];
    xml.empty("w:lang", &lang);
    xml.close();
    xml.close();
    xml.open("w:pPrDefault", &[]);
    xml.open("w:pPr", &[]);
    xml.empty("w:widowControl", &[]);
    xml.close();
    xml.close();
    xml.close();
    normal(&mut xml);
    styles().iter().for_each(|style| style.write(&mut xml));
    xml.finish()
}

fn normal(xml: &mut Xml) {
    xml.open("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")]);
    xml.value("w:name", "Normal");
    xml.empty("w:qFormat", &[]);
    xml.close();
    let character = [("w:type", "character"), ("w:default", "1"), ("w:styleId", "DefaultParagraphFont")];
    xml.open("w:style", &character);
    xml.value("w:name", "Default Paragraph Font");
    xml.close();
    xml.open("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")]);
    xml.value("w:name", "Normal Table");
    xml.close();
    xml.open("w:style", &[("w:type", "numbering"), ("w:default", "1"), ("w:styleId", "NoList")]);
    xml.value("w:name", "No List");
    xml.close();
}

impl Style {
    fn write(&self, xml: &mut Xml) {
        xml.open("w:style", &[("w:type", "paragraph"), ("w:styleId", self.id)]);
        xml.value("w:name", self.name);
        xml.value("w:basedOn", "Normal");
        if self.outline.is_some() {
            xml.value("w:next", "BodyText");
        }
        xml.empty("w:qFormat", &[]);
        xml.open("w:pPr", &[]);
        if self.outline.is_some() {
            xml.empty("w:keepNext", &[]);
            xml.empty("w:keepLines", &[]);
        }
        match self.extra {
            Extra::SideRule => border(&["w:left"], "8", xml),
            Extra::Boxed => border(&["w:top", "w:left", "w:bottom", "w:right"], "4", xml),
            _ => {}
        }
        let (line, rule) = match self.extra {
            Extra::Exactly(height) => (height, "exact"),
            _ => (self.setting.leading, "atLeast"),
        };
        let spacing = [
            ("w:before", (self.before * 20).to_string()),
            ("w:after", (self.after * 20).to_string()),
            ("w:line", twips(line)),
            ("w:lineRule", rule.to_owned()),
        ];
        xml.empty("w:spacing", &spacing.each_ref().map(|(name, value)| (*name, value.as_str())));
        if self.extra == Extra::Centred {
            xml.value("w:jc", "center");
        }
        if let Some(level) = self.outline {
            xml.value("w:outlineLvl", &level.to_string());
        }
        xml.close();
        xml.open("w:rPr", &[]);
        fonts(self.setting.cut, xml);
        if matches!(self.setting.cut, Cut::SansBold | Cut::SerifBold) {
            xml.empty("w:b", &[]);
            xml.empty("w:bCs", &[]);
        }
        if self.setting.cut == Cut::SerifItalic {
            xml.empty("w:i", &[]);
            xml.empty("w:iCs", &[]);
        }
        size(self.setting, xml);
        xml.close();
        xml.close();
    }
}

fn border(sides: &[&'static str], size: &str, xml: &mut Xml) {
    xml.open("w:pBdr", &[]);
    for side in sides {
        let line = [("w:val", "single"), ("w:sz", size), ("w:space", "6"), ("w:color", "auto")];
        xml.empty(side, &line);
    }
    xml.close();
}

/// Arabic and Hebrew are set in what every office has.
fn fonts(cut: Cut, xml: &mut Xml) {
    let (name, complex) = match cut {
        Cut::Sans | Cut::SansBold => ("Noto Sans", "Arial"),
        Cut::Serif | Cut::SerifBold | Cut::SerifItalic => ("Noto Serif", "Times New Roman"),
    };
    xml.empty("w:rFonts", &[("w:ascii", name), ("w:hAnsi", name), ("w:eastAsia", name), ("w:cs", complex)]);
}

fn size(setting: Setting, xml: &mut Xml) {
    let size = half_points(setting.size);
    xml.value("w:sz", &size);
    xml.value("w:szCs", &size);
}

/// Writes the part `word/fontTable.xml`: what stands in where our faces are not installed.
pub(super) fn font_table() -> String {
    let mut xml = Xml::new();
    xml.open("w:fonts", &[("xmlns:w", super::W)]);
    for (name, other, family) in [("Noto Serif", "Cambria", "roman"), ("Noto Sans", "Calibri", "swiss")] {
        xml.open("w:font", &[("w:name", name)]);
        xml.value("w:altName", other);
        xml.value("w:family", family);
        xml.value("w:pitch", "variable");
        xml.close();
    }
    xml.finish()
}
