//! What stands on each page beside the text: running lines, page numbers, marks, border.
//!
//! Everything that runs stands at the foot of every page, the first included: the top of page one is the
//! registrar's, and a line that is on one page only looks to a checker like text that was hidden.
//! Must not know blocks or strips.

use document::{Furniture, Paper, Text};

use crate::display::{Artifact, Chunk, Draw, GlyphRun, Owner, Page, Point};
use crate::fonts::Cut;
use crate::length::Length;
use crate::paginate::Area;
use crate::paragraph::{Line, Typesetter};
use crate::style::{self, Look, Setting, Side};
use crate::words::Words;

/// The furniture of a paper, and the room it takes.
pub(crate) struct Dresser<'p> {
    furniture: &'p Furniture,
    words: &'static Words,
    look: &'static Look,
    /// How many lines the foot and the private strip have.
    footer: usize,
    strip: usize,
}

const HEADER: Owner = Owner::Artifact(Artifact::Header);
const FOOTER: Owner = Owner::Artifact(Artifact::Footer);
/// Between the rule above the foot and its words.
const RULE_AIR: Length = Length::pt(4);
/// Around the words of the private strip.
const STRIP_AIR: Length = Length::pt(4);

impl<'p> Dresser<'p> {
    pub fn new(paper: &'p Paper, types: &mut Typesetter<'_>, look: &'static Look) -> Self {
        let furniture = &paper.furniture;
        let mut dresser = Self { furniture, words: Words::of(&paper.language), look, footer: 0, strip: 0 };
        dresser.footer = dresser.footer_lines(types).len().max(1);
        dresser.strip = dresser.strip_lines(types).len();
        dresser
    }

    /// How many lines the foot has.
    pub fn foot(&self) -> usize {
        self.footer
    }

    /// The room that is left for text on a page, counted from 0.
    pub fn area(&self, page: usize) -> Area {
        let header = self.rows(usize::from(self.furniture.draft));
        let mut top = self.look.sheet.ends.max(self.look.sheet.edge + header + self.look.sheet.gap);
        if page == 0 && self.furniture.stamp_space {
            top = top.max(self.look.sheet.stamp);
        }
        if self.strip > 0 {
            top += self.strip_height() + Length::pt(12);
        }
        let bottom = self
            .look
            .sheet
            .ends
            .max(self.look.sheet.edge + self.rows(self.footer) + RULE_AIR + self.look.sheet.gap);
        // Furniture must not crowd out the text, however much of it there is.
        let half = self.look.sheet.height.times(1, 2);
        Area {
            top: top.min(half - Length::pt(80)),
            bottom: (self.look.sheet.height - bottom).max(half + Length::pt(80)),
        }
    }

    /// Puts the furniture on every page.
    pub fn dress(&self, pages: &mut [Page], types: &mut Typesetter<'_>) {
        let count = pages.len();
        for (index, page) in pages.iter_mut().enumerate() {
            let mut before = self.behind(types);
            before.extend(self.above(index, types));
            page.chunks.splice(0..0, before);
            page.chunks.extend(self.below(index, count, types));
        }
    }

    /// What lies behind the text: the border, the word DRAFT.
    fn behind(&self, types: &mut Typesetter<'_>) -> Vec<Chunk> {
        let mut chunks = Vec::new();
        if self.furniture.border {
            let draws = [(Length::ZERO, style::THICK), (Length::milli(3_500), style::HAIRLINE)];
            let draws = draws.map(|(inset, thickness)| {
                let margin = self.look.sheet.border + inset;
                Draw::Frame {
                    at: Point { x: margin, y: margin },
                    width: self.look.sheet.width - margin * 2,
                    height: self.look.sheet.height - margin * 2,
                    thickness,
                }
            });
            chunks.push(Chunk { owner: Owner::Artifact(Artifact::Layout), draws: draws.to_vec() });
        }
        if self.furniture.draft {
            chunks.push(Chunk { owner: Owner::Artifact(Artifact::Watermark), draws: self.watermark(types) });
        }
        chunks
    }

    fn watermark(&self, types: &mut Typesetter<'_>) -> Vec<Draw> {
        let size = Length::pt(150);
        let runs = types.shaper.word(Cut::SansBold, false, self.words.draft);
        let width: Length = runs.iter().map(|run| run.width(size)).sum();
        // 55 degrees: cosine 0.574, sine 0.819; capitals are 0.714 of the size high.
        let (cos, sin) = (574, 819);
        let (half, cap) = (width.times(1, 2), size.times(357, 1000));
        let mut at = Point {
            x: self.look.sheet.width.times(1, 2) - half.times(cos, 1000) + cap.times(sin, 1000),
            y: self.look.sheet.height.times(1, 2) + half.times(sin, 1000) + cap.times(cos, 1000),
        };
        let mut draws = Vec::new();
        for run in runs.iter() {
            let glyphs = GlyphRun { at, face: run.face, size, shaped: std::sync::Arc::clone(&run.shaped) };
            let along = run.width(size);
            at.x += along.times(cos, 1000);
            at.y -= along.times(sin, 1000);
            draws.push(Draw::Watermark { run: glyphs, degrees: 55 });
        }
        draws
    }

    /// The header line and the strip of a private paper.
    fn above(&self, page: usize, types: &mut Typesetter<'_>) -> Vec<Chunk> {
        let mut chunks = Vec::new();
        if self.furniture.draft {
            let word = Text::words(self.words.draft);
            let lines = types.lines(
                &word,
                self.look.furniture_strong.to(Side::Right),
                self.look.sheet.text_width(),
                HEADER,
            );
            place(lines, self.look.furniture_strong, self.look.sheet.side, self.look.sheet.edge, &mut chunks);
        }
        let lines = self.strip_lines(types);
        if !lines.is_empty() {
            let top = self.area(page).top - self.strip_height() - Length::pt(12);
            let frame = Draw::Frame {
                at: Point { x: self.look.sheet.side, y: top },
                width: self.look.sheet.text_width(),
                height: self.strip_height(),
                thickness: style::THIN,
            };
            chunks.push(Chunk { owner: HEADER, draws: vec![frame] });
            for chunk in placed(lines, self.look.furniture_strong, self.look.sheet.side, top + STRIP_AIR) {
                let mut chunk = chunk;
                chunk.shift(self.look.cell_side, Length::ZERO);
                chunks.push(chunk);
            }
        }
        chunks
    }

    /// The footer and the page number.
    fn below(&self, page: usize, pages: usize, types: &mut Typesetter<'_>) -> Vec<Chunk> {
        let top = self.look.sheet.height - self.look.sheet.edge - self.rows(self.footer);
        let mut lines = self.footer_lines(types);
        if pages == 1 {
            // A single page says what it is at its top.
            lines = some_lines(
                &self.furniture.footer,
                self.look.furniture,
                self.look.sheet.text_width() - self.look.page_room,
                FOOTER,
                types,
            );
        }
        // The page number has a line of its own when nothing else stands there.
        let first = top + self.rows(self.footer.saturating_sub(lines.len().max(1)));
        let y = first - RULE_AIR;
        let (from, to) = (
            Point { x: self.look.sheet.side, y },
            Point { x: self.look.sheet.side + self.look.sheet.text_width(), y },
        );
        let rule = Draw::Line { from, to, thickness: style::HAIRLINE };
        let mut chunks = vec![Chunk { owner: FOOTER, draws: vec![rule] }];
        place(lines, self.look.furniture, self.look.sheet.side, first, &mut chunks);
        let top = top + self.rows(self.footer) - self.look.furniture.leading;
        let number = Text::words(self.words.page_of(page + 1, pages));
        let lines =
            types.lines(&number, self.look.furniture.to(Side::Right), self.look.sheet.text_width(), FOOTER);
        place(lines, self.look.furniture, self.look.sheet.side, top, &mut chunks);
        chunks
    }

    /// What the paper is, then which version of it.
    fn footer_lines(&self, types: &mut Typesetter<'_>) -> Vec<Line> {
        // The page number stands beside the last line only.
        let alone = self.furniture.footer.is_empty();
        let width = if alone {
            self.look.sheet.text_width() - self.look.page_room
        } else {
            self.look.sheet.text_width()
        };
        let mut lines = some_lines(&self.furniture.header, self.look.furniture, width, FOOTER, types);
        lines.extend(some_lines(
            &self.furniture.footer,
            self.look.furniture,
            self.look.sheet.text_width() - self.look.page_room,
            FOOTER,
            types,
        ));
        lines
    }

    fn strip_lines(&self, types: &mut Typesetter<'_>) -> Vec<Line> {
        let words = self.furniture.private.as_deref().unwrap_or_default();
        some_lines(
            words,
            self.look.furniture_strong,
            self.look.sheet.text_width() - self.look.cell_side * 2,
            HEADER,
            types,
        )
    }

    /// How tall so many running lines are.
    fn rows(&self, count: usize) -> Length {
        self.look.furniture.leading * i32::try_from(count).unwrap_or(i32::MAX)
    }

    fn strip_height(&self) -> Length {
        self.rows(self.strip) + STRIP_AIR * 2
    }
}

/// Lines of a person's or our words: furniture that is longer than six lines is cut.
fn some_lines(
    words: &str,
    setting: Setting,
    width: Length,
    owner: Owner,
    types: &mut Typesetter<'_>,
) -> Vec<Line> {
    const MOST: usize = 6;
    // No more than could stand in so many lines is set at all, page after page.
    let words: String = words.chars().take(MOST * 250).collect();
    let mut lines = types.lines(&Text::value(words), setting, width, owner);
    lines.truncate(MOST);
    lines.retain(|line| !line.chunks.is_empty());
    lines
}

fn place(lines: Vec<Line>, setting: Setting, left: Length, top: Length, chunks: &mut Vec<Chunk>) {
    chunks.extend(placed(lines, setting, left, top));
}

fn placed(lines: Vec<Line>, setting: Setting, left: Length, top: Length) -> impl Iterator<Item = Chunk> {
    lines
        .into_iter()
        .scan(top, move |y, line| {
            let baseline = *y + setting.baseline();
            *y += setting.leading;
            let chunks: Vec<Chunk> = line
                .chunks
                .into_iter()
                .map(|mut chunk| {
                    chunk.shift(left, baseline);
                    chunk
                })
                .collect();
            Some(chunks)
        })
        .flatten()
}
