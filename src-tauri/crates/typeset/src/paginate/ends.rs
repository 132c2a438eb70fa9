//! Where pages end: which page each strip goes on, and how far down.
//!
//! A page ends only where the strips allow it. This module must know heights alone, so that it can be asked before
//! anything is placed.

use crate::length::Length;
use crate::strip::Strip;

use super::Area;

/// Where a strip goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub page: usize,
    pub top: Length,
    /// Whether it comes first on its page.
    pub first: bool,
    /// The top of its table's head, where that is repeated above it.
    pub head: Option<Length>,
}

/// Fills pages one after the other, with heights.
pub(super) struct Ends<'a> {
    area: &'a dyn Fn(usize) -> Area,
    page: usize,
    /// How far the current page is filled.
    y: Length,
    /// What space above a strip counts, in hundredths.
    space: i64,
}

impl<'a> Ends<'a> {
    pub fn new(area: &'a dyn Fn(usize) -> Area) -> Self {
        Self::closer(area, 0, 100)
    }

    /// Begins on the page `page`, with `space` hundredths of the space above each strip.
    pub fn closer(area: &'a dyn Fn(usize) -> Area, page: usize, space: i64) -> Self {
        Self { area, page, y: area(page).top, space }
    }

    /// Returns where each of these strips goes.
    pub fn spots(&mut self, strips: &[Strip]) -> Vec<Spot> {
        let mut spots = Vec::with_capacity(strips.len());
        self.fill(strips, |spot| spots.push(spot));
        spots
    }

    /// Fills pages with these strips. Returns the last page, and how far down it is filled.
    pub fn fill(&mut self, strips: &[Strip], mut at: impl FnMut(Spot)) -> (usize, Length) {
        let mut from = 0;
        for (index, strip) in strips.iter().enumerate() {
            let ends = !strip.with_next || strips.get(index + 1).is_none_or(|next| next.new_page);
            if ends {
                self.group(strips.get(from..=index).unwrap_or_default(), &mut at);
                from = index + 1;
            }
        }
        (self.page, self.y)
    }

    fn area(&self) -> Area {
        (self.area)(self.page)
    }

    fn at_top(&self) -> bool {
        self.y == self.area().top
    }

    fn new_page(&mut self) {
        self.page += 1;
        self.y = self.area().top;
    }

    fn above(&self, strip: &Strip) -> Length {
        strip.before.times(self.space, 100)
    }

    /// Places strips that belong together, on one page if a page can hold them.
    fn group(&mut self, strips: &[Strip], at: &mut impl FnMut(Spot)) {
        let Some(first) = strips.first() else { return };
        if first.new_page && !self.at_top() {
            self.new_page();
        }
        let height: Length = strips.iter().skip(1).map(|strip| self.above(strip) + strip.height).sum();
        let height = height + first.height;
        if !self.at_top() && self.y + self.above(first) + height > self.area().bottom {
            let next = (self.area)(self.page + 1);
            let whole = next.bottom - next.top;
            // What no page can hold may as well begin here, if a fair part of it fits.
            if height <= whole || self.area().bottom - self.y < whole.times(1, 3) {
                self.new_page();
            }
        }
        for strip in strips {
            at(self.strip(strip));
        }
    }

    fn strip(&mut self, strip: &Strip) -> Spot {
        let above = self.above(strip);
        if !self.at_top() && self.y + above + strip.height > self.area().bottom {
            self.new_page();
        }
        let first = self.at_top();
        let head = if first { self.head_above(strip) } else { None };
        if !first {
            self.y += above;
        }
        let spot = Spot { page: self.page, top: self.y, first, head };
        self.y += strip.height;
        spot
    }

    /// Makes room for the head of a table above the row that comes first on its page, where there is room for both.
    fn head_above(&mut self, strip: &Strip) -> Option<Length> {
        let height: Length = strip.head.as_ref()?.iter().map(|strip| strip.height).sum();
        if self.y + height + strip.height > self.area().bottom {
            return None;
        }
        let top = self.y;
        self.y += height;
        Some(top)
    }
}
