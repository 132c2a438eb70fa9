//! The second walk: page numbers and leader dots at the ends of contents lines.
//!
//! Must not move anything that is already placed.

use std::sync::Arc;

use crate::display::{Draw, GlyphRun, Owner, Point, Shaped};
use crate::length::Length;
use crate::paginate::{Placed, PlacedTail};
use crate::paragraph::Typesetter;
use crate::style::Look;

/// Between leader and words, and leader and number.
const AIR: Length = Length::pt(5);

/// Writes the number of its heading's page at the end of each contents line.
pub(crate) fn write(placed: &mut Placed, types: &mut Typesetter<'_>, look: &Look) {
    for PlacedTail { page, chunk, left, top, tail } in std::mem::take(&mut placed.tails) {
        let Some(number) = placed.headings.get(&tail.heading).map(|place| place.page + 1) else { continue };
        let y = top + tail.baseline;
        let line = types.words(&number.to_string(), tail.setting, tail.owner);
        let start = left + tail.to - line.width;
        let mut draws: Vec<Draw> = line.chunks.into_iter().flat_map(|chunk| chunk.draws).collect();
        draws.iter_mut().for_each(|draw| draw.shift(start, y));
        let leader = leader(left + tail.from + AIR, start - AIR, y, types, look);
        let Some(sheet) = placed.pages.get_mut(page) else { continue };
        if let Some(waiting) = sheet.chunks.get_mut(chunk) {
            waiting.draws.extend(leader);
        }
        if let Some(waiting) = sheet.chunks.get_mut(chunk + 1) {
            debug_assert!(matches!(waiting.owner, Owner::Element(_)));
            waiting.draws.extend(draws);
        }
    }
}

/// Dots from `from` to `to`, on a grid that all lines share.
fn leader(from: Length, to: Length, y: Length, types: &mut Typesetter<'_>, look: &Look) -> Option<Draw> {
    let (size, step) = (look.leader, look.leader_step);
    let first = from.0.div_euclid(step.0) + 1;
    let last = to.0.div_euclid(step.0) - 1;
    let count = usize::try_from(last - first).ok().filter(|count| *count > 0)?;
    let dot = types.shaper.word(crate::fonts::Cut::Serif, false, ".").first()?.clone();
    let units = i64::from(dot.shaped.units_per_em);
    let mut glyph = *dot.shaped.glyphs.first()?;
    glyph.advance = i32::try_from(i64::from(step.0) * units / i64::from(size.0)).unwrap_or(glyph.advance);
    let glyphs =
        (0..count).map(|index| crate::display::Glyph { start: index, end: index + 1, ..glyph }).collect();
    let shaped =
        Shaped { text: ".".repeat(count).into(), glyphs, units_per_em: dot.shaped.units_per_em, rtl: false };
    let at = Point { x: step * first, y };
    Some(Draw::Glyphs(GlyphRun { at, face: dot.face, size, shaped: Arc::new(shaped) }))
}
