//! Tables: heads that stand on every page, rows that are not torn unless they must be. In large print a table with
//! more columns than a line has room for becomes a list.

use std::sync::Arc;

use document::{Align, Row, Table, Text};

use super::{Column, Composer};
use crate::columns::{share_out, words_of_column};
use crate::display::{Artifact, Chunk, Owner};
use crate::length::Length;
use crate::strip::Strip;
use crate::structure::{ElementId, Role};
use crate::style::{HAIRLINE, Setting, Side, THICK, THIN};

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
            self.text(caption, self.look.caption, column, owner, true);
            self.space(Length::pt(4));
        }
        if self.look.stacked && !self.is_roomy(table, column) {
            return self.listed(table, column, element, from);
        }
        let columns = self.columns(table, column);
        let head = table.head.as_ref().map(|row| self.table_head(row, &columns, element, column));
        let body = self.types.structure.add(element, Role::TableBody);
        let mut begins = Vec::with_capacity(table.rows.len());
        for (index, row) in table.rows.iter().enumerate() {
            begins.push(self.strips.len());
            let cells = self.cells(row, &columns, body, false);
            let open = row.iter().any(|cell| cell.iter().all(Text::is_empty));
            let least = if open { self.look.writing_line } else { Length::ZERO };
            let strips =
                divide(cells, self.look.cell_top, self.look.cell_top, least, self.look.sheet.tallest_row());
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
        self.keep_whole(from..self.strips.len());
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
        let mut strips = divide(
            cells,
            self.look.cell_top,
            self.look.cell_top,
            Length::ZERO,
            self.look.sheet.tallest_row(),
        );
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
            let side = match align {
                Align::Start => Side::Left,
                Align::End => Side::Right,
                Align::Centre => Side::Centre,
            };
            let setting = if head { self.look.head_cell } else { self.look.cell }.to(side);
            cells.push(self.cell(texts, element, role, setting, (*x, *width)));
        }
        cells
    }

    /// Shares the width among the columns, so that no column tears a word that another has room for.
    fn columns(&mut self, table: &Table, column: Column) -> Columns {
        let least = |index| match self.look.stacked {
            true => self.comfort(table, index),
            false => self.widest_word(table, index),
        };
        let least: Vec<Length> = (0..table.columns.len()).map(least).collect();
        let widths = share_out(table, column.width, &least);
        let mut x = column.x;
        let side = self.look.cell_side;
        let place = |(width, c): (Length, &document::Column)| {
            let start = x;
            x += width;
            (start + side, (width - side * 2).max(Length::pt(6)), c.align)
        };
        widths.into_iter().zip(&table.columns).map(place).collect()
    }

    /// What a column needs to tear no word, its padding included.
    fn widest_word(&mut self, table: &Table, index: usize) -> Length {
        let mut widest = Length::ZERO;
        words_of_column(table, index, |word, head| {
            let setting = if head { self.look.head_cell } else { self.look.cell };
            let runs = self.types.shaper.word(setting.cut, false, word);
            widest = widest.max(runs.iter().map(|run| run.width(setting.size)).sum());
        });
        widest + self.look.cell_side * 2 + Length::milli(10)
    }

    /// What a column needs for a few words in a line, or for all there are.
    fn comfort(&mut self, table: &Table, index: usize) -> Length {
        let few = self.look.cell.size * 7;
        let rows = table.head.iter().chain(&table.rows);
        let cells = rows.filter_map(|row| row.get(index)).flatten();
        let longest = cells.map(|text| text.plain().chars().count()).max().unwrap_or(0);
        // A letter is about half as wide as its size.
        let whole = self.look.cell.size.times(i64::try_from(longest).unwrap_or(i64::MAX), 2);
        self.widest_word(table, index).max(whole.min(few) + self.look.cell_side * 2)
    }

    /// Whether a line has room for every column.
    fn is_roomy(&mut self, table: &Table, column: Column) -> bool {
        let wanted: Length = (0..table.columns.len()).map(|index| self.comfort(table, index)).sum();
        wanted <= column.width
    }

    /// Sets a table as a list: the cells of each row below each other, each under the head of its column.
    fn listed(&mut self, table: &Table, column: Column, element: ElementId, from: usize) {
        let body = self.types.structure.add(element, Role::TableBody);
        let indent = if table.head.is_some() { Length::pt(14) } else { Length::ZERO };
        let mut begins = Vec::with_capacity(table.rows.len());
        for (index, row) in table.rows.iter().enumerate() {
            let begin = self.strips.len();
            begins.push(begin);
            for (at, texts) in row.iter().enumerate() {
                let owner = self.types.structure.add(body, Role::Row);
                let mut cells = Vec::with_capacity(2);
                if let Some(head) = table.head.as_ref().and_then(|head| head.get(at)) {
                    let place = (column.x, column.width);
                    cells.push(self.cell(
                        head,
                        owner,
                        Role::HeadCell { row: true },
                        self.look.head_cell,
                        place,
                    ));
                }
                let place = (column.x + indent, column.width - indent);
                let mut value = self.cell(texts, owner, Role::Cell, self.look.cell, place);
                if value.lines.is_empty() {
                    value.lines.push(self.line_to_write_on(place));
                }
                cells.push(value);
                for strip in pile(cells, self.look.cell_top.times(1, 2), self.look.sheet.tallest_row()) {
                    self.push(strip);
                    self.tight = true;
                }
            }
            let last = index + 1 == table.rows.len();
            self.between_rows(begin, column, index == 0, last);
        }
        self.tight = false;
        self.keep_whole(from..self.strips.len());
        self.keep_last_rows(&begins);
        self.space(Length::pt(12));
    }

    /// Draws the rules around the row that began at a strip, and keeps it on one page.
    fn between_rows(&mut self, begin: usize, column: Column, first: bool, last: bool) {
        let Some(strips) = self.strips.get_mut(begin..) else { return };
        if let Some(strip) = strips.first_mut().filter(|_| first) {
            strip.add_rule(column.x, Length::ZERO, column.width, THICK);
        }
        if let [kept @ .., end] = strips {
            end.add_rule(column.x, end.height, column.width, if last { THICK } else { THIN });
            kept.iter_mut().for_each(|strip| strip.with_next = true);
        }
    }

    fn cell(
        &mut self,
        texts: &[Text],
        row: ElementId,
        role: Role,
        setting: Setting,
        place: (Length, Length),
    ) -> Laid {
        let cell = self.types.structure.add(row, role);
        let mut laid = Laid::new(cell);
        for text in texts {
            // One paragraph is the cell; several stand in it.
            let owner = if texts.len() > 1 { self.types.structure.add(cell, Role::Paragraph) } else { cell };
            self.lay(&mut laid, text, setting, place, owner);
        }
        laid
    }

    /// An empty line with a rule to write on.
    pub(super) fn line_to_write_on(&self, (x, width): (Length, Length)) -> Strip {
        let mut strip = Strip { height: self.look.writing_line, ..Strip::default() };
        strip.add_rule(x, self.look.writing_line - Length::pt(5), width, THIN);
        strip
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

/// Puts cells below each other: in one strip, or in one for each line when that would be taller than a page.
pub(super) fn pile(cells: Vec<Laid>, air: Length, tallest: Length) -> Vec<Strip> {
    let lines = cells.iter().flat_map(|cell| &cell.lines).map(|line| line.height);
    let whole = air * 2 + lines.sum();
    let mut strips = vec![Strip::air(air)];
    let first = cells.len().saturating_sub(1);
    for (index, cell) in cells.into_iter().enumerate() {
        if let Some(strip) = strips.last_mut() {
            strip.add(Chunk { owner: Owner::Element(cell.cell), draws: Vec::new() });
        }
        // What stands first stays with the first line of what is below it.
        strips.extend(cell.lines.into_iter().map(|line| Strip { with_next: index < first, ..line }));
    }
    if let Some(last) = strips.last_mut() {
        last.height += air;
        last.with_next = false;
    }
    if whole > tallest {
        return strips;
    }
    let mut row = Strip::default();
    for strip in strips {
        let step = strip.height;
        let y = row.height;
        merge(&mut row, strip, y);
        row.height += step;
    }
    vec![row]
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
