//! Blocks as Word's paragraphs and tables.

use std::collections::BTreeMap;

use document::{Anchor, Block, Heading, Item, Labels, Marking, Paper, Text, Tone};

use super::numbering::{BULLET_LEVELS, Number, Plan};
use super::paragraph::{Setting, TEXT_WIDTH};
use super::xml::Xml;
use crate::display::Pages;
use crate::length::Length;
use crate::pdf::About;
use crate::style;
use crate::words::Words;

/// Writes one paper's body, headers and footers.
pub(super) struct Writer<'p> {
    pub paper: &'p Paper,
    pub about: &'p About,
    /// How many pages there are, and the page of each heading of the outline but the title, from 1.
    pub pages: usize,
    pub heading_pages: Vec<usize>,
    pub words: &'static Words,
    pub xml: Xml,
    pub plan: Plan,
    pub labels: Labels,
    /// The bookmark of each anchor that something in the paper has.
    pub bookmarks: BTreeMap<Anchor, String>,
    /// Bookmarks to be closed with the paragraph.
    pub marks: Vec<String>,
    pub new_page: bool,
    numbers: Box<dyn Iterator<Item = Option<Number>>>,
    headings: usize,
    ids: u32,
    /// Where text below a numbered heading begins.
    hang: Length,
    bullets: usize,
    depth: usize,
}

/// Where blocks stand: from the left of the text, and how wide they may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub indent: Length,
    pub width: Length,
    /// At the side of the page, not inside an item, a box or a bullet.
    pub outermost: bool,
}

/// The label that the next paragraph bears.
#[derive(Default)]
pub(super) struct Pending {
    number: Option<Number>,
    label: Option<String>,
    anchor: Option<Anchor>,
    hang: Length,
}

impl<'p> Writer<'p> {
    pub fn new(paper: &'p Paper, pages: &Pages, about: &'p About) -> Self {
        let mut plan = Plan::of(&paper.blocks);
        let bullets = plan.bullets();
        Self {
            paper,
            about,
            pages: pages.pages.len(),
            heading_pages: pages
                .outline
                .iter()
                .filter(|entry| entry.level > 1)
                .map(|entry| entry.place.page + 1)
                .collect(),
            words: Words::of(&paper.language),
            xml: Xml::new(),
            numbers: Box::new(plan.numbers()),
            labels: Labels::of(&paper.blocks),
            bookmarks: bookmarks(paper),
            marks: Vec::new(),
            new_page: false,
            headings: 0,
            ids: 0,
            hang: Length::ZERO,
            plan,
            bullets,
            depth: 0,
        }
    }

    /// Bookmarks and changes share one row of ids: Word takes a second use of one for damage.
    pub fn next_id(&mut self) -> String {
        self.ids += 1;
        self.ids.to_string()
    }

    /// The moment of tracked changes.
    pub fn moment(&self) -> String {
        self.about.date.strftime("%Y-%m-%dT00:00:00Z").to_string()
    }

    /// The place of a paper's blocks.
    pub fn whole(&self) -> Place {
        Place { indent: Length::ZERO, width: TEXT_WIDTH, outermost: true }
    }

    pub fn blocks(&mut self, blocks: &[Block], place: Place, mut pending: Pending) {
        for (index, block) in blocks.iter().enumerate() {
            // Words that lead to a list, a table or places to sign stay with them.
            let leads = matches!(
                blocks.get(index + 1),
                Some(Block::Items(_) | Block::Table(_) | Block::Signatures(_) | Block::Bullets(_))
            );
            self.block(block, place, std::mem::take(&mut pending), leads);
        }
        self.settle(pending, place);
    }

    fn block(&mut self, block: &Block, place: Place, pending: Pending, leads: bool) {
        match block {
            Block::Paragraph { text, tone } => {
                let setting = self.toned(*tone, self.hung(place), pending, leads);
                return self.paragraph(setting, text);
            }
            // Nothing is drawn here: the label waits for what comes.
            Block::PageBreak => {
                self.new_page = true;
                return self.settle(pending, place);
            }
            _ => self.settle(pending, place),
        }
        match block {
            Block::Title { text, under } => self.title(text, under.as_ref()),
            Block::Heading(heading) => self.heading(heading, place),
            Block::Items(items) => self.items(items, place),
            Block::Bullets(bullets) => self.bullets(bullets, self.hung(place)),
            Block::Table(table) => self.table(table, self.hung(place)),
            Block::Fields(fields) => self.fields(fields, place),
            Block::Signatures(places) => self.signatures(places, place),
            Block::Notice { kind, blocks } => self.notice(*kind, blocks, self.hung(place)),
            Block::Contents => self.contents(),
            Block::Paragraph { .. } | Block::PageBreak => {}
        }
    }

    /// Writes a label that no paragraph has borne.
    fn settle(&mut self, pending: Pending, place: Place) {
        if pending.number.is_some() || pending.label.is_some() {
            let setting = self.toned(Tone::Body, place, pending, true);
            self.paragraph(setting, &Text::default());
        }
    }

    /// Text right below a numbered heading stands under its words.
    fn hung(&self, place: Place) -> Place {
        let hang = if place.outermost { self.hang } else { Length::ZERO };
        Place { indent: place.indent + hang, width: place.width - hang, ..place }
    }

    fn toned(&self, tone: Tone, place: Place, pending: Pending, keep_next: bool) -> Setting {
        let style = match tone {
            Tone::Body => "BodyText",
            Tone::Lead => "Lead",
            Tone::Note => "Note",
            Tone::Small => "SmallPrint",
            Tone::Centred => "Centred",
        };
        Setting {
            indent: place.indent - pending.hang,
            hang: pending.hang,
            number: pending.number,
            label: pending.label,
            anchor: pending.anchor,
            keep_next,
            ..Setting::of(style)
        }
    }

    fn title(&mut self, text: &Text, under: Option<&Text>) {
        self.hang = Length::ZERO;
        let align = self.paper.furniture.border.then_some("center");
        self.paragraph(Setting { align, keep_next: true, ..Setting::of("Title") }, text);
        if let Some(under) = under {
            self.paragraph(Setting { align, ..Setting::of("Subtitle") }, under);
        }
    }

    fn heading(&mut self, heading: &Heading, place: Place) {
        let style = match heading.level {
            0..=2 => "Heading1",
            3 => "Heading2",
            _ => "Heading3",
        };
        let number = heading.label.as_ref().and_then(|_| self.numbers.next().flatten());
        let label = heading.label.clone().filter(|_| number.is_none());
        let hang = match &heading.label {
            Some(label) if heading.level <= 2 => Length::pt(12 + 9 * width_of(label)),
            Some(_) => style::USUAL.number_gutter,
            None => Length::ZERO,
        };
        let numbered = heading.level >= 3 && heading.label.is_some();
        self.hang = if numbered { style::USUAL.number_gutter } else { Length::ZERO };
        let setting = Setting {
            number,
            label,
            indent: place.indent,
            hang,
            anchor: heading.anchor.clone(),
            keep_next: true,
            ..Setting::of(style)
        };
        let marking = heading.text.marking();
        self.open_paragraph(&setting, marking);
        if marking != Some(Marking::Deleted) {
            self.headings += 1;
            self.bookmark(&contents_bookmark(self.headings));
        }
        self.labelled_text(&setting, &heading.text);
        self.close_paragraph();
    }

    fn items(&mut self, items: &[Item], place: Place) {
        let lettered = items.first().is_some_and(|item| item.label.starts_with('('));
        // "21.1" hangs in the gutter of "21"; "(a)" right below a heading hangs under its words.
        let place = if lettered { self.hung(place) } else { place };
        let least = if lettered { style::USUAL.letter_gutter } else { style::USUAL.number_gutter };
        let longest = items.iter().map(|item| width_of(&item.label)).max().unwrap_or(0);
        let hang = least.max(Length::pt(7 + 6 * longest));
        for item in items {
            let number = self.numbers.next().flatten();
            let label = number.is_none().then(|| item.label.clone());
            let pending = Pending { number, label, anchor: item.anchor.clone(), hang };
            self.blocks(&item.blocks, inside(place, hang), pending);
        }
    }

    fn bullets(&mut self, bullets: &[Vec<Block>], place: Place) {
        let hang = style::USUAL.bullet_gutter;
        let level = self.depth.min(BULLET_LEVELS - 1);
        self.depth += 1;
        for blocks in bullets {
            let number = Some(Number { list: self.bullets, level });
            let pending = Pending { number, hang, ..Pending::default() };
            self.blocks(blocks, inside(place, hang), pending);
        }
        self.depth -= 1;
    }

    /// A list of contents: a field that Word keeps, with its lines as they are now.
    fn contents(&mut self) {
        self.hang = Length::ZERO;
        self.paragraph(Setting { keep_next: true, ..Setting::of("TOCHeading") }, &self.words.contents.into());
        let mut lines = Vec::new();
        self.paper.visit(&mut |block| {
            if let Block::Heading(heading) = block
                && heading.text.marking() != Some(Marking::Deleted)
            {
                lines.push(heading);
            }
        });
        let listed: Vec<(usize, &Heading)> =
            (1..).zip(lines).filter(|(_, heading)| matches!(heading.level, 2 | 3)).collect();
        let count = listed.len();
        for (index, (number, heading)) in listed.into_iter().enumerate() {
            self.contents_line(number, heading, index == 0, index + 1 == count);
        }
    }
}

fn inside(place: Place, by: Length) -> Place {
    Place { indent: place.indent + by, width: place.width - by, outermost: false }
}

/// How many letters wide a label is, roughly; there are no fonts here.
fn width_of(label: &str) -> i32 {
    i32::try_from(label.chars().count()).unwrap_or(i32::MAX / 1_000_000).min(40)
}

/// The bookmark of a heading that the list of contents leads to.
pub(super) fn contents_bookmark(heading: usize) -> String {
    format!("_Toc{heading:09}")
}

/// Names for bookmarks: Word takes letters, digits and underscores, forty in all.
fn bookmarks(paper: &Paper) -> BTreeMap<Anchor, String> {
    let mut anchors = Vec::new();
    paper.visit(&mut |block| match block {
        Block::Heading(heading) => anchors.extend(heading.anchor.clone()),
        Block::Items(items) => anchors.extend(items.iter().filter_map(|item| item.anchor.clone())),
        _ => {}
    });
    let mut names = BTreeMap::new();
    for anchor in anchors {
        let count = names.len() + 1;
        let words: String =
            anchor.0.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).take(28).collect();
        names.entry(anchor).or_insert_with(|| format!("r{count}_{words}"));
    }
    names
}
