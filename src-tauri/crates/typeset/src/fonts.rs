//! The faces a paper is set in, parsed from bytes that the caller holds.
//!
//! Five faces make the look (serif and sans); fallback faces follow for the scripts these lack.
//! This module must not know where fonts come from, nor what is set in them; it only keeps, for those who set and
//! write, what they remember of these faces.

use std::sync::LazyLock;

use thiserror::Error;

use crate::broken::BrokenTexts;
use crate::pdf::Earlier;
use crate::shape::ShapedWords;

/// The bytes of every face, as static TrueType or OpenType files.
#[derive(Debug, Clone)]
pub struct FontBytes {
    /// Text.
    pub serif: &'static [u8],
    /// Heavier text.
    pub serif_bold: &'static [u8],
    /// Stressed text and remarks.
    pub serif_italic: &'static [u8],
    /// Forms, headers and footers.
    pub sans: &'static [u8],
    /// Headings.
    pub sans_bold: &'static [u8],
    /// Faces for the scripts that these lack, tried in order.
    pub fallback: Vec<&'static [u8]>,
}

/// Which face of a [`Fonts`] set: first the five of the look, then the fallback faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u8);

/// A face could not be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FontError {
    /// The bytes are no font that can be read.
    #[error("face {0} of the font set is not a readable font")]
    Unreadable(usize),
    /// More faces than a set can hold.
    #[error("a font set holds at most 200 faces, not {0}")]
    TooMany(usize),
    /// A face of the look lacks a sign of ASCII. Every paper needs some, and words of them are looked for nowhere else.
    #[error("face {face} of the font set has no glyph for {character:?}")]
    Lacking {
        /// The face's place in the set.
        face: usize,
        /// What it lacks.
        character: char,
    },
}

/// One parsed face.
pub(crate) struct Face {
    pub bytes: &'static [u8],
    /// Which characters it has, and how large its glyphs are.
    pub font: ttf_parser::Face<'static>,
    /// How its glyphs go together. Made when the first word is set in it: most papers need five faces of seventeen.
    pub shaper: LazyLock<rustybuzz::Face<'static>, Making>,
    pub units_per_em: u16,
}

type Making = Box<dyn FnOnce() -> rustybuzz::Face<'static> + Send>;

/// A parsed set of faces, ready to lay out and write any number of papers.
///
/// It remembers what was set and written with it, so that the next paper, or the same one after an edit, is sooner
/// there. What comes out is the same without that, byte for byte.
pub struct Fonts {
    faces: Vec<Face>,
    /// Words that were shaped.
    pub(crate) shaped: ShapedWords,
    /// Texts that were broken into lines.
    pub(crate) broken: BrokenTexts,
    /// Parts of files that were written.
    pub(crate) earlier: Earlier,
}

/// The cut of the look that a stretch of text is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Cut {
    Serif,
    SerifBold,
    SerifItalic,
    Sans,
    SansBold,
}

impl Cut {
    /// Returns the heavier cut.
    pub fn strong(self) -> Self {
        match self {
            Self::Serif | Self::SerifItalic | Self::SerifBold => Self::SerifBold,
            Self::Sans | Self::SansBold => Self::SansBold,
        }
    }

    /// Returns the stressed cut; in italic text that is the upright one.
    pub fn emphasis(self) -> Self {
        match self {
            Self::Serif => Self::SerifItalic,
            Self::SerifItalic => Self::Serif,
            other => other,
        }
    }

    fn face(self) -> FaceId {
        FaceId(match self {
            Self::Serif => 0,
            Self::SerifBold => 1,
            Self::SerifItalic => 2,
            Self::Sans => 3,
            Self::SansBold => 4,
        })
    }
}

const LOOK: usize = 5;

impl Fonts {
    /// Parses every face.
    ///
    /// # Errors
    /// When a face cannot be read, or one of the look lacks a sign of ASCII.
    pub fn new(bytes: FontBytes) -> Result<Self, FontError> {
        let look = [bytes.serif, bytes.serif_bold, bytes.serif_italic, bytes.sans, bytes.sans_bold];
        let count = look.len() + bytes.fallback.len();
        if count > 200 {
            return Err(FontError::TooMany(count));
        }
        let mut faces = Vec::with_capacity(count);
        for (index, bytes) in look.into_iter().chain(bytes.fallback).enumerate() {
            let font = ttf_parser::Face::parse(bytes, 0).map_err(|_| FontError::Unreadable(index))?;
            let units_per_em = font.units_per_em();
            if units_per_em == 0 {
                return Err(FontError::Unreadable(index));
            }
            if index < LOOK {
                let lacks = |c: &char| font.glyph_index(*c).is_none_or(|glyph| glyph.0 == 0);
                if let Some(character) = (' '..='~').find(lacks) {
                    return Err(FontError::Lacking { face: index, character });
                }
            }
            let parsed = font.clone();
            let shaper: Making = Box::new(|| rustybuzz::Face::from_face(parsed));
            faces.push(Face { bytes, font, shaper: LazyLock::new(shaper), units_per_em });
        }
        let (shaped, broken) = (ShapedWords::default(), BrokenTexts::new());
        Ok(Self { faces, shaped, broken, earlier: Earlier::new() })
    }

    pub(crate) fn face(&self, id: FaceId) -> Option<&Face> {
        self.faces.get(usize::from(id.0))
    }

    /// The faces to try for a cut, best first.
    pub(crate) fn chain(&self, cut: Cut) -> impl Iterator<Item = (FaceId, &Face)> {
        let own = cut.face();
        let rest = (0..self.faces.len()).filter_map(|index| u8::try_from(index).ok()).map(FaceId);
        std::iter::once(own)
            .chain(rest.filter(move |id| *id != own))
            .filter_map(|id| self.face(id).map(|face| (id, face)))
    }

    pub(crate) fn own(&self, cut: Cut) -> FaceId {
        cut.face()
    }

    /// Whether any face has the character.
    pub(crate) fn covers(&self, character: char) -> bool {
        self.faces.iter().any(|face| face.font.glyph_index(character).is_some_and(|glyph| glyph.0 != 0))
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fonts").field("faces", &self.faces.len()).finish()
    }
}
