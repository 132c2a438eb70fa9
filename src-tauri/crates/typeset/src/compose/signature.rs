//! Places to sign: role and name on the left, lines for signature and date beside them.

use document::{Signature, Text};

use super::{Column, Composer};
use crate::display::Owner;
use crate::length::Length;
use crate::strip::Strip;
use crate::structure::{ElementId, Role};
use crate::style::{self, Setting};

impl Composer<'_> {
    pub(super) fn signatures(&mut self, places: &[Signature], column: Column) {
        self.hang = Length::ZERO;
        // The first place stays with what it signs.
        if !places.is_empty()
            && let Some(last) = self.strips.last_mut()
        {
            last.with_next = true;
        }
        // On a certificate, what is signed stands apart.
        self.space(Length::pt(if self.centred { 40 } else { 14 }));
        for place in places {
            let strip = self.signature(place, column);
            self.push(strip);
            self.space(Length::pt(12));
        }
        self.space(Length::pt(14));
    }

    fn signature(&mut self, place: &Signature, column: Column) -> Strip {
        let gap = Length::pt(16);
        let person = column.width.times(36, 100);
        let dated = column.width.times(20, 100);
        let sign = column.width - person - gap - if place.dated { dated + gap } else { Length::ZERO };
        let element = self.types.structure.add(column.owner, Role::Paragraph);
        let mut strip = Strip::default();
        let mut y =
            self.stack(&mut strip, &place.role, style::QUESTION, (column.x, person), Length::ZERO, element);
        if let Some(name) = &place.name {
            let element = self.types.structure.add(column.owner, Role::Paragraph);
            y = self.stack(&mut strip, name, style::ANSWER, (column.x, person), y, element);
        }
        // Room for a hand above the line, however little is printed beside it.
        let line_y = Length::pt(34).max(y);
        let mut captioned = vec![(column.x + person + gap, sign, self.words.signature)];
        if place.dated {
            captioned.push((column.x + column.width - dated, dated, self.words.date));
        }
        if place.name.is_none() {
            captioned.insert(0, (column.x, person, self.words.name));
        }
        for (x, width, caption) in captioned {
            strip.add_rule(x, line_y, width, style::THIN);
            let element = self.types.structure.add(column.owner, Role::Paragraph);
            let caption = Text::words(format!("{caption} "));
            let below = line_y + Length::pt(2);
            let end = self.stack(&mut strip, &caption, style::SMALL_CAPTION, (x, width), below, element);
            strip.height = strip.height.max(end);
        }
        strip
    }

    /// Stacks a text's lines in a strip from `y` down, in the column (x, width); returns where it ends.
    pub(super) fn stack(
        &mut self,
        strip: &mut Strip,
        text: &Text,
        setting: Setting,
        (x, width): (Length, Length),
        mut y: Length,
        element: ElementId,
    ) -> Length {
        for line in self.types.lines(text, setting, width, Owner::Element(element)) {
            strip.add_line(line, x, y, setting);
            y += setting.leading;
        }
        y
    }
}
