//! One text to lines: direction, shaping, breaking, ordering.
//!
//! Lines are as even as the words allow, ragged on the right. This module must not know what
//! block a text stands in, nor pages.

use std::collections::BTreeSet;
use std::ops::Range;

use document::{Anchor, Foreign, Text, stretches};
use unicode_bidi::{BidiInfo, Level};

use crate::breaks::{Break, breaks};
use crate::broken::{Broken, BrokenLine};
use crate::display::{Chunk, Owner};
use crate::fonts::Fonts;
use crate::inline::{Changed, Flat, Kind, NEW_LINE, flatten};
use crate::length::Length;
use crate::line::{Piece, PieceKind, assemble};
use crate::shape::{Shaper, bidi_control, clusters};
use crate::structure::{ElementId, Role, Structure};
use crate::style::{Setting, Side};

/// A line of text; its baseline is at 0, its left margin at 0.
#[derive(Debug)]
pub(crate) struct Line {
    pub chunks: Vec<Chunk>,
    pub width: Length,
    pub links: Vec<LineLink>,
    /// Whether a question still open stands in it.
    pub open: bool,
    /// Whether something in it came or went.
    pub changed: bool,
}

/// A stretch of a line that leads elsewhere.
#[derive(Debug)]
pub(crate) struct LineLink {
    pub x: Length,
    pub width: Length,
    pub to: Anchor,
    pub element: ElementId,
    pub words: String,
}

/// Sets texts, and grows the structure tree by what stands inside them.
pub(crate) struct Typesetter<'a> {
    pub shaper: Shaper<'a>,
    pub structure: Structure,
    anchors: BTreeSet<Anchor>,
    foreign: &'a [Foreign],
}

/// What may not be torn apart, and the spaces after it.
#[derive(Debug)]
struct Fragment {
    word: Range<usize>,
    spaces: Range<usize>,
    width: Length,
    space: Length,
    forced: bool,
}

/// A fragment as the line breaker sees it, in about the width of a letter.
#[derive(Debug)]
struct Measured {
    width: f64,
    space: f64,
}

impl textwrap::core::Fragment for Measured {
    fn width(&self) -> f64 {
        self.width
    }
    fn whitespace_width(&self) -> f64 {
        self.space
    }
    fn penalty_width(&self) -> f64 {
        0.0
    }
}

impl<'a> Typesetter<'a> {
    /// Begins to set the texts of a paper with these anchors, and with these words of other languages.
    pub fn new(fonts: &'a Fonts, anchors: BTreeSet<Anchor>, foreign: &'a [Foreign]) -> Self {
        Self { shaper: Shaper::new(fonts), structure: Structure::new(), anchors, foreign }
    }

    /// Sets a text in lines no wider than `width`; an empty text has none.
    pub fn lines(&mut self, text: &Text, setting: Setting, width: Length, owner: Owner) -> Vec<Line> {
        let flat = flatten(text, setting.cut);
        if flat.text.is_empty() {
            return Vec::new();
        }
        let shaper = &mut self.shaper;
        let known = &shaper.fonts().broken;
        let broken = known.lines(&flat, setting, width, || break_lines(shaper, &flat, setting, width));
        let mut pieces = broken.pieces.clone();
        self.own(&flat, &mut pieces, owner);
        let mut lines = Vec::with_capacity(broken.lines.len());
        for BrokenLine { pieces: range, visible } in &broken.lines {
            let line = pieces.get_mut(range.clone()).unwrap_or_default();
            // Spaces at a line's end stand at its end, whatever their direction (UAX 9, L1).
            line.iter_mut().skip(*visible).for_each(|piece| piece.level = 0);
            lines.push(assemble(line, *visible, &flat, setting, width));
        }
        lines
    }

    /// Sets words of ours in one line; for labels and furniture.
    pub fn words(&mut self, words: &str, setting: Setting, owner: Owner) -> Line {
        let unlimited = Length::pt(100_000);
        let left = setting.to(Side::Left);
        let mut lines = self.lines(&Text::words(words), left, unlimited, owner);
        if lines.is_empty() {
            return Line {
                chunks: Vec::new(),
                width: Length::ZERO,
                links: Vec::new(),
                open: false,
                changed: false,
            };
        }
        lines.swap_remove(0)
    }

    /// Gives each piece its owner: the text's, or an element inside it that is made here.
    fn own(&mut self, flat: &Flat, pieces: &mut [Piece], owner: Owner) {
        let Owner::Element(parent) = owner else {
            pieces.iter_mut().for_each(|piece| piece.owner = owner);
            return;
        };
        let mut link: Option<(usize, ElementId)> = None;
        let mut changed: Option<(usize, ElementId)> = None;
        for piece in pieces.iter_mut() {
            let parent = match flat.marks.get(piece.mark).and_then(|mark| mark.changed) {
                None => parent,
                Some(what) => match changed {
                    Some((mark, element)) if mark == piece.mark => element,
                    _ => {
                        let inserted = what == Changed::Inserted;
                        let element = self.structure.add(parent, Role::Changed { inserted });
                        changed = Some((piece.mark, element));
                        element
                    }
                },
            };
            let base = match flat.marks.get(piece.mark).map(|mark| &mark.kind) {
                Some(Kind::Reference(to, number)) if self.anchors.contains(to) => match link {
                    Some((known, element)) if known == *number => element,
                    _ => {
                        let element = self.structure.add(parent, Role::Link);
                        link = Some((*number, element));
                        element
                    }
                },
                _ => parent,
            };
            piece.owner = Owner::Element(base);
        }
        self.tell_languages(flat, pieces);
        // What runs to the left is one element for each stretch of it.
        let together = |a: &Piece, b: &Piece| a.owner == b.owner && (a.level == 0) == (b.level == 0);
        for stretch in pieces.chunk_by_mut(together) {
            if stretch.iter().all(|piece| piece.level % 2 == 0) {
                continue;
            }
            let words = words_of(flat, stretch);
            let language = words.chars().find_map(language);
            self.apart(stretch, language, Some(spoken(words)));
        }
    }

    /// Tells the language of words in a script of their own, and of those that the paper says are of another, so that
    /// they are read aloud in it.
    fn tell_languages(&mut self, flat: &Flat, pieces: &mut [Piece]) {
        let foreign = stretches(&flat.text, self.foreign);
        let mut last = None;
        let mut languages: Vec<Option<&'static str>> = Vec::with_capacity(pieces.len());
        for piece in pieces.iter() {
            let words = flat.text.get(piece.start..piece.end).unwrap_or_default();
            let neutral = !words.chars().any(char::is_alphabetic);
            let said = foreign.iter().find(|(place, _)| place.start < piece.end && piece.start < place.end);
            let own = said.map(|(_, language)| language.0).or_else(|| words.chars().find_map(language));
            let own = own.filter(|_| piece.level.is_multiple_of(2));
            last = if neutral { last } else { own };
            languages.push(last);
        }
        // What is no word goes with the words before it only when the same language goes on after it.
        let mut next = None;
        for (piece, language) in pieces.iter().zip(&mut languages).rev() {
            let words = flat.text.get(piece.start..piece.end).unwrap_or_default();
            if words.chars().any(char::is_alphabetic) {
                next = *language;
            } else if *language != next {
                *language = None;
            }
        }
        let mut start = 0;
        while start < pieces.len() {
            let (language, owner) = (languages[start], pieces[start].owner);
            let length = (start..pieces.len())
                .take_while(|index| languages[*index] == language && pieces[*index].owner == owner)
                .count();
            if let Some(told) = language {
                // Their letters are not drawn in the order in which they are written.
                let stretch = &mut pieces[start..start + length];
                let actual = ["und-Deva", "bn", "gu", "pa", "ta", "th"].contains(&told);
                let actual = actual.then(|| spoken(words_of(flat, stretch)));
                self.apart(stretch, language, actual);
            }
            start += length.max(1);
        }
    }

    /// Makes a stretch an element of its own.
    fn apart(&mut self, stretch: &mut [Piece], language: Option<&'static str>, actual: Option<String>) {
        let Some(Owner::Element(base)) = stretch.first().map(|piece| piece.owner) else { return };
        let element = self.structure.add(base, Role::Span);
        stretch.iter_mut().for_each(|piece| piece.owner = Owner::Element(element));
        if let Some(element) = self.structure.get_mut(element) {
            element.actual = actual;
            element.language = language;
        }
    }
}

/// Words as they are read, without the signs that only steer a layout.
fn spoken(words: &str) -> String {
    words.chars().filter(|c| !bidi_control(*c) && *c != NEW_LINE).collect()
}

fn words_of<'f>(flat: &'f Flat, stretch: &[Piece]) -> &'f str {
    let bounds = stretch.first().zip(stretch.last()).map(|(first, last)| first.start..last.end);
    bounds.and_then(|bounds| flat.text.get(bounds)).unwrap_or_default()
}

/// The language that a letter's script is the script of, as a tag of BCP 47. Scripts of several languages
/// are told as scripts; Latin says nothing.
fn language(c: char) -> Option<&'static str> {
    use unicode_script::{Script, UnicodeScript};
    if c.is_ascii() {
        return None;
    }
    Some(match c.script() {
        Script::Arabic => "ar",
        Script::Armenian => "hy",
        Script::Bengali => "bn",
        Script::Cyrillic => "und-Cyrl",
        Script::Devanagari => "und-Deva",
        Script::Ethiopic => "und-Ethi",
        Script::Georgian => "ka",
        Script::Greek => "el",
        Script::Gujarati => "gu",
        Script::Gurmukhi => "pa",
        Script::Han => "und-Hani",
        Script::Hangul => "ko",
        Script::Hebrew => "he",
        Script::Hiragana | Script::Katakana => "ja",
        Script::Tamil => "ta",
        Script::Thai => "th",
        _ => return None,
    })
}

/// Breaks a text into lines no wider than `width`.
fn break_lines(shaper: &mut Shaper<'_>, flat: &Flat, setting: Setting, width: Length) -> Broken {
    let mut run = Run { levels: levels(&flat.text), flat, setting, width, pieces: Vec::new() };
    let mut fragments = Vec::new();
    let mut from = 0;
    for b in breaks(&flat.text) {
        run.fragment(shaper, from, b, &mut fragments);
        from = b.at;
    }
    let line = |range: Range<usize>| {
        let (first, last) = (fragments.get(range.start)?, fragments.get(range.end.checked_sub(1)?)?);
        let start = first.word.start;
        Some(BrokenLine { pieces: start..last.spaces.end, visible: last.word.end - start })
    };
    let lines = balanced(&fragments, width, setting).into_iter().filter_map(line).collect();
    Broken { pieces: run.pieces, lines }
}

/// The direction of each byte's character: even to the right, odd to the left.
fn levels(text: &str) -> Vec<u8> {
    let to_the_left = |c: char| matches!(u32::from(c), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff);
    // Most papers have nothing that runs to the left.
    if !text.chars().any(to_the_left) {
        return vec![0; text.len()];
    }
    BidiInfo::new(text, Some(Level::ltr())).levels.iter().map(|level| level.number()).collect()
}

/// A paragraph being cut into pieces.
struct Run<'f> {
    flat: &'f Flat,
    levels: Vec<u8>,
    setting: Setting,
    /// Width of a line.
    width: Length,
    pieces: Vec<Piece>,
}

impl Run<'_> {
    /// Adds what stands between two breaks: one fragment, or several where one is wider than a line.
    fn fragment(&mut self, shaper: &mut Shaper<'_>, from: usize, to: Break, out: &mut Vec<Fragment>) {
        let text = self.flat.text.get(from..to.at).unwrap_or_default();
        let spaces = |c: char| c == ' ' || c == NEW_LINE || bidi_control(c);
        let mut word_end = from + text.trim_end_matches(spaces).len();
        // Controls at the end of a word belong to it; only the spaces after them are spaces.
        while let Some(c) = self.flat.text.get(word_end..to.at).and_then(|rest| rest.chars().next()) {
            if !bidi_control(c) {
                break;
            }
            word_end += c.len_utf8();
        }
        let first = self.pieces.len();
        let mut wide = self.shape(shaper, from, word_end);
        let mut word = first..self.pieces.len();
        if wide > self.width && self.flat.text.get(from..word_end).is_some_and(|w| w.chars().count() > 1) {
            self.pieces.truncate(first);
            (word, wide) = self.tear(shaper, from..word_end, out);
        }
        let spaces_start = self.pieces.len();
        let space = self.shape(shaper, word_end, to.at);
        out.push(Fragment {
            word,
            spaces: spaces_start..self.pieces.len(),
            width: wide,
            space,
            forced: to.forced,
        });
    }

    /// Tears a word that is wider than a line between its letters. Returns its last part.
    fn tear(
        &mut self,
        shaper: &mut Shaper<'_>,
        word: Range<usize>,
        out: &mut Vec<Fragment>,
    ) -> (Range<usize>, Length) {
        let text = self.flat.text.get(word.clone()).unwrap_or_default();
        let mut from = word.start;
        let mut at = word.start;
        for cluster in clusters(text) {
            let mark = self.pieces.len();
            let wide = self.shape(shaper, from, at + cluster.len());
            self.pieces.truncate(mark);
            if wide > self.width && at > from {
                let wide = self.shape(shaper, from, at);
                let end = self.pieces.len();
                out.push(Fragment {
                    word: mark..end,
                    spaces: end..end,
                    width: wide,
                    space: Length::ZERO,
                    forced: false,
                });
                from = at;
            }
            at += cluster.len();
        }
        let mark = self.pieces.len();
        let wide = self.shape(shaper, from, word.end);
        (mark..self.pieces.len(), wide)
    }

    /// Shapes the bytes from `from` to `to` into pieces and returns their width.
    fn shape(&mut self, shaper: &mut Shaper<'_>, from: usize, to: usize) -> Length {
        let mut total = Length::ZERO;
        let mut at = from;
        while at < to {
            let mark_index = self.flat.mark_at(at);
            let Some(mark) = self.flat.marks.get(mark_index) else { break };
            let level = self.levels.get(at).copied().unwrap_or(0);
            let limit = to.min(mark.end);
            let end = (at..limit).find(|i| self.levels.get(*i).is_some_and(|l| *l != level)).unwrap_or(limit);
            let mut push = |kind: PieceKind, width: Length| {
                total += width;
                let owner = Owner::Element(Structure::ROOT);
                self.pieces.push(Piece { kind, width, level, mark: mark_index, start: at, end, owner });
            };
            if let Kind::Blank(width) = &mark.kind {
                // A place to write is never longer than the line it stands in.
                push(PieceKind::Blank, (*width).min(self.width));
            } else {
                let words: std::borrow::Cow<'_, str> = match self.flat.text.get(at..end).unwrap_or_default() {
                    plain if plain.is_ascii() => plain.into(),
                    other => other
                        .chars()
                        .filter(|c| !bidi_control(*c) && *c != NEW_LINE)
                        .collect::<String>()
                        .into(),
                };
                if !words.is_empty() {
                    for run in shaper.word(mark.cut, level % 2 == 1, &words).iter() {
                        let width = run.width(self.setting.size);
                        push(PieceKind::Run(run.clone()), width);
                    }
                }
            }
            at = end.max(at + 1);
        }
        total
    }
}

/// The lines as ranges of fragments; centred lines are about equally long.
fn balanced(fragments: &[Fragment], width: Length, setting: Setting) -> Vec<Range<usize>> {
    let lines = broken(fragments, width, setting.size);
    if setting.side != Side::Centre || lines.len() < 2 {
        return lines;
    }
    let widest = fragments.iter().map(|f| f.width).max().unwrap_or(width);
    (10..20)
        .map(|part| width.times(part, 20))
        .filter(|narrow| *narrow >= widest)
        .map(|narrow| broken(fragments, narrow, setting.size))
        .find(|narrower| narrower.len() == lines.len())
        .unwrap_or(lines)
}

/// The lines as ranges of fragments.
fn broken(fragments: &[Fragment], width: Length, size: Length) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < fragments.len() {
        let length =
            fragments[start..].iter().position(|f| f.forced).map_or(fragments.len() - start, |p| p + 1);
        wrap(&fragments[start..start + length], start, width, size, &mut lines);
        start += length;
    }
    lines
}

/// Breaks a stretch without forced ends as evenly as may be.
fn wrap(fragments: &[Fragment], offset: usize, width: Length, size: Length, lines: &mut Vec<Range<usize>>) {
    let total: Length = fragments.iter().map(|f| f.width + f.space).sum();
    let trailing = fragments.last().map_or(Length::ZERO, |f| f.space);
    if total - trailing <= width {
        lines.push(offset..offset + fragments.len());
        return;
    }
    let letter = f64::from(size.0.max(1)) / 2.0;
    let measured: Vec<Measured> = fragments
        .iter()
        .map(|f| Measured { width: f64::from(f.width.0) / letter, space: f64::from(f.space.0) / letter })
        .collect();
    let penalties = textwrap::wrap_algorithms::Penalties {
        nline_penalty: 1000,
        // A line must never stand out into the margin to save another line.
        overflow_penalty: 1_000_000_000,
        short_last_line_fraction: 6,
        short_last_line_penalty: 300,
        hyphen_penalty: 0,
    };
    let limit = f64::from(width.0) / letter;
    let mut at = offset;
    match textwrap::wrap_algorithms::wrap_optimal_fit(&measured, &[limit], &penalties) {
        Ok(found) => {
            for line in found {
                lines.push(at..at + line.len());
                at += line.len();
            }
        }
        Err(_) => greedy(fragments, offset, width, lines),
    }
}

/// Breaks where a line is full; for widths no reckoning of evenness can hold.
fn greedy(fragments: &[Fragment], offset: usize, width: Length, lines: &mut Vec<Range<usize>>) {
    let mut start = 0;
    let mut used = Length::ZERO;
    for (index, fragment) in fragments.iter().enumerate() {
        if index > start && used + fragment.width > width {
            lines.push(offset + start..offset + index);
            (start, used) = (index, Length::ZERO);
        }
        used += fragment.width + fragment.space;
    }
    lines.push(offset + start..offset + fragments.len());
}
