//! One laid-out page as an SVG picture, for a window: the page a person sees is the page a registrar gets.
//!
//! Letters are drawn from their outlines, so that no window needs our faces and no stylesheet can change a page. What
//! stands on one line in one face is one path: a page of 4,500 letters that each refer to an outline takes a window three
//! times as long to lay out. In a path `M` is where a letter's pen starts, and all else is told from there. The words are
//! not in it: a screen reader is given the HTML edition. This module must not move anything.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::display::{Draw, GlyphRun, Page, Pages, Point};
use crate::fonts::{FaceId, Fonts};
use crate::length::Length;
use crate::words::Words;

/// Units of a picture to one of a face. Where a curve of a face passes between two of its units, it is in the middle.
const FINER: i32 = 2;

/// Returns a page, counted from 0, as an SVG element; none when there is no such page.
pub fn svg(pages: &Pages, fonts: &Fonts, page: usize) -> Option<String> {
    let sheet = pages.pages.get(page)?;
    let title = Words::of(&pages.language).page_of(page + 1, pages.pages.len());
    let (width, height) = (Points(sheet.width), Points(sheet.height));
    let mut out = String::with_capacity(1_000_000);
    // Writing into a string does not fail.
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{title}\">\
         <title>{title}</title>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"
    );
    draw(sheet, &mut Outlines { fonts, drawn: BTreeMap::new() }, &mut out);
    out.push_str("</svg>");
    Some(out)
}

/// Draws a page, what stands on one line in one face together.
fn draw(page: &Page, outlines: &mut Outlines<'_>, out: &mut String) {
    let mut line: Option<&GlyphRun> = None;
    for draw in page.chunks.iter().flat_map(|chunk| &chunk.draws) {
        if let (Draw::Glyphs(run), Some(first)) = (draw, line)
            && is_of_line(run, first)
        {
            let ahead = f64::from(run.at.x.0 - first.at.x.0) / unit(first);
            letters(run, ahead.round() as i32, outlines, out);
            continue;
        }
        if line.take().is_some() {
            out.push_str("\"/>");
        }
        match draw {
            Draw::Glyphs(run) => {
                open(run, 0, out);
                out.push_str(" d=\"");
                letters(run, 0, outlines, out);
                line = Some(run);
            }
            Draw::Watermark { run, degrees } => watermark(run, *degrees, outlines, out),
            Draw::Line { .. } | Draw::Frame { .. } => ruled(draw, out),
        }
    }
    if line.is_some() {
        out.push_str("\"/>");
    }
}

fn watermark(run: &GlyphRun, degrees: u16, outlines: &mut Outlines<'_>, out: &mut String) {
    open(run, degrees, out);
    // In units of the picture, so about eight tenths of a point.
    let thickness = 800.0 / unit(run);
    let _ = write!(out, " fill=\"none\" stroke=\"#d1d1d1\" stroke-width=\"{thickness:.0}\" d=\"");
    letters(run, 0, outlines, out);
    out.push_str("\"/>");
}

/// Draws a line, or the outline of a rectangle.
fn ruled(draw: &Draw, out: &mut String) {
    match draw {
        Draw::Glyphs(_) | Draw::Watermark { .. } => {}
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
    }
}

/// Whether a run goes on where another stands: on its line, in its face and size.
fn is_of_line(run: &GlyphRun, first: &GlyphRun) -> bool {
    (run.at.y, run.face, run.size) == (first.at.y, first.face, first.size)
}

/// How many thousandths of a point a unit of the picture is.
fn unit(run: &GlyphRun) -> f64 {
    f64::from(run.size.0.max(1)) / f64::from(i32::from(run.shaped.units_per_em.max(1)) * FINER)
}

/// Opens a path that begins where a run does, in units of the picture, upwards.
fn open(run: &GlyphRun, turn: u16, out: &mut String) {
    let scale = unit(run) / 1000.0;
    let _ = write!(out, "<path transform=\"translate({} {})", Points(run.at.x), Points(run.at.y));
    if turn > 0 {
        let _ = write!(out, "rotate(-{turn})");
    }
    let _ = write!(out, "scale({scale:.7} -{scale:.7})\"");
}

/// Draws the letters of a run that stands so far to the right of where its path begins.
fn letters(run: &GlyphRun, ahead: i32, outlines: &mut Outlines<'_>, out: &mut String) {
    let mut x = 0;
    for glyph in &run.shaped.glyphs {
        let outline = outlines.of(run.face, glyph.id);
        // A space has none.
        if !outline.is_empty() {
            let _ = write!(out, "M{} {}", ahead + (x + glyph.dx) * FINER, glyph.dy * FINER);
            out.push_str(outline);
        }
        x += glyph.advance;
    }
}

/// The outlines of letters, told from where the pen is.
struct Outlines<'f> {
    fonts: &'f Fonts,
    drawn: BTreeMap<(FaceId, u16), String>,
}

impl Outlines<'_> {
    /// Returns a letter's outline; empty for one that has none.
    fn of(&mut self, face: FaceId, glyph: u16) -> &str {
        self.drawn.entry((face, glyph)).or_insert_with(|| {
            let mut outline = Outline::default();
            if let Some(face) = self.fonts.face(face) {
                face.shaper.outline_glyph(ttf_parser::GlyphId(glyph), &mut outline);
            }
            outline.path
        })
    }
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

/// An outline as the data of a path: each step from where the one before ended, in whole numbers.
#[derive(Default)]
struct Outline {
    path: String,
    at: (i32, i32),
    /// Where the line that is being drawn began.
    begun: (i32, i32),
    /// What pulled the curve that ended where we are; none after a straight line.
    pulled: Option<(i32, i32)>,
}

/// A place in the units of the picture.
fn place(x: f32, y: f32) -> (i32, i32) {
    let finer = |units: f32| (units * FINER as f32).round() as i32;
    (finer(x), finer(y))
}

impl Outline {
    /// Writes a step: its sign, and each number with no more room than it needs.
    fn step(&mut self, sign: char, numbers: &[i32]) {
        self.path.push(sign);
        for (at, number) in numbers.iter().enumerate() {
            let gap = if at > 0 && *number >= 0 { " " } else { "" };
            let _ = write!(self.path, "{gap}{number}");
        }
    }

    /// How far it is to a place, across and up.
    fn way_to(&self, to: (i32, i32)) -> [i32; 2] {
        [to.0 - self.at.0, to.1 - self.at.1]
    }
}

impl ttf_parser::OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = place(x, y);
        self.step('m', &self.way_to(to));
        (self.at, self.begun, self.pulled) = (to, to, None);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = place(x, y);
        match self.way_to(to) {
            [0, up] => self.step('v', &[up]),
            [across, 0] => self.step('h', &[across]),
            both => self.step('l', &both),
        }
        (self.at, self.pulled) = (to, None);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (pull, to) = (place(x1, y1), place(x, y));
        let onward = self.pulled.map(|before| (2 * self.at.0 - before.0, 2 * self.at.1 - before.1));
        let [across, up] = self.way_to(to);
        if onward == Some(pull) {
            self.step('t', &[across, up]);
        } else {
            let [right, high] = self.way_to(pull);
            self.step('q', &[right, high, across, up]);
        }
        (self.at, self.pulled) = (to, Some(pull));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let to = place(x, y);
        let steps = [place(x1, y1), place(x2, y2), to].map(|place| self.way_to(place));
        self.step('c', steps.as_flattened());
        (self.at, self.pulled) = (to, None);
    }

    fn close(&mut self) {
        self.path.push('z');
        (self.at, self.pulled) = (self.begun, None);
    }
}
