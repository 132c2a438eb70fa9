//! The content of one page, as `printpdf` operations.
//!
//! Every chunk is marked content: with the number that its element's tag points at, or as an
//! artifact. This module must not know other pages.

use std::collections::BTreeMap;

use printpdf::{
    Color, DictItem, Greyscale, Line, LinePoint, Op, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Pt,
    TextMatrix, TextRenderingMode,
};

use super::PdfError;
use super::fonts::{Subsets, Used, key};
use super::tags::tag_name;
use crate::display::{Artifact, Draw, GlyphRun, Owner, Page, Point};
use crate::fonts::FaceId;
use crate::length::Length;
use crate::structure::Structure;

/// Returns the content of a page as the bytes of its stream, not deflated.
pub(super) fn content(page: &Page, structure: &Structure, subsets: &Subsets) -> Result<Vec<u8>, PdfError> {
    let mut document = PdfDocument::new("");
    document.pages = vec![operations(page, structure, subsets)];
    let written = written(&document)?;
    let stream = written.objects.into_values().find_map(|object| match object {
        lopdf::Object::Stream(stream) => Some(stream.content),
        _ => None,
    });
    stream.ok_or(PdfError::Unfinished("a page's content"))
}

/// A document as `printpdf` writes it, to take parts from. Nothing doubtful is taken.
pub(super) fn written(document: &PdfDocument) -> Result<lopdf::Document, PdfError> {
    // "Secure" would leave out what shows text by its codes. What is not in use is not there: nothing is optimised.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut warnings = Vec::new();
    let written = document.to_lopdf_document(&options, &mut warnings);
    match warnings.into_iter().next() {
        Some(warning) => Err(PdfError::Warning(warning.msg)),
        None => Ok(written),
    }
}

/// The page as operations. Chunks of elements that draw something are numbered from 0, in order.
fn operations(page: &Page, structure: &Structure, subsets: &Subsets) -> PdfPage {
    let mut content =
        Content { ops: Vec::new(), height: page.height, subsets, font: None, thickness: None, text: None };
    let mut number = 0;
    for chunk in page.chunks.iter().filter(|chunk| !chunk.draws.is_empty()) {
        content.ops.push(match chunk.owner {
            Owner::Element(id) => {
                let tag = structure.get(id).map_or("Span", |element| tag_name(element.role));
                let mut map: BTreeMap<String, DictItem> = [("MCID".to_owned(), DictItem::Int(number))].into();
                number += 1;
                let actual = structure.get(id).is_some_and(|element| element.actual.is_some());
                if let Some(words) = words(&chunk.draws).filter(|_| actual) {
                    map.insert("ActualText".to_owned(), words);
                }
                Op::BeginMarkedContentWithProperties { tag: tag.into(), properties: DictItem::Dict { map } }
            }
            Owner::Artifact(kind) => artifact(kind),
        });
        chunk.draws.iter().for_each(|draw| content.draw(draw));
        content.end_text();
        content.ops.push(Op::EndMarkedContent);
    }
    let box_of = || printpdf::Rect {
        x: Pt(0.0),
        y: Pt(0.0),
        width: Pt(page.width.points()),
        height: Pt(page.height.points()),
        mode: None,
        winding_order: None,
    };
    PdfPage { media_box: box_of(), trim_box: box_of(), crop_box: box_of(), ops: content.ops }
}

/// The words of a chunk in the order in which they are read. None for words from right to left: programs
/// that copy text turn those round themselves.
fn words(draws: &[Draw]) -> Option<DictItem> {
    let mut words = String::new();
    for draw in draws {
        match draw {
            Draw::Glyphs(run) if run.shaped.rtl => return None,
            Draw::Glyphs(run) => words.push_str(&run.shaped.text),
            _ => {}
        }
    }
    let mut data = vec![0xfe, 0xff];
    data.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    Some(DictItem::String { data, literal: false })
}

fn artifact(kind: Artifact) -> Op {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let mut map = BTreeMap::new();
    let (kind, subtype) = match kind {
        Artifact::Header => ("Pagination", Some("Header")),
        Artifact::Footer => ("Pagination", Some("Footer")),
        Artifact::Watermark => ("Pagination", Some("Watermark")),
        Artifact::Layout => ("Layout", None),
    };
    map.insert("Type".to_owned(), name(kind));
    if let Some(subtype) = subtype {
        map.insert("Subtype".to_owned(), name(subtype));
    }
    Op::BeginMarkedContentWithProperties { tag: "Artifact".into(), properties: DictItem::Dict { map } }
}

/// A page being written.
struct Content<'s> {
    ops: Vec<Op>,
    height: Length,
    subsets: &'s Subsets,
    font: Option<(FaceId, Length)>,
    thickness: Option<Length>,
    /// The line of text being put together.
    text: Option<TextLine>,
}

/// Glyphs on one baseline, not yet written.
struct TextLine {
    /// Where the reader's pen will be after them, in millionths of a point.
    pen: i64,
    baseline: i64,
    /// Codes, and kerns between them.
    items: Vec<DictItem>,
}

impl TextLine {
    fn show(&mut self, used: &Used) {
        let code = used.code.to_be_bytes();
        match self.items.last_mut() {
            Some(DictItem::String { data, .. }) => data.extend_from_slice(&code),
            _ => {
                let mut data = Vec::with_capacity(32);
                data.extend_from_slice(&code);
                self.items.push(DictItem::String { data, literal: true });
            }
        }
    }
}

/// Shows glyphs by their codes in the cut font. `printpdf` would look each up anew, by character.
fn shown(items: Vec<DictItem>) -> Op {
    Op::Unknown { key: "TJ".to_owned(), value: vec![DictItem::Array(items)] }
}

impl Content<'_> {
    fn draw(&mut self, draw: &Draw) {
        match draw {
            Draw::Glyphs(run) => self.run(run),
            Draw::Line { from, to, thickness } => {
                self.end_text();
                self.thickness(*thickness);
                self.path(&[*from, *to], false);
            }
            Draw::Frame { at, width, height, thickness } => {
                self.end_text();
                self.thickness(*thickness);
                let (right, bottom) = (at.x + *width, at.y + *height);
                let corners = [
                    *at,
                    Point { x: right, y: at.y },
                    Point { x: right, y: bottom },
                    Point { x: at.x, y: bottom },
                ];
                self.path(&corners, true);
            }
            Draw::Watermark { run, degrees } => self.watermark(run, *degrees),
        }
    }

    fn y(&self, y: Length) -> f32 {
        (self.height - y).points()
    }

    fn thickness(&mut self, thickness: Length) {
        if self.thickness != Some(thickness) {
            self.thickness = Some(thickness);
            self.ops.push(Op::SetOutlineThickness { pt: Pt(thickness.points()) });
        }
    }

    fn path(&mut self, points: &[Point], is_closed: bool) {
        let points = points
            .iter()
            .map(|p| LinePoint {
                p: printpdf::Point { x: Pt(p.x.points()), y: Pt(self.y(p.y)) },
                bezier: false,
            })
            .collect();
        self.ops.push(Op::DrawLine { line: Line { points, is_closed } });
    }

    /// Adds a run's glyphs, to the line being put together if they stand on it.
    fn run(&mut self, run: &GlyphRun) {
        let Some(subset) = self.subsets.get(&run.face) else { return };
        let size = i64::from(run.size.0);
        let units = i64::from(run.shaped.units_per_em).max(1);
        let scaled = |value: i64| value * size * 1000 / units;
        self.set_font(run.face, run.size);
        let mut advance = 0;
        for glyph in &run.shaped.glyphs {
            let Some(used) = subset.glyph(glyph.id) else { continue };
            let x = i64::from(run.at.x.0) * 1000 + scaled(advance + i64::from(glyph.dx));
            let y = i64::from(run.at.y.0) * 1000 - scaled(i64::from(glyph.dy));
            self.move_pen(x, y, size);
            if let Some(line) = &mut self.text {
                line.show(used);
                line.pen += used.width * size;
            }
            advance += i64::from(glyph.advance);
        }
    }

    fn set_font(&mut self, face: FaceId, size: Length) {
        if self.font == Some((face, size)) {
            return;
        }
        let pen = self.text.take();
        if let Some(line) = pen {
            self.show(line.items);
            // The next run starts with a matrix of its own.
            self.text = Some(TextLine { pen: i64::MIN, baseline: i64::MIN, items: Vec::new() });
        }
        self.begin_text();
        self.font = Some((face, size));
        self.ops.push(Op::SetFont { font: PdfFontHandle::External(key(face)), size: Pt(size.points()) });
    }

    /// Brings the pen to (x, y): by a kern when it is near on the same line, else by a new matrix.
    fn move_pen(&mut self, x: i64, y: i64, size: i64) {
        self.begin_text();
        let Some(line) = &mut self.text else { return };
        let near = line.baseline == y && (line.pen - x).abs() < size * 1000 * 3;
        if near {
            // Thousandths of an em, to the left; a rest below half of one is carried on.
            let kern = (line.pen - x + (line.pen - x).signum() * size / 2) / size.max(1);
            if kern != 0 {
                line.pen -= kern * size;
                line.items.push(DictItem::Int(kern));
            }
            return;
        }
        let items = std::mem::take(&mut line.items);
        (line.pen, line.baseline) = (x, y);
        self.show(items);
        let points = |value: i64| (value as f64 / 1_000_000.0) as f32;
        let up = i64::from(self.height.0) * 1000 - y;
        self.ops
            .push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, points(x), points(up)]) });
    }

    fn begin_text(&mut self) {
        if self.text.is_none() {
            self.text = Some(TextLine { pen: i64::MIN / 2, baseline: i64::MIN, items: Vec::new() });
            self.ops.push(Op::StartTextSection);
        }
    }

    fn show(&mut self, items: Vec<DictItem>) {
        if !items.is_empty() {
            self.ops.push(shown(items));
        }
    }

    fn end_text(&mut self) {
        if let Some(line) = self.text.take() {
            self.show(line.items);
            self.ops.push(Op::EndTextSection);
        }
    }

    /// Outlined letters in light grey, behind everything else on the page.
    fn watermark(&mut self, run: &GlyphRun, degrees: u16) {
        self.end_text();
        let Some(subset) = self.subsets.get(&run.face) else { return };
        let (sin, cos) = turn(degrees);
        let used = run.shaped.glyphs.iter().filter_map(|glyph| subset.glyph(glyph.id));
        let data = used.flat_map(|used| used.code.to_be_bytes()).collect();
        let grey = Color::Greyscale(Greyscale { percent: 0.82, icc_profile: None });
        let matrix = TextMatrix::Raw([cos, sin, -sin, cos, run.at.x.points(), self.y(run.at.y)]);
        self.ops.extend([
            Op::SaveGraphicsState,
            Op::SetOutlineColor { col: grey },
            Op::SetOutlineThickness { pt: Pt(0.8) },
            Op::StartTextSection,
            Op::SetTextRenderingMode { mode: TextRenderingMode::Stroke },
            Op::SetFont { font: PdfFontHandle::External(key(run.face)), size: Pt(run.size.points()) },
            Op::SetTextMatrix { matrix },
            shown(vec![DictItem::String { data, literal: true }]),
            Op::EndTextSection,
            Op::RestoreGraphicsState,
        ]);
        // What was set before is forgotten, so that it is set again.
        (self.font, self.thickness) = (None, None);
    }
}

/// Sine and cosine of a turn, in whole thousandths: no platform's own trigonometry decides bytes.
fn turn(degrees: u16) -> (f32, f32) {
    match degrees {
        55 => (0.819, 0.574),
        90 => (1.0, 0.0),
        _ => (0.0, 1.0),
    }
}
