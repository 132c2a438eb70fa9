//! Papers as Word files, for advisers and solicitors who mark up there.
//!
//! Written from the block tree, never from pages. Numbers are Word's own and equal the block tree's;
//! what [`document::compare`] marked becomes tracked changes. The format's XML is written here: the one
//! library for it has no repeated table heads, no right-to-left runs and no languages, and numbers its
//! ids by a counter of the whole process, which the next paper would show.

mod archive;
mod contents;
mod furniture;
mod numbering;
mod package;
mod paragraph;
mod runs;
mod styles;
mod tables;
mod writer;
mod xml;

use document::Paper;
use thiserror::Error;

use crate::display::Pages;
use crate::length::Length;
use crate::pdf::About;
use writer::{Pending, Writer};

/// A Word file could not be put together.
#[derive(Debug, Error)]
pub enum DocxError {
    /// It, or one of its parts, is over four gigabytes.
    #[error("the document is larger than such a file can be")]
    TooLarge,
}

/// Writes a paper as a DOCX file. `pages` are the paper's own: Word counts pages for itself, and the file
/// shows these until it has. Words that came or went since an earlier edition are tracked changes by
/// the author, and of the date, that `about` names. The same paper gives the same bytes.
///
/// # Errors
/// When the paper is larger than such a file can be.
pub fn docx(paper: &Paper, pages: &Pages, about: &About) -> Result<Vec<u8>, DocxError> {
    let mut writer = Writer::new(paper, pages, about);
    writer.xml.open("w:document", NAMESPACES);
    writer.xml.open("w:body", &[]);
    let whole = writer.whole();
    writer.blocks(&paper.blocks, whole, Pending::default());
    writer.section();
    let parts = vec![
        ("word/header1.xml", writer.header(true)),
        ("word/header2.xml", writer.header(false)),
        ("word/footer1.xml", writer.footer()),
        ("word/styles.xml", styles::write(&paper.language)),
        ("word/fontTable.xml", styles::font_table()),
        ("word/numbering.xml", writer.plan.write()),
        ("word/document.xml", std::mem::replace(&mut writer.xml, xml::Xml::new()).finish()),
    ];
    package::pack(parts, paper, about)
}

/// Headers and footers as the section names them: element, which pages, relationship.
const FURNITURE_PARTS: [(&str, &str, &str); 4] = [
    ("w:headerReference", "first", "rId5"),
    ("w:headerReference", "default", "rId6"),
    ("w:footerReference", "first", "rId7"),
    ("w:footerReference", "default", "rId7"),
];

/// The namespace of Word's own elements.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const NAMESPACES: xml::Attributes<'static> = &[
    ("xmlns:w", W),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:v", "urn:schemas-microsoft-com:vml"),
    ("xmlns:o", "urn:schemas-microsoft-com:office:office"),
    ("xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("mc:Ignorable", "w14"),
];

fn is_marked(paper: &Paper) -> bool {
    let mut marked = false;
    paper.visit(&mut |block| marked |= block.texts().iter().any(|text| text.is_marked()));
    marked
}

/// A length in twentieths of a point.
fn twips(length: Length) -> String {
    (length.0 / 50).to_string()
}

/// A size in halves of a point.
fn half_points(length: Length) -> String {
    (length.0 / 500).to_string()
}
