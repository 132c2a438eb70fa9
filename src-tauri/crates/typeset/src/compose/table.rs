//! Tables: heads that stand on every page, rows that are not torn unless they must be.

use std::sync::Arc;

use document::{Align, Row, Table, Text};

use super::{Column, Composer};
use crate::columns::{share_out, words_of_column};
use crate::display::{Artifact, Chunk, Owner};
use crate::length::Length;
use crate::strip::Strip;
use crate::structure::{ElementId, Role};
use crate::style::{self, CELL_SIDE, CELL_TOP, HAIRLINE, Setting, Side, THICK, THIN};

/// A row with an empty cell is at least so tall: someone may write in it.
const WRITABLE_ROW: Length = Length::mm(9);

/// A cell's lines, top to bottom, each as tall as it is.
#[derive(Debug)]
pub(super) struct Laid {
    pub lines: Vec<Strip>,
    cell: ElementId,
}

impl Laid {
    pub fn new(cell: ElementId) -> Self {
        Self { lines: Vec::new(), cell }
    }
}

/// Where a table's columns start and how wide they are.
type Columns = Vec<(Length, Length, Align)>;

impl Composer<'_> {
    pub(super) fn table(&mut self, table: &Table, column: Column) {
        let element = self.types.structure.add(column.owner, Role::Table);
        self.space(Length::pt(6));
        let from = self.strips.len();
        if let Some(caption) = &table.caption {
            let owner = self.types.structure.add(element, Role::Caption);
            self.text(caption, style::CAPTION, column, owner, true);
            self.space(Length::pt(4));
        }
        let columns = self.columns(table, column);
        let head = table.head.as_ref().map(|row| self.table_head(row, &columns, element, column));
        let body = self.types.structure.add(element, Role::TableBody);
        let mut begins = Vec::with_capacity(table.rows.len());
        for (index, row) in table.rows.iter().enumerate() {
            begins.push(self.strips.len());
            let cells = self.cells(row, &columns, body, false);
            let open = row.iter().any(|cell| cell.iter().all(Text::is_empty));
            let least = if open { WRITABLE_ROW } else { Length::ZERO };
            let strips = divide(cells, CELL_TOP, CELL_TOP, least, self.sheet.tallest_row());
            let count = strips.len();
            for (part, mut strip) in strips.into_iter().enumerate() {
                if index == 0 && part == 0 && head.is_none() {
                    strip.add_rule(column.x, Length::ZERO, column.width, THIN);
                }
                if part + 1 == count {
                    let last = index + 1 == table.rows.len();
                    strip.add_rule(column.x, strip.height, column.width, if last { THIN } else { HAIRLINE });
                }
                strip.head.clone_from(&head);
                self.push(strip);
                self.tight = true;
            }
        }
        self.tight = false;
        self.keep_whole(from);
        self.keep_last_rows(&begins);
        self.space(Length::pt(12));
    }

    /// Sets the head, and returns it as it is repeated on the pages that follow.
    fn table_head(
        &mut self,
        row: &Row,
        columns: &Columns,
        table: ElementId,
        column: Column,
    ) -> Arc<Vec<Strip>> {
        let owner = self.types.structure.add(table, Role::TableHead);
        let cells = self.cells(row, columns, owner, true);
        let mut strips = divide(cells, CELL_TOP, CELL_TOP, Length::ZERO, self.sheet.tallest_row());
        if let Some(first) = strips.first_mut() {
            first.add_rule(column.x, Length::ZERO, column.width, THICK);
        }
        if let Some(last) = strips.last_mut() {
            last.add_rule(column.x, last.height, column.width, THIN);
        }
        strips.iter_mut().for_each(|strip| strip.with_next = true);
        let repeated: Vec<Strip> = strips.iter().map(as_layout).collect();
        for strip in strips {
            self.push(strip);
            self.tight = true;
        }
        // The boxes around the table are around its repeated heads, too.
        let frames = self.frames.clone();
        Arc::new(repeated.into_iter().map(|strip| Strip { frames: frames.clone(), ..strip }).collect())
    }

    fn cells(&mut self, row: &Row, columns: &Columns, owner: ElementId, head: bool) -> Vec<Laid> {
        let element = self.types.structure.add(owner, Role::Row);
        let mut cells = Vec::with_capacity(columns.len());
        for (texts, (x, width, align)) in row.iter().zip(columns) {
            let role = if head { Role::HeadCell { row: false } } else { Role::Cell };
            let cell = self.types.structure.add(element, role);
            let side = match align {
                Align::Start => Side::Left,
                Align::End => Side::Right,
                Align::Centre => Side::Centre,
            };
            let setting = if head { style::HEAD_CELL } else { style::CELL }.to(side);
            let mut laid = Laid::new(cell);
            for text in texts {
                // One paragraph is the cell; several stand in it.
                let owner =
                    if texts.len() > 1 { self.types.structure.add(cell, Role::Paragraph) } else { cell };
                self.lay(&mut laid, text, setting, (*x, *width), owner);
            }
            cells.push(laid);
        }
        cells
    }

    /// Shares the width among the columns, so that no column tears a word that another has room for.
    fn columns(&mut self, table: &Table, column: Column) -> Columns {
        let least: Vec<Length> =
            (0..table.columns.len()).map(|index| self.widest_word(table, index)).collect();
        let widths = share_out(table, column.width, &least);
        let mut x = column.x;
        let place = |(width, c): (Length, &document::Column)| {
            let start = x;
            x += width;
            (start + CELL_SIDE, (width - CELL_SIDE * 2).max(Length::pt(6)), c.align)
        };
        widths.into_iter().zip(&table.columns).map(place).collect()
    }

    /// What a column needs to tear no word, its padding included.
    fn widest_word(&mut self, table: &Table, index: usize) -> Length {
        let mut widest = Length::ZERO;
        words_of_column(table, index, |word, head| {
            let setting = if head { style::HEAD_CELL } else { style::CELL };
            let runs = self.types.shaper.word(setting.cut, false, word);
            widest = widest.max(runs.iter().map(|run| run.width(setting.size)).sum());
        });
        widest + CELL_SIDE * 2 + Length::milli(10)
    }

    /// Adds a text's lines to a cell.
    pub(super) fn lay(
        &mut self,
        laid: &mut Laid,
        text: &Text,
        setting: Setting,
        (x, width): (Length, Length),
        owner: ElementId,
    ) {
        for line in self.types.lines(text, setting, width, Owner::Element(owner)) {
            let mut strip = Strip { height: setting.leading, ..Strip::default() };
            strip.add_line(line, x, Length::ZERO, setting);
            laid.lines.push(strip);
        }
    }
}

/// Puts cells beside each other: in one strip, or line by line when that would be taller than a page.
pub(super) fn divide(
    cells: Vec<Laid>,
    above: Length,
    below: Length,
    least: Length,
    tallest: Length,
) -> Vec<Strip> {
    let inner = cells
        .iter()
        .map(|cell| cell.lines.iter().map(|line| line.height).sum())
        .max()
        .unwrap_or(Length::ZERO);
    let height = (above + inner + below).max(least);
    if height <= tallest {
        let mut row = Strip { height, ..Strip::default() };
        for cell in cells {
            // An empty cell is still one of its row; so it is when the row is torn.
            row.add(Chunk { owner: Owner::Element(cell.cell), draws: Vec::new() });
            let mut y = above;
            for line in cell.lines {
                let step = line.height;
                merge(&mut row, line, y);
                y += step;
            }
        }
        return vec![row];
    }
    let longest = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    let mut strips: Vec<Strip> = (0..longest).map(|_| Strip::default()).collect();
    for cell in cells {
        if let Some(first) = strips.first_mut() {
            first.add(Chunk { owner: Owner::Element(cell.cell), draws: Vec::new() });
        }
        for (line, strip) in cell.lines.into_iter().zip(&mut strips) {
            strip.height = strip.height.max(line.height);
            merge(strip, line, Length::ZERO);
        }
    }
    let mut air = Strip::air(above);
    air.with_next = true;
    strips.insert(0, air);
    if let Some(last) = strips.last_mut() {
        last.height += below;
    }
    strips
}

/// Adds what is in `line` to `row`, `y` further down.
fn merge(row: &mut Strip, line: Strip, y: Length) {
    if row.baseline.is_none() {
        row.baseline = line.baseline.map(|baseline| baseline + y);
    }
    for mut chunk in line.chunks {
        chunk.shift(Length::ZERO, y);
        row.add(chunk);
    }
    for mut link in line.links {
        link.at.y += y;
        row.links.push(link);
    }
}

/// A strip as mere layout: seen again, not read again.
fn as_layout(strip: &Strip) -> Strip {
    let draws = strip.chunks.iter().flat_map(|chunk| chunk.draws.iter().cloned()).collect();
    Strip {
        height: strip.height,
        chunks: vec![Chunk { owner: Owner::Artifact(Artifact::Layout), draws }],
        with_next: true,
        ..Strip::default()
    }
}
