//! Strips to pages, top to bottom, then what must wait until pages are known.
//!
//! [`ends`] decides where each strip goes, from heights alone; here they are put there. This module must not know
//! blocks.

mod closer;
mod ends;

use std::collections::BTreeMap;

use document::Anchor;

use crate::display::{Artifact, Chunk, Draw, Link, Owner, Page, Place, Point};
use crate::length::Length;
use crate::strip::{BoxAround, Strip, StripLink, Tail, Target};
use crate::style::{self, Sheet};

use ends::{Ends, Spot};

/// The height of a page that is for text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Area {
    pub top: Length,
    pub bottom: Length,
}

/// Strips in their places.
#[derive(Debug, Default)]
pub(crate) struct Placed {
    pub pages: Vec<Page>,
    pub places: BTreeMap<Anchor, Place>,
    pub headings: BTreeMap<usize, Place>,
    pub tails: Vec<PlacedTail>,
    links: Vec<(usize, StripLink)>,
    /// How far the last page is filled.
    end: Length,
}

/// A page number to be written, and where.
#[derive(Debug)]
pub(crate) struct PlacedTail {
    pub page: usize,
    /// Index of the empty chunk that waits for it.
    pub chunk: usize,
    pub left: Length,
    pub top: Length,
    pub tail: Tail,
}

impl Placed {
    /// Moves what stands on a paper's only page down, so that there is more air above it.
    pub fn sink(&mut self, area: Area) {
        let [page] = self.pages.as_mut_slice() else { return };
        // Room for what was never filled, shared out a third above and two thirds below.
        let by = (area.bottom - self.end).max(Length::ZERO).times(1, 3);
        page.chunks.iter_mut().for_each(|chunk| chunk.shift(Length::ZERO, by));
        page.links.iter_mut().for_each(|link| {
            link.at.y += by;
            link.to.y += by;
        });
        self.places.values_mut().chain(self.headings.values_mut()).for_each(|place| place.y += by);
        self.tails.iter_mut().for_each(|tail| tail.top += by);
    }
}

/// Puts strips on pages, where [`Ends`] says.
struct Filler {
    sheet: Sheet,
    placed: Placed,
    /// How far the current page is filled.
    y: Length,
    /// Boxes open on the current page: where they began, and whether on an earlier page.
    boxes: Vec<(BoxAround, Length, bool)>,
    /// Boxes that were seen on an earlier page.
    begun: Vec<usize>,
}

/// Places strips on as many pages as they need, at least one.
pub(crate) fn paginate(mut strips: Vec<Strip>, sheet: Sheet, area: &dyn Fn(usize) -> Area) -> Placed {
    closer::close_up(&mut strips, area);
    let spots = Ends::new(area).spots(&strips);
    let mut filler =
        Filler { sheet, placed: Placed::default(), y: Length::ZERO, boxes: Vec::new(), begun: Vec::new() };
    filler.new_page();
    for (strip, spot) in strips.into_iter().zip(spots) {
        filler.strip(strip, spot);
    }
    filler.close_boxes(&[]);
    filler.finish()
}

impl Filler {
    fn page(&self) -> usize {
        self.placed.pages.len().saturating_sub(1)
    }

    fn new_page(&mut self) {
        self.close_boxes(&[]);
        self.placed.pages.push(Page {
            width: self.sheet.width,
            height: self.sheet.height,
            chunks: Vec::new(),
            links: Vec::new(),
        });
    }

    fn strip(&mut self, strip: Strip, spot: Spot) {
        while self.page() < spot.page {
            self.new_page();
        }
        if !spot.first {
            // A box ends where its last strip does, not where the next one begins.
            self.close_boxes(&strip.frames);
        } else if let (Some(top), Some(head)) = (spot.head, &strip.head) {
            self.y = top;
            for part in head.iter() {
                self.place(part.clone());
            }
        }
        self.y = spot.top;
        self.place(strip);
    }

    fn place(&mut self, strip: Strip) {
        self.open_boxes(&strip.frames);
        let (left, top, page) = (self.sheet.side, self.y, self.page());
        let place = Place { page, y: top };
        for anchor in strip.anchors {
            self.placed.places.entry(anchor).or_insert(place);
        }
        if let Some(heading) = strip.heading {
            self.placed.headings.insert(heading, place);
        }
        for mut link in strip.links {
            link.at.x += left;
            link.at.y += top;
            self.placed.links.push((page, link));
        }
        let Some(sheet) = self.placed.pages.last_mut() else { return };
        for mut chunk in strip.chunks {
            chunk.shift(left, top);
            match sheet.chunks.last_mut() {
                Some(last) if last.owner == chunk.owner => last.draws.extend(chunk.draws),
                _ => sheet.chunks.push(chunk),
            }
        }
        if let Some(tail) = strip.tail {
            let chunk = sheet.chunks.len();
            // One for the leader, which is not read, and one for the number, which is.
            sheet.chunks.push(Chunk { owner: Owner::Artifact(Artifact::Layout), draws: Vec::new() });
            sheet.chunks.push(Chunk { owner: tail.owner, draws: Vec::new() });
            self.placed.tails.push(PlacedTail { page, chunk, left, top, tail });
        }
        self.y += strip.height;
    }

    fn open_boxes(&mut self, frames: &[BoxAround]) {
        for frame in frames {
            if self.boxes.iter().all(|(open, ..)| open.id != frame.id) {
                let again = self.begun.contains(&frame.id);
                self.begun.push(frame.id);
                self.boxes.push((*frame, self.y, again));
            }
        }
    }

    /// Draws the boxes that do not go on around what comes next.
    fn close_boxes(&mut self, next: &[BoxAround]) {
        let (done, open) = std::mem::take(&mut self.boxes)
            .into_iter()
            .partition::<Vec<_>, _>(|(frame, ..)| !next.contains(frame));
        self.boxes = open;
        let (left, y) = (self.sheet.side, self.y);
        let Some(page) = self.placed.pages.last_mut() else { return };
        for (frame, start, again) in done {
            // A box that goes on from the page before has no air of its own at its top.
            let top = if again { start - Length::pt(4) } else { start };
            let draw = Draw::Frame {
                at: Point { x: left + frame.x, y: top },
                width: frame.width,
                height: y - top,
                thickness: style::THIN,
            };
            page.chunks.push(Chunk { owner: Owner::Artifact(Artifact::Layout), draws: vec![draw] });
        }
    }

    /// Turns links into areas that know where they lead; those that lead nowhere are left out.
    fn finish(self) -> Placed {
        let mut placed = self.placed;
        placed.end = self.y;
        for (page, link) in std::mem::take(&mut placed.links) {
            let to = match &link.to {
                Target::Anchor(anchor) => placed.places.get(anchor),
                Target::Heading(index) => placed.headings.get(index),
            };
            if let (Some(to), Some(sheet)) = (to.copied(), placed.pages.get_mut(page)) {
                sheet.links.push(Link {
                    at: link.at,
                    width: link.width,
                    height: link.height,
                    to,
                    element: link.element,
                    words: link.words,
                });
            }
        }
        placed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pages of the strips' headings when ten strips of a hundredth fit on each page.
    fn pages(strips: &[(bool, bool)]) -> Vec<usize> {
        let area = |_| Area { top: Length::ZERO, bottom: Length::pt(100) };
        let strips = strips
            .iter()
            .enumerate()
            .map(|(index, (with_next, new_page))| Strip {
                height: Length::pt(10),
                heading: Some(index),
                with_next: *with_next,
                new_page: *new_page,
                ..Strip::default()
            })
            .collect();
        paginate(strips, style::USUAL.sheet, &area).headings.values().map(|place| place.page).collect()
    }

    #[test]
    fn pages_end_only_where_strips_allow_it() {
        let free = (false, false);
        let kept = (true, false);
        let opens = (false, true);
        assert_eq!(pages(&[]), [0; 0]);
        assert_eq!(pages(&[free; 11]), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        // A heading goes with what it heads.
        let mut heading = vec![free; 9];
        heading.extend([kept, free]);
        assert_eq!(pages(&heading)[8..], [0, 1, 1]);
        assert_eq!(pages(&[opens, free, opens]), [0, 0, 1]);
        // What is asked to stay together but does not fit anywhere is torn.
        let long = pages(&[kept; 25]);
        assert_eq!((long.first(), long.last()), (Some(&0), Some(&2)));
    }
}
