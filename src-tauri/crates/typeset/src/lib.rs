//! Papers to pages, and pages to files.
//!
//! [`lay_out`] turns a [`document::Paper`] into [`Pages`], a neutral display list with a structure
//! tree; [`write_pdf`] makes a file of it. [`docx`], [`html`], [`text`] and [`markdown`] are editions
//! without pages of their own. Fonts come in as bytes and dates as values: nothing here does I/O or reads
//! a clock, and the same paper gives the same bytes.

mod ahead;
mod breaks;
mod broken;
mod columns;
mod compose;
#[cfg(feature = "conformance")]
pub mod conformance;
mod cores;
mod display;
mod docx;
mod fonts;
mod furniture;
mod html;
mod inline;
mod length;
mod line;
mod markdown;
mod missing;
mod paginate;
mod paragraph;
mod pdf;
mod reach;
mod reading;
mod remembered;
mod shape;
mod spoken;
mod strip;
mod structure;
mod style;
mod svg;
mod tails;
mod text;
mod words;

use document::Paper;

pub use display::{
    Artifact, Chunk, Draw, Glyph, GlyphRun, Link, OutlineEntry, Owner, Page, Pages, Place, Point, Shaped,
};
pub use docx::{DocxError, docx};
pub use fonts::{FaceId, FontBytes, FontError, Fonts};
pub use html::{html, html_blocks, html_blocks_explained, html_words};
pub use length::Length;
pub use markdown::markdown;
pub use missing::{MissingGlyph, missing};
pub use pdf::{About, PdfError, write_pdf};
pub use reach::LONGEST_PAPER;
pub use spoken::page_words;
pub use structure::{Counting, Element, ElementId, Role, Structure};
pub use svg::svg;
pub use text::text;

/// How large a paper's print is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// Text of 11 pt.
    Usual,
    /// Text of 18 pt, set anew for it with sizes of its own. Answers stand below their questions there, and the
    /// cells of a table that a line has no room for stand below each other, each under its head.
    Large,
}

/// Lays a paper out in usual print. Never fails: a character that no face has is reported in
/// [`Pages::missing`] and drawn as a replacement sign, and blocks beyond [`LONGEST_PAPER`] are left out and
/// reported in [`Pages::left_out`].
pub fn lay_out(paper: &Paper, fonts: &Fonts) -> Pages {
    lay_out_in(paper, fonts, Print::Usual)
}

/// Returns how many lines a paper's foot has in usual print. How many pages it has, and what stands on which, hangs on no
/// more of the foot's words than that.
pub fn foot_lines(paper: &Paper, fonts: &Fonts) -> usize {
    let mut types = compose::Composer::new(paper, fonts, &style::USUAL).types;
    furniture::Dresser::new(paper, &mut types, &style::USUAL).foot()
}

/// As [`lay_out`], in print of either size.
pub fn lay_out_in(paper: &Paper, fonts: &Fonts, print: Print) -> Pages {
    let look = match print {
        Print::Usual => &style::USUAL,
        Print::Large => &style::LARGE,
    };
    let (paper, left_out) = reach::within(paper);
    let paper = &*paper;
    let composer = ahead::set(paper, fonts, look, || {
        let mut composer = compose::Composer::new(paper, fonts, look);
        composer.paper(paper);
        composer
    });
    let compose::Composer { mut types, strips, headings, .. } = composer;
    let dresser = furniture::Dresser::new(paper, &mut types, look);
    let mut placed = paginate::paginate(strips, look.sheet, &|page| dresser.area(page));
    if paper.furniture.border {
        placed.sink(dresser.area(0));
    }
    tails::write(&mut placed, &mut types, look);
    reading::order(&mut placed.pages, &types.structure);
    dresser.dress(&mut placed.pages, &mut types);
    let outline = placed
        .headings
        .iter()
        .filter_map(|(index, place)| {
            let heading = headings.get(*index)?;
            Some(OutlineEntry { level: heading.level, words: heading.words(), place: *place })
        })
        .collect();
    Pages {
        pages: placed.pages,
        structure: types.structure,
        outline,
        places: placed.places,
        missing: missing(paper, fonts),
        left_out,
        language: paper.language.clone(),
    }
}
