//! Fonts cut to the glyphs that pages draw, and the words each glyph stands for.
//!
//! Must not know where glyphs stand.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::num::NonZeroU16;
use std::sync::{Arc, OnceLock};

use subsetter::GlyphRemapper;

use super::PdfError;
use super::embedded::Embedded;
use crate::display::{Draw, Pages, Shaped};
use crate::fonts::{Face, FaceId, Fonts};
use crate::remembered::Remembered;

/// The faces that pages are drawn with, each cut.
pub(super) type Subsets = BTreeMap<FaceId, Subset>;

/// Cuts of earlier files, by face and glyphs.
pub(super) type Cuts = Remembered<Arc<Cut>, Arc<Cut>>;

/// The glyphs of one face that are drawn.
pub(super) struct Subset {
    pub cut: Arc<Cut>,
    /// By the number in the whole font: the place in the cut. A table, because every letter of a paper asks twice.
    places: Vec<Option<NonZeroU16>>,
}

/// A face cut to some of its glyphs. One that was in an earlier file is the same one again, not an equal one.
#[derive(Debug)]
pub(super) struct Cut {
    pub face: FaceId,
    /// In the font's order, each with its number in the whole font.
    pub glyphs: Vec<(u16, Used)>,
    /// The font that goes into files, once it has been made.
    pub embedded: OnceLock<Arc<Embedded>>,
}

/// A glyph in use.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Used {
    /// Its number in the cut font, and its code in page content.
    pub code: u16,
    /// Its width as the file says it, in thousandths of an em.
    pub width: i64,
    /// What it stands for.
    pub words: String,
}

/// The name of a face in page content.
pub(super) fn key(face: FaceId) -> printpdf::FontId {
    printpdf::FontId(format!("T{}", face.0))
}

/// Finds out which glyphs of which faces are drawn.
pub(super) fn collect(pages: &Pages, fonts: &Fonts, cuts: &Cuts) -> Result<Subsets, PdfError> {
    let mut met: BTreeMap<FaceId, Met> = BTreeMap::new();
    let draws = pages.pages.iter().flat_map(|page| &page.chunks).flat_map(|chunk| &chunk.draws);
    for draw in draws {
        let (Draw::Glyphs(run) | Draw::Watermark { run, .. }) = draw else { continue };
        let face = fonts.face(run.face).ok_or(PdfError::NoSuchFace(run.face.0))?;
        let met = met.entry(run.face).or_default();
        for (index, glyph) in run.shaped.glyphs.iter().enumerate() {
            if met.is_new(glyph.id) {
                met.glyphs.push((glyph.id, words(face, &run.shaped, index)));
            }
        }
    }
    met.into_iter()
        .map(|(id, met)| {
            let face = fonts.face(id).ok_or(PdfError::NoSuchFace(id.0))?;
            Ok((id, met.subset(id, face, cuts)))
        })
        .collect()
}

/// The same cut of an earlier file, or this one.
fn known(cut: Cut, cuts: &Cuts) -> Arc<Cut> {
    let mut mark = DefaultHasher::new();
    (cut.face, &cut.glyphs).hash(&mut mark);
    let mark = mark.finish();
    if let Some(known) = cuts.get(mark, |other| other.face == cut.face && other.glyphs == cut.glyphs) {
        return known;
    }
    let cut = Arc::new(cut);
    cuts.keep(mark, Arc::clone(&cut), Arc::clone(&cut));
    cut
}

/// The glyphs met so far.
#[derive(Default)]
struct Met {
    /// Each with what it stands for.
    glyphs: Vec<(u16, String)>,
    /// By the number in the whole font.
    is_known: Vec<bool>,
}

impl Met {
    fn is_new(&mut self, id: u16) -> bool {
        let at = usize::from(id);
        if self.is_known.len() <= at {
            self.is_known.resize(at + 1, false);
        }
        self.is_known.get_mut(at).is_some_and(|known| !std::mem::replace(known, true))
    }

    /// Cuts the face to them, in the font's own order: an edit that moves words is no other cut.
    fn subset(mut self, id: FaceId, face: &Face, cuts: &Cuts) -> Subset {
        self.glyphs.sort_unstable_by_key(|(glyph, _)| *glyph);
        let mut remapper = GlyphRemapper::new();
        let mut places = vec![None; self.is_known.len()];
        // Counted from 1; a face has at most 65,535 glyphs.
        let mut place = NonZeroU16::MIN;
        let mut glyphs = Vec::with_capacity(self.glyphs.len());
        for (glyph, words) in self.glyphs {
            let width = face.font.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or(0);
            // Cut down, as the file's width table will have it.
            let width = i64::from(width) * 1000 / i64::from(face.units_per_em);
            glyphs.push((glyph, Used { code: remapper.remap(glyph), width, words }));
            if let Some(entry) = places.get_mut(usize::from(glyph)) {
                *entry = Some(place);
            }
            place = place.saturating_add(1);
        }
        Subset { cut: known(Cut { face: id, glyphs, embedded: OnceLock::new() }, cuts), places }
    }
}

impl Subset {
    pub fn glyph(&self, id: u16) -> Option<&Used> {
        let place = (*self.places.get(usize::from(id))?)?;
        self.cut.glyphs.get(usize::from(place.get()) - 1).map(|(_, used)| used)
    }
}

/// What the glyph at `index` stands for. Glyphs that share a cluster share its characters out.
fn words(face: &Face, shaped: &Shaped, index: usize) -> String {
    let Some(glyph) = shaped.glyphs.get(index) else { return String::new() };
    let cluster = shaped.text.get(glyph.start..glyph.end).unwrap_or_default();
    let is = |c: char, id: u16| face.font.glyph_index(c).is_some_and(|found| found.0 == id);
    let siblings: Vec<u16> = shaped.glyphs.iter().filter(|g| g.start == glyph.start).map(|g| g.id).collect();
    if siblings.len() == 1 {
        let mirrored = cluster.chars().next().and_then(mirror).filter(|c| shaped.rtl && is(*c, glyph.id));
        return mirrored.map_or_else(|| cluster.to_owned(), String::from);
    }
    if let Some(own) = cluster.chars().find(|c| is(*c, glyph.id)) {
        return own.into();
    }
    let rest: String = cluster.chars().filter(|c| !siblings.iter().any(|id| is(*c, *id))).collect();
    let first = if shaped.rtl { siblings.last() } else { siblings.first() };
    let leads = first == Some(&glyph.id)
        || siblings.iter().filter(|id| !cluster.chars().any(|c| is(c, **id))).count() == 1;
    if leads && !rest.is_empty() {
        return rest;
    }
    // A mark that is part of a letter: it says nothing of its own.
    "\u{200b}".to_owned()
}

/// The sign that stands for a bracket in text from right to left.
fn mirror(c: char) -> Option<char> {
    const PAIRS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('«', '»')];
    PAIRS.iter().find_map(|(open, close)| match c {
        c if c == *open => Some(*close),
        c if c == *close => Some(*open),
        _ => None,
    })
}
