//! Forms: questions on the left, answers on the right, a rule between rows.

use document::{Answer, Field, Text};

use super::table::{Laid, divide};
use super::{Column, Composer};
use crate::display::{Draw, Owner, Point};
use crate::length::Length;
use crate::strip::Strip;
use crate::structure::{ElementId, Role};
use crate::style::{self, HAIRLINE, TICK_BOX, WRITING_LINE};

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
            let asked = column.width.times(38, 100);
            let question = self.question(field, row, (column.x, asked));
            let answered = (column.x + asked + GAP, column.width - asked - GAP);
            let answer = self.answer(&field.answer, row, answered);
            let rows =
                divide(vec![question, answer], ROW_AIR, ROW_AIR, Length::ZERO, self.sheet.tallest_row());
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
        self.keep_last_rows(&begins);
        self.space(Length::pt(12));
    }

    fn question(&mut self, field: &Field, row: ElementId, place: (Length, Length)) -> Laid {
        let cell = self.types.structure.add(row, Role::HeadCell { row: true });
        let mut laid = Laid::new(cell);
        self.lay(&mut laid, &field.label, style::QUESTION, place, cell);
        if let Some(hint) = &field.hint {
            let element = self.types.structure.add(cell, Role::Paragraph);
            self.lay(&mut laid, hint, style::HINT, place, element);
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
                    self.lay(&mut laid, text, style::ANSWER, place, element);
                }
            }
            Answer::Blank { lines } => {
                for _ in 0..(*lines).max(1) {
                    let mut strip = Strip { height: WRITING_LINE, ..Strip::default() };
                    let y = WRITING_LINE - Length::pt(5);
                    strip.add_rule(place.0, y, place.1, style::THIN);
                    laid.lines.push(strip);
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
        let inset = TICK_BOX + Length::pt(8);
        let element = self.types.structure.add(cell, Role::Paragraph);
        let from = laid.lines.len();
        self.lay(laid, text, style::ANSWER, (x + inset, width - inset), element);
        if laid.lines.len() == from {
            laid.lines.push(Strip { height: style::ANSWER.leading, ..Strip::default() });
        }
        let said = if ticked { self.words.ticked } else { self.words.not_ticked };
        let sign = self.types.structure.add(cell, Role::Span);
        if let Some(sign) = self.types.structure.get_mut(sign) {
            sign.actual = Some(format!("[{said}] "));
        }
        if let Some(first) = laid.lines.get_mut(from) {
            let y = (style::ANSWER.leading - TICK_BOX).times(1, 2);
            let mut draws = vec![Draw::Frame {
                at: Point { x, y },
                width: TICK_BOX,
                height: TICK_BOX,
                thickness: style::THIN,
            }];
            if ticked {
                draws.extend(cross(x, y));
            }
            let chunk = crate::display::Chunk { owner: Owner::Element(sign), draws };
            first.chunks.insert(0, chunk);
        }
    }
}

/// The two strokes of a ticked box.
fn cross(x: Length, y: Length) -> [Draw; 2] {
    let inset = Length::milli(2_200);
    let (near, far) = (inset, TICK_BOX - inset);
    let stroke = |y1: Length, y2: Length| Draw::Line {
        from: Point { x: x + near, y: y + y1 },
        to: Point { x: x + far, y: y + y2 },
        thickness: Length::milli(1_200),
    };
    [stroke(near, far), stroke(far, near)]
}
