//! One laid-out page as an SVG picture, for a window: the page a person sees is the page a registrar gets.
//!
//! Letters are drawn from their outlines, each outline once, so that no window needs our faces and no
//! stylesheet can change a page. The words are not in it: a screen reader is given the HTML edition.
//! This module must not move anything.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::display::{Draw, GlyphRun, Page, Pages, Point};
use crate::fonts::{FaceId, Fonts};
use crate::length::Length;
use crate::words::Words;

/// Returns a page, counted from 0, as an SVG element; none when there is no such page.
pub fn svg(pages: &Pages, fonts: &Fonts, page: usize) -> Option<String> {
    let sheet = pages.pages.get(page)?;
    let title = Words::of(&pages.language).page_of(page + 1, pages.pages.len());
    let (width, height) = (Points(sheet.width), Points(sheet.height));
    let mut out = String::with_capacity(200_000);
    // Writing into a string does not fail.
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{title}\">\
         <title>{title}</title>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/><defs>"
    );
    outlines(sheet, fonts, &mut out);
    out.push_str("</defs>");
    for draw in sheet.chunks.iter().flat_map(|chunk| &chunk.draws) {
        write_draw(draw, &mut out);
    }
    out.push_str("</svg>");
    Some(out)
}

/// Writes the outline of every letter on the page, once.
fn outlines(page: &Page, fonts: &Fonts, out: &mut String) {
    let mut drawn: BTreeSet<(FaceId, u16)> = BTreeSet::new();
    for draw in page.chunks.iter().flat_map(|chunk| &chunk.draws) {
        if let Draw::Glyphs(run) | Draw::Watermark { run, .. } = draw {
            drawn.extend(run.shaped.glyphs.iter().map(|glyph| (run.face, glyph.id)));
        }
    }
    for (face, glyph) in drawn {
        let Some(outline) = fonts.face(face) else { continue };
        let mut path = Path(String::new());
        // A space has no outline.
        if outline.shaper.outline_glyph(ttf_parser::GlyphId(glyph), &mut path).is_some() {
            let _ = write!(out, "<path id=\"f{}g{glyph}\" d=\"{}\"/>", face.0, path.0);
        }
    }
}

fn write_draw(draw: &Draw, out: &mut String) {
    match draw {
        Draw::Glyphs(run) => glyphs(run, out),
        Draw::Line { from, to, thickness } => {
            let (x1, y1, x2, y2) = (Points(from.x), Points(from.y), Points(to.x), Points(to.y));
            let _ = write!(
                out,
                "<path d=\"M{x1} {y1}L{x2} {y2}\" stroke=\"#000\" stroke-width=\"{}\"/>",
                Points(*thickness)
            );
        }
        Draw::Frame { at: Point { x, y }, width, height, thickness } => {
            let _ = write!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" stroke=\"#000\" stroke-width=\"{}\"/>",
                Points(*x),
                Points(*y),
                Points(*width),
                Points(*height),
                Points(*thickness)
            );
        }
        Draw::Watermark { run, degrees } => {
            // In units of the face, so about eight tenths of a point.
            let thickness = i64::from(run.shaped.units_per_em) * 800 / i64::from(run.size.0.max(1));
            watermark(run, *degrees, thickness, out);
        }
    }
}

/// Opens a group in which one unit is one of the face's, upwards.
fn open(run: &GlyphRun, turn: u16, out: &mut String) {
    let scale = f64::from(run.size.0) / 1000.0 / f64::from(run.shaped.units_per_em.max(1));
    let _ = write!(out, "<g transform=\"translate({} {})", Points(run.at.x), Points(run.at.y));
    if turn > 0 {
        let _ = write!(out, "rotate(-{turn})");
    }
    let _ = write!(out, "scale({scale:.6} -{scale:.6})\"");
}

fn watermark(run: &GlyphRun, degrees: u16, thickness: i64, out: &mut String) {
    open(run, degrees, out);
    let _ = write!(out, " fill=\"none\" stroke=\"#d1d1d1\" stroke-width=\"{thickness}\">");
    uses(run, out);
}

fn glyphs(run: &GlyphRun, out: &mut String) {
    open(run, 0, out);
    out.push('>');
    uses(run, out);
}

/// Places the letters of a run and closes its group.
fn uses(run: &GlyphRun, out: &mut String) {
    let mut x = 0;
    for glyph in &run.shaped.glyphs {
        let _ = write!(out, "<use href=\"#f{}g{}\"", run.face.0, glyph.id);
        if x + glyph.dx != 0 {
            let _ = write!(out, " x=\"{}\"", x + glyph.dx);
        }
        if glyph.dy != 0 {
            let _ = write!(out, " y=\"{}\"", glyph.dy);
        }
        out.push_str("/>");
        x += glyph.advance;
    }
    out.push_str("</g>");
}

/// A length in points.
struct Points(Length);

impl std::fmt::Display for Points {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (sign, thousandths) = (if self.0.0 < 0 { "-" } else { "" }, self.0.0.unsigned_abs());
        write!(f, "{sign}{}", thousandths / 1000)?;
        match thousandths % 1000 {
            0 => Ok(()),
            rest => write!(f, ".{rest:03}"),
        }
    }
}

/// An outline as the data of a path.
struct Path(String);

impl ttf_parser::OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "M{x} {y}");
    }
    fn line_to(&mut self, x: f32, y: f32) {
        let _ = write!(self.0, "L{x} {y}");
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let _ = write!(self.0, "Q{x1} {y1} {x} {y}");
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let _ = write!(self.0, "C{x1} {y1} {x2} {y2} {x} {y}");
    }
    fn close(&mut self) {
        self.0.push('Z');
    }
}
