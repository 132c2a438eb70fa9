//! Strips: what a page is stacked from. A strip is never torn.
//!
//! Made by the composing modules and placed by [`crate::paginate`]; x counts from the text's left
//! edge, y from the strip's top. This module must not know blocks.

use std::sync::Arc;

use document::Anchor;

use crate::display::{Artifact, Chunk, Draw, Owner, Point};
use crate::length::Length;
use crate::paragraph::Line;
use crate::structure::ElementId;
use crate::style::Setting;

/// A horizontal strip of a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    pub height: Length,
    /// Space above, unless it comes first on its page.
    pub before: Length,
    pub chunks: Vec<Chunk>,
    pub links: Vec<StripLink>,
    pub anchors: Vec<Anchor>,
    /// Index of the heading that starts here.
    pub heading: Option<usize>,
    /// Whether a page may not end after it.
    pub with_next: bool,
    /// Whether it starts a page.
    pub new_page: bool,
    /// The boxes around it, outermost first.
    pub frames: Vec<BoxAround>,
    /// The table head that stands above it when it comes first on its page.
    pub head: Option<Arc<Vec<Strip>>>,
    /// The page number to be written at its end.
    pub tail: Option<Tail>,
    /// Where a label that hangs beside it has its baseline.
    pub baseline: Option<Length>,
}

/// A box around strips, closed at each page's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BoxAround {
    pub id: usize,
    pub x: Length,
    pub width: Length,
}

/// An area of a strip that leads elsewhere.
#[derive(Debug, Clone)]
pub(crate) struct StripLink {
    pub at: Point,
    pub width: Length,
    pub height: Length,
    pub to: Target,
    pub element: ElementId,
    pub words: String,
}

/// Where a link leads, before pages are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    Anchor(Anchor),
    Heading(usize),
}

/// A page number to come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tail {
    pub heading: usize,
    /// Where the words end and the leader may begin.
    pub from: Length,
    /// Where the number ends.
    pub to: Length,
    pub baseline: Length,
    pub setting: Setting,
    pub owner: Owner,
}

impl Strip {
    /// Returns an empty strip that keeps to what follows: air inside a box.
    pub fn air(height: Length) -> Self {
        Self { height, with_next: true, ..Self::default() }
    }

    /// Adds a line of text with its left margin at `x` and its top at `y`.
    pub fn add_line(&mut self, line: Line, x: Length, y: Length, setting: Setting) {
        let baseline = y + setting.baseline();
        if self.baseline.is_none() {
            self.baseline = Some(baseline);
        }
        for mut chunk in line.chunks {
            chunk.shift(x, baseline);
            self.add(chunk);
        }
        for link in line.links {
            self.links.push(StripLink {
                at: Point { x: x + link.x, y },
                width: link.width,
                height: setting.leading,
                to: Target::Anchor(link.to),
                element: link.element,
                words: link.words,
            });
        }
        if line.open {
            self.mark_beside(y, setting, Length::pt(3));
        } else if line.changed {
            self.mark_beside(y, setting, Length::pt(1));
        }
    }

    /// Adds a chunk, joined to the last one when that has the same owner.
    pub fn add(&mut self, chunk: Chunk) {
        match self.chunks.last_mut() {
            Some(last) if last.owner == chunk.owner => last.draws.extend(chunk.draws),
            _ => self.chunks.push(chunk),
        }
    }

    /// Whether anything in it belongs to the structure tree.
    pub fn is_read(&self) -> bool {
        !self.links.is_empty() || self.chunks.iter().any(|chunk| matches!(chunk.owner, Owner::Element(_)))
    }

    /// Adds something that is no text.
    pub fn add_layout(&mut self, draw: Draw) {
        self.add(Chunk { owner: Owner::Artifact(Artifact::Layout), draws: vec![draw] });
    }

    /// Adds a level rule.
    pub fn add_rule(&mut self, x: Length, y: Length, width: Length, thickness: Length) {
        self.add_layout(Draw::Line { from: Point { x, y }, to: Point { x: x + width, y }, thickness });
    }

    /// A bar in the margin, beside a line with a question still open or with changed words.
    fn mark_beside(&mut self, y: Length, setting: Setting, thickness: Length) {
        let x = -Length::pt(12);
        let (top, bottom) = (y + Length::pt(1), y + setting.leading - Length::pt(1));
        let (from, to) = (Point { x, y: top }, Point { x, y: bottom });
        self.add_layout(Draw::Line { from, to, thickness });
    }
}
