//! Blocks to strips, from the top of the paper to its end.
//!
//! Text, headings, items and boxes are composed here; tables, forms, signatures and contents in
//! the modules below. This module must not know where pages end.

mod contents;
mod form;
mod heading;
mod items;
mod signature;
mod table;

use std::collections::BTreeSet;
use std::ops::Range;

use document::{Anchor, Block, Notice, Paper, Text, Tone};

use crate::display::{Draw, Owner, Point};
use crate::fonts::Fonts;
use crate::length::Length;
use crate::paragraph::Typesetter;
use crate::strip::{BoxAround, Strip};
use crate::structure::{ElementId, Role, Structure};
use crate::style::{self, Look, Setting, Side};
use crate::words::Words;

pub(crate) use heading::HeadingInfo;

/// Turns a paper into strips.
pub(crate) struct Composer<'a> {
    pub types: Typesetter<'a>,
    pub strips: Vec<Strip>,
    /// Every heading of the paper in order.
    pub headings: Vec<HeadingInfo>,
    words: &'static Words,
    look: &'static Look,
    /// Space owed above the next strip.
    gap: Length,
    /// Whether the next strip stands close to what is above it.
    tight: bool,
    new_page: bool,
    frames: Vec<BoxAround>,
    boxes: usize,
    /// Places to sign so far.
    signed: usize,
    headings_seen: usize,
    /// Level of the last heading in the structure tree.
    level: u8,
    /// How far text hangs in under the numbered heading above it.
    hang: Length,
    /// Whether titles are centred, as on a certificate.
    centred: bool,
}

/// The column blocks are set in, and the element they belong to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub x: Length,
    pub width: Length,
    pub owner: ElementId,
    /// It is never narrower than this, however deep it lies.
    pub narrowest: Length,
}

impl Column {
    /// The column without its first `by`, or as much of it as leaves room to write.
    fn inset(self, by: Length) -> Self {
        let by = by.min((self.width - self.narrowest).max(Length::ZERO));
        Self { x: self.x + by, width: self.width - by, ..self }
    }

    fn of(self, owner: ElementId) -> Self {
        Self { owner, ..self }
    }
}

impl<'a> Composer<'a> {
    pub fn new(paper: &'a Paper, fonts: &'a Fonts, look: &'static Look) -> Self {
        Self {
            types: Typesetter::new(fonts, anchors(paper), &paper.foreign),
            strips: Vec::new(),
            headings: heading::collect(paper),
            words: Words::of(&paper.language),
            look,
            gap: Length::ZERO,
            tight: false,
            new_page: false,
            frames: Vec::new(),
            boxes: 0,
            signed: 0,
            headings_seen: 0,
            level: 0,
            hang: Length::ZERO,
            centred: paper.furniture.border,
        }
    }

    /// Composes a whole paper.
    pub fn paper(&mut self, paper: &Paper) {
        self.rest(paper, 0);
    }

    /// Composes a paper from one of its blocks to its end, as if it began there.
    pub fn rest(&mut self, paper: &Paper, first: usize) {
        let width = self.look.sheet.text_width();
        // The sections that are open, each with the level of its heading.
        let mut sections: Vec<(u8, ElementId)> = Vec::new();
        for (index, block) in paper.blocks.iter().enumerate().skip(first) {
            let level = match block {
                Block::Heading(heading) => Some(heading.level),
                Block::Contents => Some(2),
                _ => None,
            };
            if let Some(level) = level {
                sections.retain(|(other, _)| *other < level);
                let above = sections.last().map_or(Structure::ROOT, |(_, section)| *section);
                sections.push((level, self.types.structure.add(above, Role::Section)));
            }
            let owner = sections.last().map_or(Structure::ROOT, |(_, section)| *section);
            self.block(block, Column { x: Length::ZERO, width, owner, narrowest: self.look.narrowest });
            self.lead_into(block, paper.blocks.get(index + 1));
        }
    }

    fn blocks(&mut self, blocks: &[Block], column: Column) {
        for (index, block) in blocks.iter().enumerate() {
            self.block(block, column);
            self.lead_into(block, blocks.get(index + 1));
        }
    }

    /// Keeps the end of a paragraph with the list or table that it leads into: “these are locked:” says nothing alone.
    fn lead_into(&mut self, block: &Block, next: Option<&Block>) {
        let leads = matches!(block, Block::Paragraph { .. })
            && matches!(next, Some(Block::Items(_) | Block::Bullets(_) | Block::Table(_)));
        if let Some(last) = self.strips.last_mut().filter(|_| leads) {
            last.with_next = true;
        }
    }

    fn block(&mut self, block: &Block, column: Column) {
        match block {
            Block::Title { text, under } => self.title(text, under.as_ref(), column),
            Block::Heading(heading) => self.heading(heading, column),
            Block::Paragraph { text, tone } => {
                let hang = self.hang_in(column);
                self.paragraph(text, *tone, column.inset(hang));
            }
            Block::Items(items) => self.items(items, column),
            Block::Bullets(bullets) => {
                let hang = self.hang_in(column);
                self.bullets(bullets, column.inset(hang));
            }
            Block::Table(table) => {
                let hang = self.hang_in(column);
                self.table(table, column.inset(hang));
            }
            Block::Fields(fields) => self.fields(fields, column),
            Block::Signatures(places) => self.signatures(places, column),
            Block::Notice { kind, blocks } => {
                let hang = self.hang_in(column);
                self.notice(*kind, blocks, column.inset(hang));
            }
            Block::Contents => self.contents(column),
            Block::PageBreak => self.new_page = true,
        }
    }

    /// Text right below a numbered heading stands under its words; deeper text has its own column.
    fn hang_in(&self, column: Column) -> Length {
        if column.x == Length::ZERO { self.hang } else { Length::ZERO }
    }

    fn title(&mut self, text: &Text, under: Option<&Text>, column: Column) {
        let side = if self.centred { Side::Centre } else { Side::Left };
        self.level = 1;
        self.hang = Length::ZERO;
        self.space(Length::pt(24));
        let element = self.types.structure.add(column.owner, Role::Heading(1));
        let from = self.strips.len();
        self.text(text, self.look.title.to(side), column, element, true);
        let index = self.headings_seen();
        if let Some(first) = self.strips.get_mut(from) {
            first.heading = Some(index);
        }
        if let Some(under) = under {
            self.space(Length::pt(3));
            let element = self.types.structure.add(column.owner, Role::Paragraph);
            self.text(under, self.look.under_title.to(side), column, element, true);
        }
        self.space(Length::pt(16));
    }

    fn paragraph(&mut self, text: &Text, tone: Tone, column: Column) {
        let element = self.types.structure.add(column.owner, Role::Paragraph);
        let (setting, after) = match tone {
            Tone::Body => (self.look.body, 6),
            Tone::Lead => (self.look.lead, 9),
            Tone::Small => (self.look.small, 5),
            Tone::Centred => (self.look.body.to(Side::Centre), 8),
            Tone::Note => return self.note(text, column, element),
        };
        self.text(text, setting, column, element, false);
        self.space(Length::pt(after));
    }

    /// A remark: smaller, inclined, with a rule down its side.
    fn note(&mut self, text: &Text, column: Column, element: ElementId) {
        let from = self.strips.len();
        self.space(Length::pt(3));
        self.text(text, self.look.note, column.inset(Length::pt(10)), element, false);
        for strip in self.strips.iter_mut().skip(from) {
            let x = column.x + Length::pt(2);
            let (from, to) = (Point { x, y: Length::ZERO }, Point { x, y: strip.height });
            strip.add_layout(Draw::Line { from, to, thickness: style::THIN });
        }
        self.space(Length::pt(8));
    }

    /// A box with its word at the top.
    fn notice(&mut self, kind: Notice, blocks: &[Block], column: Column) {
        let hang = std::mem::replace(&mut self.hang, Length::ZERO);
        let element = self.types.structure.add(column.owner, Role::Aside);
        let from = self.strips.len();
        self.space(Length::pt(10));
        self.frames.push(BoxAround { id: self.boxes, x: column.x, width: column.width });
        self.boxes += 1;
        self.push(Strip::air(self.look.box_top));
        self.tight = true;
        let mut inner = column.inset(self.look.box_side).of(element);
        inner.width -= self.look.box_side;
        let word = Text::words(self.words.notice(kind));
        let paragraph = self.types.structure.add(element, Role::Paragraph);
        self.text(&word, self.look.notice_word, inner, paragraph, true);
        self.space(Length::pt(2));
        self.blocks(blocks, inner);
        if let Some(last) = self.strips.last_mut() {
            last.with_next = true;
        }
        self.tight = true;
        self.push(Strip { with_next: false, ..Strip::air(self.look.box_top) });
        self.frames.pop();
        self.space(Length::pt(10));
        self.keep_whole(from..self.strips.len());
        self.hang = hang;
    }

    /// Keeps some strips on one page, if they are but a quarter of one.
    fn keep_whole(&mut self, range: Range<usize>) {
        let most = self.look.sheet.height.times(1, 4);
        let Some(strips) = self.strips.get_mut(range) else { return };
        let height: Length = strips.iter().map(|strip| strip.before + strip.height).sum();
        if height > most {
            return;
        }
        let last = strips.len().saturating_sub(1);
        strips.iter_mut().take(last).for_each(|strip| strip.with_next = true);
    }

    /// Keeps the last two rows on one page, so that none stands alone on it of a table, a form or a contents list. The rows
    /// begin at these strips.
    fn keep_last_rows(&mut self, begins: &[usize]) {
        if let [.., before_last, _] = begins {
            self.keep_whole(*before_last..self.strips.len());
        }
    }

    /// Keeps the first two rows on one page, so that a heading and one row do not stand alone at its foot.
    fn keep_first_rows(&mut self, begins: &[usize]) {
        if let [first, _, third, ..] = begins {
            self.keep_whole(*first..*third);
        }
    }

    /// Sets a text in strips of one line each, so that two lines stay together at each end.
    fn text(&mut self, text: &Text, setting: Setting, column: Column, element: ElementId, whole: bool) {
        let lines = self.types.lines(text, setting, column.width, Owner::Element(element));
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let mut strip = Strip { height: setting.leading, ..Strip::default() };
            strip.add_line(line, column.x, Length::ZERO, setting);
            strip.with_next = whole || (count > 1 && (index == 0 || index + 2 == count));
            self.push(strip);
        }
    }

    /// Asks for space above what comes next, given as in usual print; the larger of two such wishes holds.
    fn space(&mut self, space: Length) {
        self.gap = self.gap.max(self.look.spaced(space));
    }

    fn push(&mut self, mut strip: Strip) {
        strip.before = if self.tight { Length::ZERO } else { self.gap };
        strip.new_page = std::mem::take(&mut self.new_page);
        strip.frames.clone_from(&self.frames);
        self.gap = Length::ZERO;
        self.tight = false;
        self.strips.push(strip);
    }
}

/// Every anchor that something in the paper has.
fn anchors(paper: &Paper) -> BTreeSet<Anchor> {
    let mut anchors = BTreeSet::new();
    paper.visit(&mut |block| match block {
        Block::Heading(heading) => anchors.extend(heading.anchor.clone()),
        Block::Items(items) => anchors.extend(items.iter().filter_map(|item| item.anchor.clone())),
        _ => {}
    });
    anchors
}
