//! Numbered items and bullets, with their labels hanging beside the text.

use document::{Block, Item};

use super::{Column, Composer};
use crate::display::Owner;
use crate::length::Length;
use crate::paragraph::Line;
use crate::strip::Strip;
use crate::structure::{Counting, ElementId, Role};

impl Composer<'_> {
    pub(super) fn items(&mut self, items: &[Item], column: Column) {
        let lettered = items.first().is_some_and(|item| item.label.starts_with('('));
        // "21.1" hangs in the gutter of "21"; "(a)" right below a heading hangs under its words.
        let column = if lettered { column.inset(self.hang_in(column)) } else { column };
        let counting = if !lettered {
            Counting::Numbers
        } else if items.first().is_some_and(|item| item.label == "(i)") {
            Counting::Roman
        } else {
            Counting::Letters
        };
        let list = self.types.structure.add(column.owner, Role::List(counting));
        let labels: Vec<(ElementId, Line)> = items.iter().map(|item| self.label(&item.label, list)).collect();
        let least = if lettered { self.look.letter_gutter } else { self.look.number_gutter };
        let gutter =
            labels.iter().fold(least, |gutter, (_, label)| gutter.max(label.width + self.look.label_gap));
        for (item, (element, label)) in items.iter().zip(labels) {
            let from = self.strips.len();
            self.item_body(&item.blocks, label, element, column, gutter);
            if let Some(first) = self.strips.get_mut(from) {
                first.anchors.extend(item.anchor.clone());
            }
            self.space(Length::pt(if lettered { 4 } else { 6 }));
        }
        self.space(Length::pt(6));
    }

    pub(super) fn bullets(&mut self, bullets: &[Vec<Block>], column: Column) {
        let list = self.types.structure.add(column.owner, Role::List(Counting::Not));
        for blocks in bullets {
            let (element, label) = self.label("•", list);
            self.item_body(blocks, label, element, column, self.look.bullet_gutter);
            self.space(Length::pt(3));
        }
        self.space(Length::pt(6));
    }

    /// Makes a list item and sets its label.
    fn label(&mut self, label: &str, list: ElementId) -> (ElementId, Line) {
        let element = self.types.structure.add(list, Role::ListItem);
        let owner = self.types.structure.add(element, Role::Label);
        (element, self.types.words(&format!("{label} "), self.look.body, Owner::Element(owner)))
    }

    fn item_body(&mut self, blocks: &[Block], label: Line, item: ElementId, column: Column, gutter: Length) {
        let body = self.types.structure.add(item, Role::ListBody);
        let from = self.strips.len();
        self.blocks(blocks, column.inset(gutter).of(body));
        if self.strips.len() == from {
            self.push(Strip { height: self.look.body.leading, ..Strip::default() });
        }
        if let Some(first) = self.strips.get_mut(from) {
            let baseline = first.baseline.unwrap_or(self.look.body.baseline());
            hang_label(first, label, column.x, baseline);
        }
    }
}

/// Puts a label before everything else in a strip, in reading order too.
pub(super) fn hang_label(strip: &mut Strip, label: Line, x: Length, baseline: Length) {
    for (index, mut chunk) in label.chunks.into_iter().enumerate() {
        chunk.shift(x, baseline);
        strip.chunks.insert(index, chunk);
    }
}
