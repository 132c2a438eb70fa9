//! Headings, with their numbers hanging in the gutter.

use document::{Block, Heading, Paper, Text};

use super::{Column, Composer};
use crate::display::Owner;
use crate::length::Length;
use crate::shape::is_seen;
use crate::strip::Strip;
use crate::structure::Role;

/// What contents and outline need of a heading.
#[derive(Debug, Clone)]
pub(crate) struct HeadingInfo {
    pub level: u8,
    pub label: Option<String>,
    pub text: Text,
}

impl HeadingInfo {
    /// Whether contents lead to it: not to one of an earlier edition, nor to one without words.
    pub fn is_listed(&self) -> bool {
        self.text.marking() != Some(document::Marking::Deleted) && is_seen(&self.words())
    }

    /// Label and words in one line.
    pub fn words(&self) -> String {
        let words = self.text.plain().split_whitespace().collect::<Vec<_>>().join(" ");
        match &self.label {
            Some(label) => format!("{label} {words}"),
            None => words,
        }
    }
}

/// Every heading of a paper, the title first where it comes first.
pub(super) fn collect(paper: &Paper) -> Vec<HeadingInfo> {
    let mut headings = Vec::new();
    paper.visit(&mut |block| match block {
        Block::Title { text, .. } => {
            headings.push(HeadingInfo { level: 1, label: None, text: text.clone() });
        }
        Block::Heading(heading) => headings.push(HeadingInfo {
            level: heading.level.clamp(2, 4),
            label: heading.label.clone(),
            text: heading.text.clone(),
        }),
        _ => {}
    });
    headings
}

impl Composer<'_> {
    pub(super) fn heading(&mut self, heading: &Heading, column: Column) {
        let (setting, before, after) = match heading.level {
            0..=2 => (self.look.part, 26, 8),
            3 => (self.look.rule, 17, 5),
            _ => (self.look.below_rule, 11, 3),
        };
        // A reader must not meet a level without the one above it.
        let level = heading.level.clamp(2, 4).min(self.level + 1);
        let element = self.types.structure.add(column.owner, Role::Heading(level));
        let owner = Owner::Element(element);
        let label =
            heading.label.as_deref().map(|label| self.types.words(&format!("{label} "), setting, owner));
        let hang = match &label {
            Some(label) => self.look.number_gutter.max(label.width + self.look.label_gap),
            None => Length::ZERO,
        };
        // Text aligns under the words of a rule's heading, not under those of a part.
        self.hang =
            if heading.level >= 3 && label.is_some() { self.look.number_gutter } else { Length::ZERO };
        self.space(Length::pt(before));
        let from = self.strips.len();
        self.text(&heading.text, setting, column.inset(hang), element, true);
        if self.strips.len() == from {
            self.push(Strip { height: setting.leading, with_next: true, ..Strip::default() });
        }
        let heading_index = self.headings_seen();
        // The outline nests as the tags do.
        if let Some(info) = self.headings.get_mut(heading_index) {
            info.level = level;
        }
        if let Some(first) = self.strips.get_mut(from) {
            first.heading = Some(heading_index);
            first.anchors.extend(heading.anchor.clone());
            if let Some(label) = label {
                let baseline = first.baseline.unwrap_or(setting.baseline());
                super::items::hang_label(first, label, column.x, baseline);
            }
        }
        // One that nobody reads is in no tree, so that what is below it does not stand below it there.
        if self.strips.iter().skip(from).any(Strip::is_read) {
            self.level = level;
        }
        self.space(Length::pt(after));
    }

    /// Counts a heading and returns its index.
    pub(super) fn headings_seen(&mut self) -> usize {
        let index = self.headings_seen;
        self.headings_seen += 1;
        index
    }
}
