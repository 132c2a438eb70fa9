//! Content streams: what is drawn for some chunks of a page, in PDF's operators.
//!
//! Every chunk is marked content: with the number that its element's tag points at, or as an artifact. A stream sets
//! everything that it draws with itself, so that it means the same beside any other. This module must not know
//! other pages.

use super::fonts::{Subsets, Used, key};
use super::objects::Ink;
use super::tags::tag_name;
use crate::display::{Artifact, Chunk, Draw, GlyphRun, Owner, Point};
use crate::fonts::FaceId;
use crate::length::Length;
use crate::structure::Structure;

/// Returns the bytes of a stream that draws chunks of a page of this height, not deflated. Chunks of elements that draw
/// something are numbered from 0, in order.
pub(super) fn content(chunks: &[Chunk], height: Length, structure: &Structure, subsets: &Subsets) -> Vec<u8> {
    let mut content =
        Content { ink: Ink::default(), height, subsets, font: None, thickness: None, text: None };
    let mut number = 0;
    for chunk in chunks.iter().filter(|chunk| !chunk.draws.is_empty()) {
        match chunk.owner {
            Owner::Element(id) => {
                let element = structure.get(id);
                let tag = element.map_or("Span", |element| tag_name(element.role));
                content.ink.sign("/").sign(tag).sign(" <</MCID ").count(number);
                number += 1;
                let actual = element.is_some_and(|element| element.actual.is_some());
                if let Some(words) = words(&chunk.draws).filter(|_| actual) {
                    content.ink.sign("/ActualText ").text(&words);
                }
                content.ink.sign(">>BDC\n");
            }
            Owner::Artifact(kind) => _ = content.ink.sign(artifact(kind)),
        }
        chunk.draws.iter().for_each(|draw| content.draw(draw));
        content.end_text();
        content.ink.sign("EMC\n");
    }
    content.ink.bytes
}

/// The words of a chunk in the order in which they are read. None for words from right to left: programs
/// that copy text turn those round themselves.
fn words(draws: &[Draw]) -> Option<String> {
    let mut words = String::new();
    for draw in draws {
        match draw {
            Draw::Glyphs(run) if run.shaped.rtl => return None,
            Draw::Glyphs(run) => words.push_str(&run.shaped.text),
            _ => {}
        }
    }
    Some(words)
}

fn artifact(kind: Artifact) -> &'static str {
    match kind {
        Artifact::Header => "/Artifact <</Type /Pagination/Subtype /Header>>BDC\n",
        Artifact::Footer => "/Artifact <</Type /Pagination/Subtype /Footer>>BDC\n",
        Artifact::Watermark => "/Artifact <</Type /Pagination/Subtype /Watermark>>BDC\n",
        Artifact::Layout => "/Artifact <</Type /Layout>>BDC\n",
    }
}

/// A stream being written.
struct Content<'s> {
    ink: Ink,
    height: Length,
    subsets: &'s Subsets,
    font: Option<(FaceId, Length)>,
    thickness: Option<Length>,
    /// The line of text that the pen is in, between `BT` and `ET`.
    text: Option<TextLine>,
}

/// Glyphs on one baseline.
struct TextLine {
    /// Where the reader's pen will be after them, in millionths of a point; nowhere before the first matrix.
    pen: Option<(i64, i64)>,
    showing: Showing,
}

/// What is open of the list that shows glyphs by their codes, with kerns between them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Showing {
    Nothing,
    List,
    Codes,
}

impl Content<'_> {
    fn draw(&mut self, draw: &Draw) {
        match draw {
            Draw::Glyphs(run) => self.run(run),
            Draw::Line { from, to, thickness } => {
                self.end_text();
                self.thickness(*thickness);
                self.point(*from, "m").point(*to, "l").ink.sign("S\n");
            }
            Draw::Frame { at, width, height, thickness } => {
                self.end_text();
                self.thickness(*thickness);
                let (right, bottom) = (at.x + *width, at.y + *height);
                self.point(*at, "m").point(Point { x: right, y: at.y }, "l");
                self.point(Point { x: right, y: bottom }, "l").point(Point { x: at.x, y: bottom }, "l");
                self.ink.sign("h S\n");
            }
            Draw::Watermark { run, degrees } => self.watermark(run, *degrees),
        }
    }

    fn point(&mut self, point: Point, operator: &str) -> &mut Self {
        let up = self.height - point.y;
        self.ink.length(point.x).sign(" ").length(up).sign(" ").sign(operator).sign("\n");
        self
    }

    fn thickness(&mut self, thickness: Length) {
        if self.thickness != Some(thickness) {
            self.thickness = Some(thickness);
            self.ink.length(thickness).sign(" w\n");
        }
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
            self.glyph(used, x, y, size);
            advance += i64::from(glyph.advance);
        }
    }

    fn set_font(&mut self, face: FaceId, size: Length) {
        if self.font == Some((face, size)) {
            return;
        }
        self.show_line();
        // What comes next starts with a matrix of its own.
        self.line().pen = None;
        self.font = Some((face, size));
        self.font_operator(face, size);
    }

    fn font_operator(&mut self, face: FaceId, size: Length) {
        self.ink.sign("/").sign(&key(face).0).sign(" ").length(size).sign(" Tf\n");
    }

    /// Shows a glyph at (x, y): after a kern when the pen is near on the same line, else after a new matrix.
    fn glyph(&mut self, used: &Used, x: i64, y: i64, size: i64) {
        let line = self.line();
        let mut showing = line.showing;
        let mut pen = x;
        match line.pen {
            Some((at, baseline)) if baseline == y && (at - x).abs() < size * 1000 * 3 => {
                // Thousandths of an em, to the left; a rest below half of one is carried on.
                let kern = (at - x + (at - x).signum() * size / 2) / size.max(1);
                pen = at - kern * size;
                if kern != 0 {
                    self.ink.sign(match showing {
                        Showing::Nothing => "[",
                        Showing::List => "",
                        Showing::Codes => ")",
                    });
                    self.ink.integer(kern);
                    showing = Showing::List;
                }
            }
            _ => {
                self.show_line();
                let up = i64::from(self.height.0) * 1000 - y;
                self.ink.sign("1 0 0 1 ").decimal(x, 6).sign(" ").decimal(up, 6).sign(" Tm\n");
                showing = Showing::Nothing;
            }
        }
        self.ink.sign(match showing {
            Showing::Nothing => "[(",
            Showing::List => "(",
            Showing::Codes => "",
        });
        self.ink.letters(&used.code.to_be_bytes());
        self.text = Some(TextLine { pen: Some((pen + used.width * size, y)), showing: Showing::Codes });
    }

    /// The line of text that the pen is in; begins one where there is none.
    fn line(&mut self) -> &mut TextLine {
        if self.text.is_none() {
            self.ink.sign("BT\n");
        }
        self.text.get_or_insert(TextLine { pen: None, showing: Showing::Nothing })
    }

    /// Ends the list of glyphs that is open.
    fn show_line(&mut self) {
        let Some(line) = &mut self.text else { return };
        self.ink.sign(match std::mem::replace(&mut line.showing, Showing::Nothing) {
            Showing::Nothing => "",
            Showing::List => "]TJ\n",
            Showing::Codes => ")]TJ\n",
        });
    }

    fn end_text(&mut self) {
        self.show_line();
        if self.text.take().is_some() {
            self.ink.sign("ET\n");
        }
    }

    /// Outlined letters in light grey, behind everything else on the page.
    fn watermark(&mut self, run: &GlyphRun, degrees: u16) {
        self.end_text();
        let Some(subset) = self.subsets.get(&run.face) else { return };
        let (sin, cos) = turn(degrees);
        self.ink.sign("q\n0.82 G\n0.8 w\nBT\n1 Tr\n");
        self.font_operator(run.face, run.size);
        for part in [cos, sin, -sin, cos] {
            self.ink.decimal(part, 3).sign(" ");
        }
        let up = self.height - run.at.y;
        self.ink.length(run.at.x).sign(" ").length(up).sign(" Tm\n[(");
        for used in run.shaped.glyphs.iter().filter_map(|glyph| subset.glyph(glyph.id)) {
            self.ink.letters(&used.code.to_be_bytes());
        }
        self.ink.sign(")]TJ\nET\nQ\n");
        // What was set before is forgotten, so that it is set again.
        (self.font, self.thickness) = (None, None);
    }
}

/// Sine and cosine of a turn, in whole thousandths: no platform's own trigonometry decides bytes.
fn turn(degrees: u16) -> (i64, i64) {
    match degrees {
        55 => (819, 574),
        90 => (1000, 0),
        _ => (0, 1000),
    }
}
