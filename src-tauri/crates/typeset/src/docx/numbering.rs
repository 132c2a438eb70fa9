//! Native numbering: which list and level of Word's makes each label of the block tree.
//!
//! Word counts for itself. The plan follows its counting, so that each label it will show is the one
//! that the block tree has; a label that Word's counting cannot make (it goes z, aa, bb, not z, aa, ab)
//! is written as words. This module must not know how paragraphs look.

use std::collections::BTreeMap;

use document::{Anchor, Block, Heading, Item, ItemDepth, Marking, label, marking};

use super::xml::Xml;

/// A place in a native list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// The list, from 1.
    pub list: usize,
    /// The level, from 0.
    pub level: usize,
}

/// What numbers the paragraphs of a paper.
#[derive(Default)]
pub(super) struct Plan {
    schemes: Vec<Scheme>,
    lists: Vec<List>,
    /// For each label of the tree in reading order, its place; none for one written as words.
    numbers: Vec<Option<Number>>,
    /// The places of anchors.
    anchors: BTreeMap<Anchor, Number>,
}

/// One way of counting, and where it stands.
struct Scheme {
    kind: Kind,
    levels: Vec<Level>,
    counters: Vec<Option<u32>>,
    /// The list that counts on.
    list: usize,
}

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    /// Numbered headings of a level with these words before the number, and what stands below them.
    Headings(u8, String),
    /// Numbered points without a numbered heading.
    Points,
    Bullets,
}

#[derive(Clone)]
struct Level {
    format: Format,
    /// As Word has it: `%1.%2`.
    pattern: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Decimal,
    Letter,
    Roman,
    Capital,
    Bullet,
}

struct List {
    scheme: usize,
    /// Level and number it starts with, where it does not count on.
    start: Option<(usize, u32)>,
}

/// Where an item stands, for those inside it.
#[derive(Clone, Copy)]
struct Above<'a> {
    label: &'a str,
    depth: Option<ItemDepth>,
    list: Option<usize>,
    scheme: usize,
}

/// The deepest level of bullets that counts as another.
pub(super) const BULLET_LEVELS: usize = 4;

impl Plan {
    /// Plans the numbers of a paper's blocks.
    pub fn of(blocks: &[Block]) -> Self {
        let mut plan = Self::default();
        let points = plan.scheme(Kind::Points);
        plan.blocks(blocks, &mut Above { label: "", depth: None, list: None, scheme: points });
        plan
    }

    /// Returns the places of all labels, in reading order.
    pub fn numbers(&self) -> impl Iterator<Item = Option<Number>> + use<> {
        self.numbers.clone().into_iter()
    }

    /// Returns the place of what has this anchor, if Word numbers it.
    pub fn at(&self, anchor: &Anchor) -> Option<Number> {
        self.anchors.get(anchor).copied()
    }

    /// Returns the list of all bullets.
    pub fn bullets(&mut self) -> usize {
        let scheme = self.scheme(Kind::Bullets);
        self.schemes[scheme].list
    }

    fn blocks<'b>(&mut self, blocks: &'b [Block], above: &mut Above<'b>) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(heading, above),
                Block::Items(items) => self.items(items, *above),
                Block::Bullets(bullets) => {
                    bullets.iter().for_each(|inner| self.blocks(inner, &mut above.clone()));
                }
                Block::Notice { blocks, .. } => self.blocks(blocks, &mut above.clone()),
                _ => {}
            }
        }
    }

    fn heading<'b>(&mut self, heading: &'b Heading, above: &mut Above<'b>) {
        let Some(label) = &heading.label else { return };
        let digits = label.trim_start_matches(|c: char| !c.is_ascii_digit());
        let prefix = &label[..label.len() - digits.len()];
        let gone = heading.text.marking() == Some(Marking::Deleted);
        let value = digits.parse().ok().filter(|_| !gone);
        let number = value.and_then(|value| {
            let scheme = self.scheme(Kind::Headings(heading.level, prefix.to_owned()));
            let number = self.place(scheme, None, 0, value, label)?;
            *above = Above { label, depth: None, list: Some(number.list), scheme };
            Some(number)
        });
        self.note(number, heading.anchor.as_ref());
    }

    fn items(&mut self, items: &[Item], above: Above<'_>) {
        let mut list = above.list;
        let mut last = None;
        for item in items {
            let gone = marking(&item.blocks) == Some(Marking::Deleted);
            let place = read(&item.label, above, last).filter(|_| !gone);
            let mut scheme = above.scheme;
            let number = place.and_then(|(depth, value)| {
                let headed = matches!(self.schemes[above.scheme].kind, Kind::Headings(..));
                let unheaded = depth == ItemDepth::Paragraph && !item.label.contains('.');
                if unheaded && headed {
                    scheme = self.scheme(Kind::Points);
                    list = list.filter(|list| self.lists[*list - 1].scheme == scheme);
                }
                let points = self.schemes[scheme].kind == Kind::Points;
                let level = depth as usize + usize::from(!points);
                self.place(scheme, list, level, value, &item.label)
            });
            if number.is_some() {
                last = place;
                list = number.map(|number| number.list);
            }
            self.note(number, item.anchor.as_ref());
            let depth = place.or(last).map(|(depth, _)| depth);
            let list = number.map(|number| number.list).or(list);
            self.blocks(&item.blocks, &mut Above { label: &item.label, depth, list, scheme });
        }
    }

    fn note(&mut self, number: Option<Number>, anchor: Option<&Anchor>) {
        self.numbers.push(number);
        if let (Some(number), Some(anchor)) = (number, anchor) {
            self.anchors.insert(anchor.clone(), number);
        }
    }

    fn scheme(&mut self, kind: Kind) -> usize {
        if let Some(found) = self.schemes.iter().position(|scheme| scheme.kind == kind) {
            return found;
        }
        let levels = kind.levels();
        let scheme = self.schemes.len();
        self.lists.push(List { scheme, start: None });
        let counters = vec![None; levels.len()];
        self.schemes.push(Scheme { kind, levels, counters, list: self.lists.len() });
        scheme
    }

    /// Returns the place where Word shows `label`, in `list` where it can be.
    fn place(
        &mut self,
        scheme: usize,
        list: Option<usize>,
        level: usize,
        value: u32,
        label: &str,
    ) -> Option<Number> {
        let state = self.schemes.get_mut(scheme)?;
        let next = state.counters.get(level)?.map_or(1, |counter| counter + 1);
        let mut counters = state.counters.clone();
        counters[level] = Some(value);
        counters[level + 1..].fill(None);
        if shown(&state.levels, &counters, level)? != label {
            return None;
        }
        state.counters = counters;
        let list = match list {
            Some(list) if next == value && self.lists[list - 1].scheme == scheme => list,
            None if next == value => state.list,
            _ => {
                self.lists.push(List { scheme, start: Some((level, value)) });
                self.lists.len()
            }
        };
        Some(Number { list, level })
    }

    /// Writes the part `word/numbering.xml`.
    pub fn write(&self) -> String {
        let mut xml = Xml::new();
        xml.open("w:numbering", &[("xmlns:w", super::W)]);
        for (index, scheme) in self.schemes.iter().enumerate() {
            scheme.write(index, &mut xml);
        }
        for (index, list) in self.lists.iter().enumerate() {
            xml.open("w:num", &[("w:numId", &(index + 1).to_string())]);
            xml.value("w:abstractNumId", &list.scheme.to_string());
            if let Some((level, start)) = list.start {
                xml.open("w:lvlOverride", &[("w:ilvl", &level.to_string())]);
                xml.value("w:startOverride", &start.to_string());
                xml.close();
            }
            xml.close();
        }
        xml.finish()
    }
}

impl Kind {
    fn levels(&self) -> Vec<Level> {
        let level = |format, pattern: &str| Level { format, pattern: pattern.to_owned() };
        let below = |from: usize| {
            [Format::Letter, Format::Roman, Format::Capital]
                .into_iter()
                .enumerate()
                .map(move |(index, format)| Level { format, pattern: format!("(%{})", from + index) })
        };
        match self {
            Self::Headings(_, prefix) => {
                let first = level(Format::Decimal, &format!("{prefix}%1"));
                [first, level(Format::Decimal, "%1.%2")].into_iter().chain(below(3)).collect()
            }
            Self::Points => [level(Format::Decimal, "%1")].into_iter().chain(below(2)).collect(),
            Self::Bullets => vec![level(Format::Bullet, "\u{2022}"); BULLET_LEVELS],
        }
    }
}

impl Scheme {
    fn write(&self, index: usize, xml: &mut Xml) {
        xml.open("w:abstractNum", &[("w:abstractNumId", &index.to_string())]);
        xml.value("w:multiLevelType", "multilevel");
        for (index, level) in self.levels.iter().enumerate() {
            xml.open("w:lvl", &[("w:ilvl", &index.to_string())]);
            xml.value("w:start", "1");
            xml.value("w:numFmt", level.format.word());
            xml.value("w:suff", "tab");
            xml.value("w:lvlText", &level.pattern);
            xml.value("w:lvlJc", "left");
            xml.close();
        }
        xml.close();
    }
}

impl Format {
    fn word(self) -> &'static str {
        match self {
            Self::Decimal => "decimal",
            Self::Letter => "lowerLetter",
            Self::Roman => "lowerRoman",
            Self::Capital => "upperLetter",
            Self::Bullet => "bullet",
        }
    }

    /// Returns a number as Word writes it.
    fn number(self, value: u32) -> String {
        // After z Word doubles the letter: aa, bb.
        let letters = |first: char| {
            let letter = char::from(first as u8 + u8::try_from((value - 1) % 26).unwrap_or(0));
            letter.to_string().repeat(((value - 1) / 26 + 1) as usize)
        };
        match self {
            Self::Letter if value > 0 => letters('a'),
            Self::Capital if value > 0 => letters('A'),
            Self::Roman => {
                let label = label(ItemDepth::Roman, (value.max(1) - 1) as usize, "");
                label.trim_matches(['(', ')']).to_owned()
            }
            _ => value.to_string(),
        }
    }
}

/// What Word shows for a paragraph of this level; none when a number that it shows has not begun.
fn shown(levels: &[Level], counters: &[Option<u32>], level: usize) -> Option<String> {
    let mut out = levels.get(level)?.pattern.clone();
    for (index, (level, counter)) in levels.iter().zip(counters).enumerate() {
        let sign = format!("%{}", index + 1);
        if out.contains(&sign) {
            out = out.replace(&sign, &level.format.number((*counter)?));
        }
    }
    Some(out)
}

/// Reads a label back: how deep it is and which in its row. `(i)` is the first in Roman numbers or the
/// ninth letter: the item before it, or what stands above, decides.
fn read(label: &str, above: Above<'_>, last: Option<(ItemDepth, u32)>) -> Option<(ItemDepth, u32)> {
    let makes = |depth: ItemDepth, value: u32| {
        let own = document::label(depth, value.checked_sub(1)? as usize, above.label);
        let bare = document::label(depth, value as usize - 1, "");
        (own == label || bare == label).then_some((depth, value))
    };
    if let Some((depth, value)) = last
        && let Some(found) = makes(depth, value + 1)
    {
        return Some(found);
    }
    let below = above.depth.map_or(Some(ItemDepth::Paragraph), ItemDepth::below);
    let mut depths = [ItemDepth::Paragraph, ItemDepth::Letter, ItemDepth::Roman, ItemDepth::Capital];
    depths.sort_by_key(|depth| Some(*depth) != below);
    depths
        .iter()
        .find_map(|depth| makes(*depth, 1))
        .or_else(|| depths.iter().find_map(|depth| (2..=200).find_map(|value| makes(*depth, value))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_count_as_word_counts_them() {
        let cases = [(1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (53, "aaa")];
        for (value, expected) in cases {
            assert_eq!(Format::Letter.number(value), expected);
        }
    }

    #[test]
    fn a_label_tells_its_depth_from_its_place() {
        let above = |depth| Above { label: "2", depth, list: None, scheme: 0 };
        let cases = [
            ("2.1", None, None, Some((ItemDepth::Paragraph, 1))),
            ("3", None, None, Some((ItemDepth::Paragraph, 3))),
            ("(a)", Some(ItemDepth::Paragraph), None, Some((ItemDepth::Letter, 1))),
            ("(i)", Some(ItemDepth::Letter), None, Some((ItemDepth::Roman, 1))),
            ("(i)", Some(ItemDepth::Paragraph), Some((ItemDepth::Letter, 8)), Some((ItemDepth::Letter, 9))),
            ("(B)", Some(ItemDepth::Roman), Some((ItemDepth::Capital, 1)), Some((ItemDepth::Capital, 2))),
            ("Schedule", None, None, None),
        ];
        for (label, depth, last, expected) in cases {
            assert_eq!(read(label, above(depth), last), expected, "{label}");
        }
    }
}
