//! Texts that were broken into lines: after an edit, most are the same again.
//!
//! Where the lines of a text end follows from its words with their marks, from how it is set and from the width alone.
//! Must not know what the words are part of.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use crate::inline::Flat;
use crate::length::Length;
use crate::line::Piece;
use crate::remembered::Remembered;
use crate::style::Setting;

/// A text in lines. Its pieces have no owners yet.
#[derive(Debug)]
pub(crate) struct Broken {
    pub pieces: Vec<Piece>,
    pub lines: Vec<BrokenLine>,
}

/// A line of a text.
#[derive(Debug)]
pub(crate) struct BrokenLine {
    /// Its pieces among those of the text.
    pub pieces: Range<usize>,
    /// How many of them are not spaces at its end.
    pub visible: usize,
}

/// What the lines of a text follow from.
#[derive(Debug)]
struct Asked {
    flat: Flat,
    setting: Setting,
    width: Length,
}

/// The texts that were broken lately.
pub(crate) struct BrokenTexts(Remembered<Asked, Arc<Broken>>);

/// The texts of a few papers: some six megabytes.
const MOST_TEXTS: usize = 2_000;
/// A text of more pieces, some 150 words, is not kept.
const MOST_PIECES: usize = 300;

impl BrokenTexts {
    pub fn new() -> Self {
        Self(Remembered::new(MOST_TEXTS))
    }

    /// Returns the lines of a text, as they were broken before or by `breaking`.
    pub fn lines(
        &self,
        flat: &Flat,
        setting: Setting,
        width: Length,
        breaking: impl FnOnce() -> Broken,
    ) -> Arc<Broken> {
        let mut mark = DefaultHasher::new();
        (&flat.text, setting.size.0, width.0).hash(&mut mark);
        let mark = mark.finish();
        let same = |asked: &Asked| asked.flat == *flat && asked.setting == setting && asked.width == width;
        if let Some(known) = self.0.get(mark, same) {
            return known;
        }
        let broken = Arc::new(breaking());
        if broken.pieces.len() <= MOST_PIECES {
            self.0.keep(mark, Asked { flat: flat.clone(), setting, width }, Arc::clone(&broken));
        }
        broken
    }
}
