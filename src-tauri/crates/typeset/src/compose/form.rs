//! Forms: questions on the left, answers on the right, a rule between rows; in large print answers below questions.

use document::{Answer, Field, Text};

use super::table::{Laid, divide, pile};
use super::{Column, Composer};
use crate::display::{Draw, Owner, Point};
use crate::length::Length;
use crate::strip::Strip;
use crate::structure::{ElementId, Role};
use crate::style::{self, HAIRLINE};

/// Above and below what stands in a row.
const ROW_AIR: Length = Length::pt(6);
/// Between question and answer.
const GAP: Length = Length::pt(14);

impl Composer<'_> {
    pub(super) fn fields(&mut self, fields: &[Field], column: Column) {
        self.hang = Length::ZERO;
        let table = self.types.structure.add(column.owner, Role::Table);
        let body = self.types.structure.add(table, Role::TableBody);
        self.space(Length::pt(6));
        let mut begins = Vec::with_capacity(fields.len());
        for field in fields {
            begins.push(self.strips.len());
            let row = self.types.structure.add(body, Role::Row);
            let (asked, answered) = self.sides(column);
            let question = self.question(field, row, asked);
            let answer = self.answer(&field.answer, row, answered);
            let (cells, air) = (vec![question, answer], self.look.spaced(ROW_AIR));
            let tallest = self.look.sheet.tallest_row();
            let rows = if self.look.stacked {
                pile(cells, air, tallest)
            } else {
                divide(cells, air, air, Length::ZERO, tallest)
            };
            let last = rows.len().saturating_sub(1);
            for (index, mut strip) in rows.into_iter().enumerate() {
                if index == 0 {
                    strip.add_rule(column.x, Length::ZERO, column.width, HAIRLINE);
                }
                if index == last {
                    strip.add_rule(column.x, strip.height, column.width, HAIRLINE);
                }
                self.push(strip);
                self.tight = true;
            }
        }
        self.tight = false;
        self.keep_first_rows(&begins);
        self.keep_last_rows(&begins);
        self.space(Length::pt(12));
    }

    /// Where questions stand, and where answers do: left and width of each.
    fn sides(&self, column: Column) -> ((Length, Length), (Length, Length)) {
        if self.look.stacked {
            return ((column.x, column.width), (column.x + GAP, column.width - GAP));
        }
        let asked = column.width.times(38, 100);
        ((column.x, asked), (column.x + asked + GAP, column.width - asked - GAP))
    }

    fn question(&mut self, field: &Field, row: ElementId, place: (Length, Length)) -> Laid {
        let cell = self.types.structure.add(row, Role::HeadCell { row: true });
        let mut laid = Laid::new(cell);
        self.lay(&mut laid, &field.label, self.look.question, place, cell);
        if let Some(hint) = &field.hint {
            let element = self.types.structure.add(cell, Role::Paragraph);
            self.lay(&mut laid, hint, self.look.hint, place, element);
        }
        laid
    }

    fn answer(&mut self, answer: &Answer, row: ElementId, place: (Length, Length)) -> Laid {
        let cell = self.types.structure.add(row, Role::Cell);
        let mut laid = Laid::new(cell);
        match answer {
            Answer::Given(texts) => {
                for text in texts {
                    let element = self.types.structure.add(cell, Role::Paragraph);
                    self.lay(&mut laid, text, self.look.answer, place, element);
                }
            }
            Answer::Blank { lines } => {
                for _ in 0..(*lines).max(1) {
                    laid.lines.push(self.line_to_write_on(place));
                }
            }
            Answer::Box { ticked, text } => self.tick(&mut laid, *ticked, text, place, cell),
        }
        laid
    }

    /// A box to tick, drawn, and the words beside it.
    fn tick(
        &mut self,
        laid: &mut Laid,
        ticked: bool,
        text: &Text,
        (x, width): (Length, Length),
        cell: ElementId,
    ) {
        let inset = self.look.tick_box + Length::pt(8);
        let element = self.types.structure.add(cell, Role::Paragraph);
        let from = laid.lines.len();
        self.lay(laid, text, self.look.answer, (x + inset, width - inset), element);
        if laid.lines.len() == from {
            laid.lines.push(Strip { height: self.look.answer.leading, ..Strip::default() });
        }
        let said = if ticked { self.words.ticked } else { self.words.not_ticked };
        let sign = self.types.structure.add(cell, Role::Span);
        if let Some(sign) = self.types.structure.get_mut(sign) {
            sign.actual = Some(format!("[{said}] "));
        }
        if let Some(first) = laid.lines.get_mut(from) {
            let y = (self.look.answer.leading - self.look.tick_box).times(1, 2);
            let mut draws = vec![Draw::Frame {
                at: Point { x, y },
                width: self.look.tick_box,
                height: self.look.tick_box,
                thickness: style::THIN,
            }];
            if ticked {
                draws.extend(cross(x, y, self.look.tick_box));
            }
            let chunk = crate::display::Chunk { owner: Owner::Element(sign), draws };
            first.chunks.insert(0, chunk);
        }
    }
}

/// The two strokes of a ticked box.
fn cross(x: Length, y: Length, side: Length) -> [Draw; 2] {
    let inset = side.times(22, 105);
    let (near, far) = (inset, side - inset);
    let stroke = |y1: Length, y2: Length| Draw::Line {
        from: Point { x: x + near, y: y + y1 },
        to: Point { x: x + far, y: y + y2 },
        thickness: Length::milli(1_200),
    };
    [stroke(near, far), stroke(far, near)]
}
