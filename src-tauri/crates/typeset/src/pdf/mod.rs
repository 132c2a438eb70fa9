//! Pages to a PDF file.
//!
//! Three steps: cut the fonts to what is drawn, write page content with `printpdf`, then finish
//! the document with `lopdf`: tags, links, outline, metadata. This module must not know papers,
//! and must not move anything.

mod content;
mod file;
mod finish;
mod fonts;
mod icc;
mod links;
mod metadata;
mod objects;
mod outline;
mod tags;

use jiff::civil::Date;
use printpdf::{PdfDocument, PdfSaveOptions};
use thiserror::Error;

use crate::display::Pages;
use crate::fonts::Fonts;

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Title, shown in a reader's title bar.
    pub title: String,
    /// Who it is by: the co-op.
    pub author: String,
    /// What it is.
    pub subject: String,
    /// The day it was made.
    pub date: Date,
    /// The program that made it, with its version.
    pub producer: String,
}

/// A file could not be written.
#[derive(Debug, Error)]
pub enum PdfError {
    /// The pages ask for a face that the set has not got: they were laid out with another set.
    #[error("the pages ask for face {0}, which the font set has not got")]
    NoSuchFace(u8),
    /// A font could not be cut to the glyphs in use.
    #[error("face {face} could not be cut to the glyphs in use")]
    Font {
        /// Its place in the set.
        face: u8,
        /// Why.
        source: subsetter::Error,
    },
    /// The paper is longer than can be laid out.
    #[error("the paper is too long by {0} letters")]
    TooLong(usize),
    /// The writer found fault with a page.
    #[error("the PDF writer warned: {0}")]
    Warning(String),
    /// The finished document lacks a part that it must have.
    #[error("the written document could not be finished")]
    Structure(#[from] lopdf::Error),
}

/// Writes pages as a tagged PDF 1.7 file. The same pages give the same bytes.
///
/// # Errors
/// When the pages leave anything out, were laid out with another font set, or a font cannot be cut. A page that the
/// writer warns about is an error, too: nothing doubtful is handed to a registrar.
pub fn write_pdf(pages: &Pages, fonts: &Fonts, about: &About) -> Result<Vec<u8>, PdfError> {
    if pages.left_out > 0 {
        return Err(PdfError::TooLong(pages.left_out));
    }
    let subsets = fonts::collect(pages, fonts)?;
    let mut document = PdfDocument::new("");
    for (face, subset) in &subsets {
        let font = subset.font(*face, fonts)?;
        document.resources.fonts.map.insert(fonts::key(*face), printpdf::PdfFont::new(font));
    }
    document.pages = pages.pages.iter().map(|page| content::page(page, &pages.structure, &subsets)).collect();
    // Compression comes last, when the document is finished.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let finished = document.to_lopdf_document(&options, &mut warnings);
    if let Some(warning) = warnings.into_iter().next() {
        return Err(PdfError::Warning(warning.msg));
    }
    finish::finish(finished, pages, fonts, about)
}
