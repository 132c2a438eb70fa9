//! The display list: laid-out pages, ready for any writer.
//!
//! Everything has an absolute place, measured from the top left corner of its page, and an owner
//! in the structure tree. A writer needs nothing of the paper itself. This module must not know
//! how pages are made, nor what file they become.

use std::collections::BTreeMap;
use std::sync::Arc;

use document::{Anchor, Language};

use crate::fonts::FaceId;
use crate::length::Length;
use crate::missing::MissingGlyph;
use crate::structure::{ElementId, Structure};

/// A paper laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pages {
    /// The pages in order; at least one.
    pub pages: Vec<Page>,
    /// What the drawn chunks mean.
    pub structure: Structure,
    /// The headings, for a reader's side bar.
    pub outline: Vec<OutlineEntry>,
    /// Where each anchor stands.
    pub places: BTreeMap<Anchor, Place>,
    /// Characters that no face has; they are drawn as a replacement sign.
    pub missing: Vec<MissingGlyph>,
    /// Letters left out, because the paper has more than can be laid out: none in any paper people write. Pages
    /// that leave anything out are for looking at; no file is made of them.
    pub left_out: usize,
    /// The paper's language.
    pub language: Language,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Width of the sheet.
    pub width: Length,
    /// Height of the sheet.
    pub height: Length,
    /// What is drawn, in reading order.
    pub chunks: Vec<Chunk>,
    /// Places that lead elsewhere in the paper.
    pub links: Vec<Link>,
}

/// Things drawn for one owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// What they are part of.
    pub owner: Owner,
    /// The things.
    pub draws: Vec<Draw>,
}

/// What a chunk is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The text: an element of the structure tree.
    Element(ElementId),
    /// The page: no part of the text, and not read aloud.
    Artifact(Artifact),
}

/// What is on a page without being text of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Artifact {
    /// Headers, the strip of a private paper.
    Header,
    /// Footers and page numbers.
    Footer,
    /// The word DRAFT behind the text.
    Watermark,
    /// Rules, boxes, leaders, marginal marks, repeated table heads.
    Layout,
}

/// One thing drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Draw {
    /// Glyphs on a baseline.
    Glyphs(GlyphRun),
    /// A straight black line.
    Line {
        /// Where it starts.
        from: Point,
        /// Where it ends.
        to: Point,
        /// Its thickness.
        thickness: Length,
    },
    /// The outline of a rectangle.
    Frame {
        /// Its top left corner.
        at: Point,
        /// Its width.
        width: Length,
        /// Its height.
        height: Length,
        /// The thickness of its lines.
        thickness: Length,
    },
    /// Outlined grey glyphs, turned against the clock around their start.
    Watermark {
        /// The glyphs.
        run: GlyphRun,
        /// The turn, in degrees.
        degrees: u16,
    },
}

/// A place on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Point {
    /// From the left.
    pub x: Length,
    /// From the top.
    pub y: Length,
}

/// Glyphs of one face on one baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlyphRun {
    /// Where the baseline starts, on the left.
    pub at: Point,
    /// The face.
    pub face: FaceId,
    /// The size.
    pub size: Length,
    /// The glyphs and the words they show.
    pub shaped: Arc<Shaped>,
}

/// Shaped text, in font units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shaped {
    /// The words, in logical order.
    pub text: Box<str>,
    /// The glyphs, from left to right.
    pub glyphs: Vec<Glyph>,
    /// Font units to an em.
    pub units_per_em: u16,
    /// Whether the words run from right to left.
    pub rtl: bool,
}

/// One glyph, in font units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// How far the next one stands.
    pub advance: i32,
    /// How far it is moved right from where it stands.
    pub dx: i32,
    /// How far it is moved up.
    pub dy: i32,
    /// Where its words start in the text.
    pub start: usize,
    /// Where they end.
    pub end: usize,
}

/// An area that leads to another place of the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its top left corner.
    pub at: Point,
    /// Its width.
    pub width: Length,
    /// Its height.
    pub height: Length,
    /// Where it leads.
    pub to: Place,
    /// The link in the structure tree.
    pub element: ElementId,
    /// What it says, for readers who do not see it.
    pub words: String,
}

/// A place in the laid-out paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// Index of the page, from 0.
    pub page: usize,
    /// From the page's top.
    pub y: Length,
}

/// A heading in a reader's side bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineEntry {
    /// 1 for the title, 2 for a part, 3 for a rule, 4 below it.
    pub level: u8,
    /// Label and words.
    pub words: String,
    /// Where it stands.
    pub place: Place,
}

impl Pages {
    /// What a place to sign is found under, counted from 0. No anchor of a paper has a space.
    pub(crate) fn place_to_sign(index: usize) -> Anchor {
        Anchor(format!("place to sign {index}"))
    }

    /// Returns the page, counted from 0, of each place to sign, in the order of the paper.
    pub fn pages_to_sign(&self) -> Vec<usize> {
        let places = (0..).map_while(|index| self.places.get(&Self::place_to_sign(index)));
        places.map(|place| place.page).collect()
    }
}

impl Shaped {
    /// Returns the width at a size.
    pub fn width(&self, size: Length) -> Length {
        let units: i64 = self.glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
        size.times(units, i64::from(self.units_per_em))
    }
}

impl Draw {
    /// Moves the thing.
    pub(crate) fn shift(&mut self, x: Length, y: Length) {
        let by = |point: &mut Point| {
            point.x += x;
            point.y += y;
        };
        match self {
            Self::Glyphs(run) | Self::Watermark { run, .. } => by(&mut run.at),
            Self::Line { from, to, .. } => {
                by(from);
                by(to);
            }
            Self::Frame { at, .. } => by(at),
        }
    }
}

impl Chunk {
    /// Moves everything in the chunk.
    pub(crate) fn shift(&mut self, x: Length, y: Length) {
        self.draws.iter_mut().for_each(|draw| draw.shift(x, y));
    }
}
