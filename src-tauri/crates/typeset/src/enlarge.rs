//! Laid-out pages to large print: everything on them in the proportion of the letters.
//!
//! The text was broken for it already, on a sheet that much smaller; here it grows to A4. Must not know
//! how anything was laid out.

use crate::display::{Draw, GlyphRun, Pages, Place, Point};
use crate::length::Length;
use crate::style::{A4, LARGE};

/// Enlarges every page to A4.
pub(crate) fn enlarge(pages: &mut Pages) {
    for page in &mut pages.pages {
        (page.width, page.height) = (A4.width, A4.height);
        page.chunks.iter_mut().flat_map(|chunk| &mut chunk.draws).for_each(draw);
        for link in &mut page.links {
            point(&mut link.at);
            place(&mut link.to);
            length(&mut link.width);
            length(&mut link.height);
        }
    }
    pages.outline.iter_mut().for_each(|entry| place(&mut entry.place));
    pages.places.values_mut().for_each(place);
}

fn length(length: &mut Length) {
    *length = length.times(LARGE.0, LARGE.1);
}

fn point(point: &mut Point) {
    length(&mut point.x);
    length(&mut point.y);
}

fn place(place: &mut Place) {
    length(&mut place.y);
}

fn glyphs(run: &mut GlyphRun) {
    point(&mut run.at);
    length(&mut run.size);
}

fn draw(draw: &mut Draw) {
    match draw {
        Draw::Glyphs(run) | Draw::Watermark { run, .. } => glyphs(run),
        Draw::Line { from, to, thickness } => {
            point(from);
            point(to);
            length(thickness);
        }
        Draw::Frame { at, width, height, thickness } => {
            point(at);
            length(width);
            length(height);
            length(thickness);
        }
    }
}
