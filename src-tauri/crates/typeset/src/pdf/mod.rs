//! Pages to a PDF file.
//!
//! `printpdf` writes what pages show and the fonts that they show it in, page by page and face by face, on all
//! cores; the file around them is written here: tags, links, outline, metadata. What an earlier file had, a page, a
//! font, a stretch of tags, is taken from it and not made again. This module must not know papers, and must not move
//! anything.

mod content;
mod embedded;
mod file;
mod finish;
mod fonts;
mod icc;
mod links;
mod metadata;
mod objects;
mod outline;
mod printed;
mod tags;

use std::sync::Arc;

use jiff::civil::Date;
use thiserror::Error;

use self::embedded::Embedded;
use self::file::{File, Packed, Streams};
use self::finish::Numbers;
use self::fonts::{Cut, Cuts, key};
use self::printed::{Printed, Printing};
use crate::cores::share;
use crate::display::Pages;
use crate::fonts::Fonts;
use crate::remembered::Remembered;

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
    /// The writer left out what it was asked for.
    #[error("the PDF writer left out {0}")]
    Unfinished(&'static str),
}

/// What files that were written with a set of faces had in them. The next file is the same with it and without it,
/// and sooner there.
#[derive(Debug)]
pub(crate) struct Earlier {
    cuts: Cuts,
    pages: Printed,
    streams: Streams,
}

impl Earlier {
    pub fn new() -> Self {
        // The faces of a whole pack. Of pages and streams two long papers: a page keeps all that is drawn on it to be
        // compared, and after an answer its foot names another version, so that few are ever the same.
        Self { cuts: Remembered::new(160), pages: Remembered::new(64), streams: Remembered::new(160) }
    }
}

/// A part of a file that a core can make by itself.
enum Part<'p> {
    Font(&'p Arc<Cut>),
    Page(Printing<'p>),
}

/// A part that was made.
enum Made {
    Font(Arc<Embedded>),
    Page(Arc<Packed>),
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
    let earlier = &fonts.earlier;
    let subsets = fonts::collect(pages, fonts, &earlier.cuts)?;
    // Fonts first: they take longest.
    let parts: Vec<Part<'_>> = subsets
        .values()
        .map(|subset| Part::Font(&subset.cut))
        .chain(
            pages
                .pages
                .iter()
                .map(|page| Part::Page(Printing { page, structure: &pages.structure, subsets: &subsets })),
        )
        .collect();
    let make = |part: &Part<'_>| match part {
        Part::Font(cut) => embedded(cut, fonts).map(Made::Font),
        Part::Page(printing) => printing.packed(&earlier.pages).map(Made::Page),
    };
    let (made, (mut file, numbers)) = share(&parts, make, || {
        let mut file = File::default();
        let numbers = Numbers::new(&mut file, pages);
        numbers.around(&mut file, pages, about);
        (file, numbers)
    });
    let mut names = Vec::new();
    for (index, made) in made.into_iter().enumerate() {
        match (made?, parts.get(index)) {
            (Made::Font(font), Some(Part::Font(cut))) => names.push((key(cut.face).0, font.write(&mut file))),
            (Made::Page(content), _) => numbers.content(&mut file, index - subsets.len(), content),
            _ => {}
        }
    }
    numbers.fonts(&mut file, &names);
    Ok(file.finish(numbers.catalogue, numbers.information, &earlier.streams))
}

/// The font of a cut, made once.
fn embedded(cut: &Arc<Cut>, fonts: &Fonts) -> Result<Arc<Embedded>, PdfError> {
    if let Some(made) = cut.embedded.get() {
        return Ok(Arc::clone(made));
    }
    let made = Arc::new(Embedded::new(cut, fonts)?);
    // Another file may have made the same one meanwhile.
    Ok(Arc::clone(cut.embedded.get_or_init(|| made)))
}
