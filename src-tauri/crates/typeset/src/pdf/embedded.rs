//! A cut font as it goes into files: its program, its widths, and which words its codes stand for.
//!
//! `printpdf` writes it, once for each cut; what it lacks is mended here. Must not know pages.

use std::sync::Arc;

use lopdf::{Dictionary, Object, ObjectId};
use printpdf::{
    Codepoint, FontMetrics, FontType, Op, ParsedFont, PdfDocument, PdfFontHandle, PdfFontMetricsStub,
    PdfPage, PdfSaveOptions, Pt, TextItem,
};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::PdfError;
use super::file::{File, Packed};
use super::fonts::{Cut, key};
use super::objects::{Ink, Number};
use crate::fonts::{Face, Fonts};

/// A font's objects, with `printpdf`'s numbers.
#[derive(Debug)]
pub(super) struct Embedded {
    parts: Vec<(ObjectId, Part)>,
    /// The one that pages refer to.
    root: ObjectId,
}

#[derive(Debug)]
enum Part {
    Dictionary(Dictionary),
    Stream(Dictionary, Arc<Packed>),
}

impl Embedded {
    /// Cuts the font and has it written.
    pub fn new(cut: &Cut, fonts: &Fonts) -> Result<Self, PdfError> {
        let face = fonts.face(cut.face).ok_or(PdfError::NoSuchFace(cut.face.0))?;
        let mut document = PdfDocument::new("");
        document.resources.fonts.map.insert(key(cut.face), printpdf::PdfFont::new(parsed(cut, face)?));
        document.pages = vec![every_glyph(cut)];
        let document = written(&document)?;
        let is_root = |object: &Object| {
            object.as_dict().is_ok_and(|dictionary| {
                dictionary.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0")
            })
        };
        let root = document.objects.iter().find(|(_, object)| is_root(object)).map(|(id, _)| *id);
        let root = root.ok_or(PdfError::Unfinished("a font"))?;
        let mut parts = Vec::new();
        let mut waiting = vec![root];
        let mut objects = document.objects;
        while let Some(id) = waiting.pop() {
            // What is not there was taken already.
            let Some(object) = objects.remove(&id) else { continue };
            referred(&object, &mut waiting);
            let part = match object {
                Object::Stream(stream) => {
                    Part::Stream(stream.dict, Arc::new(Packed::deflate(stream.content)))
                }
                Object::Dictionary(dictionary) => Part::Dictionary(with_cap_height(dictionary, face)),
                _ => return Err(PdfError::Unfinished("a part of a font")),
            };
            parts.push((id, part));
        }
        Ok(Self { parts, root })
    }

    /// Puts the font into a file and returns its number there.
    pub fn write(&self, file: &mut File) -> Number {
        let numbers: Vec<(ObjectId, Number)> =
            self.parts.iter().map(|(id, _)| (*id, file.number())).collect();
        let find = |id: ObjectId| numbers.iter().find(|(own, _)| *own == id).map_or(Number(0), |(_, n)| *n);
        for ((_, part), (_, number)) in self.parts.iter().zip(&numbers) {
            match part {
                Part::Dictionary(dictionary) => {
                    file.object(*number, |ink| _ = ink.sign("<<").entries(dictionary, &find).sign(">>"));
                }
                Part::Stream(dictionary, content) => {
                    let mut entries = Ink::default();
                    let own = dictionary.iter().filter(|(key, _)| key.as_slice() != b"Length");
                    let own: Dictionary = own.map(|(key, value)| (key.clone(), value.clone())).collect();
                    entries.entries(&own, &find);
                    file.stream(*number, entries.bytes, Arc::clone(content));
                }
            }
        }
        find(self.root)
    }
}

/// A document as `printpdf` writes it, to take parts from. Nothing doubtful is taken.
fn written(document: &PdfDocument) -> Result<lopdf::Document, PdfError> {
    // What is not in use is not there: nothing is optimised.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut warnings = Vec::new();
    let written = document.to_lopdf_document(&options, &mut warnings);
    match warnings.into_iter().next() {
        Some(warning) => Err(PdfError::Warning(warning.msg)),
        None => Ok(written),
    }
}

/// Adds what an object refers to.
fn referred(object: &Object, to: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => to.push(*id),
        Object::Array(items) => items.iter().for_each(|item| referred(item, to)),
        Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, value)| referred(value, to)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| referred(value, to)),
        _ => {}
    }
}

/// Sets the height of capitals, for which `printpdf` writes that of ascenders.
fn with_cap_height(mut dictionary: Dictionary, face: &Face) -> Dictionary {
    let height = face.font.capital_height().filter(|_| dictionary.has(b"CapHeight"));
    if let Some(height) = height {
        let height = i64::from(height) * 1000 / i64::from(face.units_per_em);
        dictionary.set("CapHeight", Object::Integer(height));
    }
    dictionary
}

/// A page that shows every glyph of the cut: `printpdf` embeds what pages show, with the words said here.
fn every_glyph(cut: &Cut) -> PdfPage {
    let glyphs = cut.glyphs.iter().map(|(_, used)| Codepoint::with_cid(used.code, 0.0, used.words.clone()));
    let ops = vec![
        Op::StartTextSection,
        Op::SetFont { font: PdfFontHandle::External(key(cut.face)), size: Pt(10.0) },
        Op::ShowText { items: vec![TextItem::GlyphIds(glyphs.collect())] },
        Op::EndTextSection,
    ];
    PdfPage::new(printpdf::Mm(210.0), printpdf::Mm(297.0), ops)
}

/// Cuts the font, and dresses it as `printpdf` wants it: it embeds what it is given.
fn parsed(cut: &Cut, face: &Face) -> Result<ParsedFont, PdfError> {
    let mut remapper = GlyphRemapper::new();
    cut.glyphs.iter().for_each(|(id, _)| _ = remapper.remap(*id));
    let bytes = subsetter::subset(face.bytes, 0, &remapper)
        .map_err(|source| PdfError::Font { face: cut.face.0, source })?;
    let font = &face.font;
    let bounds = font.global_bounding_box();
    let width = |id: u16| font.glyph_hor_advance(ttf_parser::GlyphId(id)).unwrap_or(0);
    let (rise, run) = if font.is_italic() { (1000, 212) } else { (1, 0) };
    Ok(ParsedFont {
        font_name: Some(format!("{}+{}", tag(&bytes), name(face))),
        original_bytes: bytes,
        font_index: 0,
        codepoint_to_glyph: Default::default(),
        glyph_widths: cut.glyphs.iter().map(|(id, used)| (used.code, width(*id))).collect(),
        units_per_em: face.units_per_em,
        font_metrics: FontMetrics { ascent: font.ascender(), descent: font.descender() },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: face.units_per_em,
            x_min: bounds.x_min,
            y_min: bounds.y_min,
            x_max: bounds.x_max,
            y_max: bounds.y_max,
            caret_slope_rise: rise,
            caret_slope_run: run,
            us_weight_class: font.weight().to_number(),
        },
    })
}

/// Six capitals that tell this cut of the font from others.
fn tag(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// The font's PostScript name.
fn name(face: &Face) -> String {
    face.font
        .names()
        .into_iter()
        .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
        .find_map(|name| name.to_string())
        .map(|name| name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "Face".to_owned())
}
