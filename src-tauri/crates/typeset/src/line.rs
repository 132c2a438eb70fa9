//! The pieces of one line put in their places.
//!
//! Pieces come in reading order and are drawn in reading order; where they stand follows their
//! direction. This module must not know how lines are broken.

use crate::display::{Chunk, Draw, GlyphRun, Owner, Point};
use crate::inline::{Changed, Flat, Kind};
use crate::length::Length;
use crate::paragraph::{Line, LineLink};
use crate::shape::WordRun;
use crate::style::{Setting, Side, THIN};

/// A stretch of one face, direction and kind.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub kind: PieceKind,
    pub width: Length,
    /// Its bidi level.
    pub level: u8,
    /// Index of its mark.
    pub mark: usize,
    /// Its bytes in the flat text.
    pub start: usize,
    pub end: usize,
    pub owner: Owner,
}

#[derive(Debug, Clone)]
pub(crate) enum PieceKind {
    Run(WordRun),
    /// A line to write on.
    Blank,
}

/// Places a line's pieces; the first `visible` of them are not spaces at its end.
pub(crate) fn assemble(
    pieces: &[Piece],
    visible: usize,
    flat: &Flat,
    setting: Setting,
    width: Length,
) -> Line {
    let natural: Length = pieces.iter().take(visible).map(|piece| piece.width).sum();
    let left = match setting.side {
        Side::Left => Length::ZERO,
        Side::Centre => (width - natural).max(Length::ZERO).times(1, 2),
        Side::Right => (width - natural).max(Length::ZERO),
    };
    let places = places(pieces, left);
    let mut line =
        Line { chunks: Vec::new(), width: natural, links: Vec::new(), open: false, changed: false };
    for (piece, x) in pieces.iter().zip(places) {
        let mark = flat.marks.get(piece.mark);
        let changed = mark.and_then(|mark| mark.changed);
        line.changed |= changed.is_some();
        let rule = changed.map(|changed| rule(changed, x, piece.width, setting.size));
        let draws = std::iter::once(draw(piece, x, setting.size)).chain(rule);
        match line.chunks.last_mut() {
            Some(chunk) if chunk.owner == piece.owner => chunk.draws.extend(draws),
            _ => line.chunks.push(Chunk { owner: piece.owner, draws: draws.collect() }),
        }
        match mark.map(|mark| &mark.kind) {
            Some(Kind::Open) => line.open = true,
            Some(Kind::Reference(to, _)) => {
                let Owner::Element(element) = piece.owner else { continue };
                let words = flat.text.get(piece.start..piece.end).unwrap_or_default();
                match line.links.last_mut() {
                    Some(link) if link.element == element => {
                        let end = (link.x + link.width).max(x + piece.width);
                        link.x = link.x.min(x);
                        link.width = end - link.x;
                        link.words.push_str(words);
                    }
                    _ => {
                        let to = to.clone();
                        line.links.push(LineLink { x, width: piece.width, to, element, words: words.into() });
                    }
                }
            }
            _ => {}
        }
    }
    line
}

/// Where each piece starts on the left: rule L2 of UAX 9, on pieces.
fn places(pieces: &[Piece], left: Length) -> Vec<Length> {
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    let highest = pieces.iter().map(|piece| piece.level).max().unwrap_or(0);
    for level in (1..=highest).rev() {
        let mut start = 0;
        while start < order.len() {
            let length = order[start..].iter().take_while(|i| pieces[**i].level >= level).count();
            order[start..start + length].reverse();
            start += length.max(1);
        }
    }
    let mut places = vec![Length::ZERO; pieces.len()];
    let mut x = left;
    for index in order {
        places[index] = x;
        x += pieces[index].width;
    }
    places
}

/// The line under words that came, or through words that went.
fn rule(changed: Changed, x: Length, width: Length, size: Length) -> Draw {
    let y = match changed {
        Changed::Inserted => size.times(15, 100),
        Changed::Deleted => -size.times(27, 100),
    };
    Draw::Line { from: Point { x, y }, to: Point { x: x + width, y }, thickness: THIN }
}

fn draw(piece: &Piece, x: Length, size: Length) -> Draw {
    match &piece.kind {
        PieceKind::Run(run) => Draw::Glyphs(GlyphRun {
            at: Point { x, y: Length::ZERO },
            face: run.face,
            size: run.size(size),
            shaped: std::sync::Arc::clone(&run.shaped),
        }),
        PieceKind::Blank => {
            let y = Length::pt(2);
            let inset = Length::pt(1);
            Draw::Line {
                from: Point { x: x + inset, y },
                to: Point { x: x + piece.width - inset, y },
                thickness: THIN,
            }
        }
    }
}
