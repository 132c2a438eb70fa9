//! Places to sign: role and name on the left, lines for signature and date beside them.

use document::{Signature, Text};

use super::{Column, Composer};
use crate::display::{Owner, Pages};
use crate::length::Length;
use crate::strip::Strip;
use crate::structure::{ElementId, Role};
use crate::style::{self, Setting};

impl Composer<'_> {
    pub(super) fn signatures(&mut self, places: &[Signature], column: Column) {
        self.hang = Length::ZERO;
        let signed = self.strips.len();
        // On a certificate, what is signed stands apart.
        self.space(Length::pt(if self.centred { 40 } else { 14 }));
        for place in places {
            let mut strip = self.signature(place, column);
            strip.anchors.push(Pages::place_to_sign(self.signed));
            self.signed += 1;
            self.push(strip);
            self.space(Length::pt(12));
        }
        self.space(Length::pt(14));
        self.keep_with_heading(signed);
    }

    /// Keeps the places that begin at the strip `signed` on the page of the heading above them: all of them where
    /// a page can hold that, or else the first. Who signs must see what they sign.
    fn keep_with_heading(&mut self, signed: usize) {
        let Some(above) = signed.checked_sub(1) else { return };
        let heading = self.strips.iter().take(signed).rposition(|strip| strip.heading.is_some());
        let end = self.strips.len();
        let first = (signed + 1).min(end);
        let room = self.look.sheet.sure_room();
        let fits = |from: usize, to: usize| {
            let strips = self.strips.get(from..to).unwrap_or_default();
            strips.iter().map(|strip| strip.before + strip.height).sum::<Length>() <= room
        };
        let from = heading.unwrap_or(above);
        let (from, to) = [(from, end), (from, first)]
            .into_iter()
            .find(|(from, to)| fits(*from, *to))
            .unwrap_or((above, first));
        let last = to.saturating_sub(1);
        let kept = self.strips.get_mut(from..last).unwrap_or_default();
        kept.iter_mut().for_each(|strip| strip.with_next = true);
    }

    fn signature(&mut self, place: &Signature, column: Column) -> Strip {
        let gap = Length::pt(16);
        let person = column.width.times(36, 100);
        let dated = column.width.times(20, 100);
        let sign = column.width - person - gap - if place.dated { dated + gap } else { Length::ZERO };
        let element = self.types.structure.add(column.owner, Role::Paragraph);
        let mut strip = Strip::default();
        let mut y = self.stack(
            &mut strip,
            &place.role,
            self.look.question,
            (column.x, person),
            Length::ZERO,
            element,
        );
        if let Some(name) = &place.name {
            let element = self.types.structure.add(column.owner, Role::Paragraph);
            y = self.stack(&mut strip, name, self.look.answer, (column.x, person), y, element);
        }
        // Room for a hand above the line, however little is printed beside it.
        let line_y = self.look.signing_room.max(y);
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
            let end = self.stack(&mut strip, &caption, self.look.small_caption, (x, width), below, element);
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
