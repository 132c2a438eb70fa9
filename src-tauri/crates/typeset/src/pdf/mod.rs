//! Pages to a PDF file.
//!
//! Fonts, which `printpdf` writes, and what pages show in them are made face by face and layer by layer, on all cores;
//! around them stands the rest of the file: tags, links, outline, metadata. What an earlier file had, a text, a
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
use self::printed::{Layers, Printed, Printing};
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
    /// The writer found fault with a font.
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
    texts: Printed,
    streams: Streams,
}

impl Earlier {
    pub fn new() -> Self {
        // The faces of a whole pack. Of texts and streams two long papers: a text keeps all that is drawn to be
        // compared.
        Self { cuts: Remembered::new(160), texts: Remembered::new(64), streams: Remembered::new(160) }
    }
}

/// A part of a file that a core can make by itself.
enum Part<'p> {
    Font(&'p Arc<Cut>),
    Layer(Printing<'p>),
}

/// A part that was made.
enum Made {
    Font(Arc<Embedded>),
    Layer(Arc<Packed>),
}

/// Writes pages as a tagged PDF 1.7 file. The same pages give the same bytes.
///
/// # Errors
/// When the pages leave anything out, were laid out with another font set, or a font cannot be cut. A font that the
/// writer warns about is an error, too: nothing doubtful is handed to a registrar.
pub fn write_pdf(pages: &Pages, fonts: &Fonts, about: &About) -> Result<Vec<u8>, PdfError> {
    if pages.left_out > 0 {
        return Err(PdfError::TooLong(pages.left_out));
    }
    let earlier = &fonts.earlier;
    let subsets = fonts::collect(pages, fonts, &earlier.cuts)?;
    let Layers { layers, of_pages } = Layers::of(pages);
    let printing = |layer| Part::Layer(Printing { layer, structure: &pages.structure, subsets: &subsets });
    // Fonts first: they take longest.
    let fonts_first = subsets.values().map(|subset| Part::Font(&subset.cut));
    let parts: Vec<Part<'_>> = fonts_first.chain(layers.iter().map(printing)).collect();
    let make = |part: &Part<'_>| match part {
        Part::Font(cut) => embedded(cut, fonts).map(Made::Font),
        Part::Layer(printing) => Ok(Made::Layer(printing.packed(&earlier.texts))),
    };
    let (made, (mut file, numbers)) = share(&parts, make, || {
        let mut file = File::default();
        let numbers = Numbers::new(&mut file, pages, layers.len());
        numbers.around(&mut file, pages, &of_pages, about);
        (file, numbers)
    });
    let mut names = Vec::new();
    for (index, made) in made.into_iter().enumerate() {
        match (made?, parts.get(index)) {
            (Made::Font(font), Some(Part::Font(cut))) => names.push((key(cut.face).0, font.write(&mut file))),
            (Made::Layer(content), _) => numbers.content(&mut file, index - subsets.len(), content),
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
