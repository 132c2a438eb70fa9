//! The list of contents. Page numbers come when pages are known; its lines do not change then.

use document::Text;

use super::heading::HeadingInfo;
use super::{Column, Composer};
use crate::display::{Owner, Point};
use crate::length::Length;
use crate::strip::{Strip, StripLink, Tail, Target};
use crate::structure::{ElementId, Role};

impl Composer<'_> {
    pub(super) fn contents(&mut self, column: Column) {
        self.hang = Length::ZERO;
        self.level = 2.min(self.level + 1);
        let heading = self.types.structure.add(column.owner, Role::Heading(self.level));
        self.space(Length::pt(26));
        self.text(&Text::words(self.words.contents), self.look.part, column, heading, true);
        self.space(Length::pt(8));
        let list = self.types.structure.add(column.owner, Role::Contents);
        let listed = |heading: &HeadingInfo| matches!(heading.level, 2 | 3) && heading.is_listed();
        let entries: Vec<usize> = (0..self.headings.len()).filter(|i| listed(&self.headings[*i])).collect();
        let mut begins = Vec::with_capacity(entries.len());
        for index in entries {
            begins.push(self.strips.len());
            self.entry(index, list, column);
        }
        self.keep_last_rows(&begins);
        self.space(Length::pt(12));
    }

    fn entry(&mut self, index: usize, list: ElementId, column: Column) {
        let Some(heading) = self.headings.get(index).cloned() else { return };
        let part = heading.level == 2;
        let setting = if part { self.look.contents_part } else { self.look.contents_rule };
        self.space(Length::pt(if part { 10 } else { 2 }));
        let item = self.types.structure.add(list, Role::ContentsItem);
        let reference = self.types.structure.add(item, Role::Reference);
        let element = self.types.structure.add(reference, Role::Link);
        let owner = Owner::Element(element);
        let label =
            heading.label.as_deref().map(|label| self.types.words(&format!("{label} "), setting, owner));
        let gutter = match &label {
            Some(label) if part => label.width + self.look.label_gap,
            Some(label) => self.look.contents_gutter.max(label.width + self.look.label_gap),
            None => Length::ZERO,
        };
        let inner = column.inset(gutter);
        let from = self.strips.len();
        let mut plain = Text::words(heading.text.plain());
        // The last word is followed by a space, so that it does not run into the page number.
        plain.0.push(document::Span::Words(" ".into()));
        let lines = self.types.lines(&plain, setting, inner.width - self.look.number_room, owner);
        let count = lines.len();
        for (line_index, line) in lines.into_iter().enumerate() {
            let mut strip =
                Strip { height: setting.leading, with_next: line_index + 1 < count, ..Strip::default() };
            let end = inner.x + line.width;
            strip.add_line(line, inner.x, Length::ZERO, setting);
            strip.links.push(StripLink {
                at: Point { x: column.x, y: Length::ZERO },
                width: column.width,
                height: setting.leading,
                to: Target::Heading(index),
                element,
                words: heading.words(),
            });
            if line_index + 1 == count {
                let to = column.x + column.width;
                strip.tail = Some(Tail {
                    heading: index,
                    from: end,
                    to,
                    baseline: setting.baseline(),
                    setting,
                    owner,
                });
            }
            self.push(strip);
        }
        if let (Some(label), Some(first)) = (label, self.strips.get_mut(from)) {
            super::items::hang_label(first, label, column.x, setting.baseline());
        }
        // A part's line stays with the first of its rules.
        if part && let Some(last) = self.strips.last_mut() {
            last.with_next = self.headings.get(index + 1).is_some_and(|next| next.level == 3);
        }
    }
}
