//! Fonts cut to the glyphs that pages draw, and the words each glyph stands for.
//!
//! Must not know where glyphs stand.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use printpdf::{FontId, FontMetrics, FontType, ParsedFont, PdfFontMetricsStub};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::PdfError;
use crate::display::{Draw, Pages, Shaped};
use crate::fonts::{Face, FaceId, Fonts};

/// The glyphs of one face that are drawn.
pub(super) struct Subset {
    remapper: GlyphRemapper,
    /// In the order in which they were met, each with its number in the whole font.
    glyphs: Vec<(u16, Used)>,
    /// By the number in the whole font: the place in `glyphs`. A table, because every letter of a paper asks twice.
    places: Vec<Option<NonZeroU16>>,
    /// The code of the one glyph that each character is written with.
    characters: BTreeMap<u32, u16>,
}

/// A glyph in use.
#[derive(Debug, Clone)]
pub(super) struct Used {
    /// Its number in the cut font, and its code in page content.
    pub code: u16,
    /// Its width as the file says it, in thousandths of an em.
    pub width: i64,
    /// What it stands for.
    pub words: String,
    /// The same, when it is one character that no other glyph in use stands for: such glyphs are
    /// written together, others one by one.
    pub plain: Option<char>,
}

/// The name of a face in page content.
pub(super) fn key(face: FaceId) -> FontId {
    FontId(format!("T{}", face.0))
}

/// Finds out which glyphs of which faces are drawn.
pub(super) fn collect(pages: &Pages, fonts: &Fonts) -> Result<BTreeMap<FaceId, Subset>, PdfError> {
    let mut subsets: BTreeMap<FaceId, Subset> = BTreeMap::new();
    let draws = pages.pages.iter().flat_map(|page| &page.chunks).flat_map(|chunk| &chunk.draws);
    for draw in draws {
        let (Draw::Glyphs(run) | Draw::Watermark { run, .. }) = draw else { continue };
        let face = fonts.face(run.face).ok_or(PdfError::NoSuchFace(run.face.0))?;
        let subset = subsets.entry(run.face).or_insert_with(Subset::new);
        for (index, glyph) in run.shaped.glyphs.iter().enumerate() {
            if subset.glyph(glyph.id).is_none() {
                subset.add(glyph.id, face, words(face, &run.shaped, index));
            }
        }
    }
    Ok(subsets)
}

impl Subset {
    fn new() -> Self {
        Self {
            remapper: GlyphRemapper::new(),
            glyphs: Vec::new(),
            places: Vec::new(),
            characters: BTreeMap::new(),
        }
    }

    fn add(&mut self, id: u16, face: &Face, words: String) {
        let code = self.remapper.remap(id);
        let width = face.shaper.glyph_hor_advance(ttf_parser::GlyphId(id)).unwrap_or(0);
        // Cut down, as the file's width table will have it.
        let width = i64::from(width) * 1000 / i64::from(face.units_per_em);
        let mut characters = words.chars();
        let plain = characters.next().filter(|c| {
            characters.next().is_none() && *self.characters.entry(u32::from(*c)).or_insert(code) == code
        });
        self.glyphs.push((id, Used { code, width, words, plain }));
        if self.places.len() <= usize::from(id) {
            self.places.resize(usize::from(id) + 1, None);
        }
        // Counted from 1; a face has at most 65,535 glyphs.
        let place = u16::try_from(self.glyphs.len()).ok().and_then(NonZeroU16::new);
        if let Some(entry) = self.places.get_mut(usize::from(id)) {
            *entry = place;
        }
    }

    pub fn glyph(&self, id: u16) -> Option<&Used> {
        let place = (*self.places.get(usize::from(id))?)?;
        self.glyphs.get(usize::from(place.get()) - 1).map(|(_, used)| used)
    }

    /// Cuts the font, and dresses it as `printpdf` wants it: it embeds what it is given.
    pub fn font(&self, id: FaceId, fonts: &Fonts) -> Result<ParsedFont, PdfError> {
        let face = fonts.face(id).ok_or(PdfError::NoSuchFace(id.0))?;
        let bytes = subsetter::subset(face.bytes, 0, &self.remapper)
            .map_err(|source| PdfError::Font { face: id.0, source })?;
        let shaper = &face.shaper;
        let bounds = shaper.global_bounding_box();
        let glyph_widths = self
            .glyphs
            .iter()
            .map(|(old, used)| (used.code, shaper.glyph_hor_advance(ttf_parser::GlyphId(*old)).unwrap_or(0)))
            .collect();
        let (rise, run) = if shaper.is_italic() { (1000, 212) } else { (1, 0) };
        Ok(ParsedFont {
            font_name: Some(format!("{}+{}", tag(&bytes), name(face))),
            original_bytes: bytes,
            font_index: 0,
            codepoint_to_glyph: self.characters.clone(),
            glyph_widths,
            units_per_em: face.units_per_em,
            font_metrics: FontMetrics { ascent: shaper.ascender(), descent: shaper.descender() },
            font_type: FontType::TrueType,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: face.units_per_em,
                x_min: bounds.x_min,
                y_min: bounds.y_min,
                x_max: bounds.x_max,
                y_max: bounds.y_max,
                caret_slope_rise: rise,
                caret_slope_run: run,
                us_weight_class: shaper.weight().to_number(),
            },
        })
    }
}

/// Six capitals that tell this cut of the font from others.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// The font's PostScript name.
pub(super) fn name(face: &Face) -> String {
    face.shaper
        .names()
        .into_iter()
        .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
        .find_map(|name| name.to_string())
        .map(|name| name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "Face".to_owned())
}

/// What the glyph at `index` stands for. Glyphs that share a cluster share its characters out.
fn words(face: &Face, shaped: &Shaped, index: usize) -> String {
    let Some(glyph) = shaped.glyphs.get(index) else { return String::new() };
    let cluster = shaped.text.get(glyph.start..glyph.end).unwrap_or_default();
    let is = |c: char, id: u16| face.shaper.glyph_index(c).is_some_and(|found| found.0 == id);
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
