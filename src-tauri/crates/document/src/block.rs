//! Blocks: what a paper is built of, from top to bottom.

use crate::{Anchor, Text};

/// One block of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The title of the paper, once, at the top. Heading level 1 to a screen reader.
    Title {
        /// The title.
        text: Text,
        /// A line under it: the co-op's name, the kind of paper.
        under: Option<Text>,
    },
    /// A heading below the title.
    Heading(Heading),
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: Text,
        /// How it is meant.
        tone: Tone,
    },
    /// Numbered or lettered items with hanging labels.
    Items(Vec<Item>),
    /// Unordered items.
    Bullets(Vec<Vec<Block>>),
    /// A table.
    Table(Table),
    /// Questions and answers of a form, in order: one row each.
    Fields(Vec<Field>),
    /// Places to sign. Each place is kept whole on a page, the first with what precedes it.
    Signatures(Vec<Signature>),
    /// A box that must be noticed.
    Notice {
        /// Why.
        kind: Notice,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// The list of headings of levels 2 and 3 with their pages.
    Contents,
    /// What follows starts on a new page.
    PageBreak,
}

/// A heading of level 2 to 4.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 for a part, 3 for a rule or section, 4 below it.
    pub level: u8,
    /// "21" of "21 Quorum"; none for an unnumbered heading.
    pub label: Option<String>,
    /// What references point at.
    pub anchor: Option<Anchor>,
    /// The words.
    pub text: Text,
}

/// How a paragraph is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The text itself.
    Body,
    /// The opening words of a paper, a little larger.
    Lead,
    /// A remark beside the text and no part of it: a purpose note, a source.
    Note,
    /// Small print.
    Small,
    /// Centred, for title pages and certificates.
    Centred,
}

/// One labelled item: "21.1", "(a)".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its label, computed by [`crate::label`].
    pub label: String,
    /// What references point at.
    pub anchor: Option<Anchor>,
    /// Its text, then perhaps deeper items or a table.
    pub blocks: Vec<Block>,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it shows, for eyes and screen readers.
    pub caption: Option<Text>,
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// The head row, repeated on each page; none for a plain grid.
    pub head: Option<Row>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its share of the width, against the other columns' shares.
    pub share: u16,
    /// How its cells are set.
    pub align: Align,
}

/// How a cell is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// From the side where reading starts.
    Start,
    /// To the other side: sums.
    End,
    /// In the middle.
    Centre,
}

/// A row of a table.
pub type Row = Vec<Cell>;

/// A cell: its paragraphs.
pub type Cell = Vec<Text>;

/// One row of a form: what is asked and what is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// What is asked.
    pub label: Text,
    /// A word of help under it.
    pub hint: Option<Text>,
    /// The answer.
    pub answer: Answer,
}

/// The answer in a row of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Paragraphs of text.
    Given(Vec<Text>),
    /// So many ruled lines to write on by hand.
    Blank {
        /// Number of lines, at least 1.
        lines: u8,
    },
    /// A box to tick and the words beside it.
    Box {
        /// Whether it is ticked already.
        ticked: bool,
        /// The words beside it.
        text: Text,
    },
}

/// A place for one person to sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// In what quality they sign: "Member", "Secretary", "Subscriber".
    pub role: Text,
    /// Their name as printed; none leaves a line for it.
    pub name: Option<Text>,
    /// Whether a line for the date stands beside the signature.
    pub dated: bool,
}

/// Why a box must be noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Something to know before acting.
    Remark,
    /// Something that goes wrong if it is overlooked.
    Warning,
    /// Personal data that the public register does not show.
    Private,
    /// Wording that a statute prescribes, kept to the letter.
    Prescribed,
}

impl Block {
    /// Returns a paragraph of the text itself.
    pub fn body(text: impl Into<Text>) -> Self {
        Self::Paragraph { text: text.into(), tone: Tone::Body }
    }

    /// Returns a remark beside the text.
    pub fn note(text: impl Into<Text>) -> Self {
        Self::Paragraph { text: text.into(), tone: Tone::Note }
    }

    /// Returns an unnumbered heading.
    pub fn heading(level: u8, text: impl Into<Text>) -> Self {
        Self::Heading(Heading { level, label: None, anchor: None, text: text.into() })
    }

    /// Calls `visit` for this block and every block inside it, in reading order.
    pub fn visit<'a>(&'a self, visit: &mut impl FnMut(&'a Block)) {
        visit(self);
        match self {
            Self::Items(items) => {
                items.iter().flat_map(|item| &item.blocks).for_each(|block| block.visit(visit));
            }
            Self::Bullets(bullets) => {
                bullets.iter().flatten().for_each(|block| block.visit(visit));
            }
            Self::Notice { blocks, .. } => blocks.iter().for_each(|block| block.visit(visit)),
            _ => {}
        }
    }

    /// Returns the texts that stand in this block itself, not in blocks inside it, in reading order.
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Title { text, under } => [Some(text), under.as_ref()].into_iter().flatten().collect(),
            Self::Heading(heading) => vec![&heading.text],
            Self::Paragraph { text, .. } => vec![text],
            Self::Table(table) => table.texts().collect(),
            Self::Fields(fields) => fields.iter().flat_map(Field::texts).collect(),
            Self::Signatures(places) => {
                places.iter().flat_map(|p| [Some(&p.role), p.name.as_ref()]).flatten().collect()
            }
            Self::Items(_) | Self::Bullets(_) | Self::Notice { .. } | Self::Contents | Self::PageBreak => {
                Vec::new()
            }
        }
    }

    /// Calls `change` for every text in this block and the blocks inside it, in reading order.
    pub fn texts_mut(&mut self, change: &mut impl FnMut(&mut Text)) {
        match self {
            Self::Title { text, under } => {
                change(text);
                under.iter_mut().for_each(change);
            }
            Self::Heading(heading) => change(&mut heading.text),
            Self::Paragraph { text, .. } => change(text),
            Self::Items(items) => {
                items.iter_mut().flat_map(|item| &mut item.blocks).for_each(|block| block.texts_mut(change))
            }
            Self::Bullets(bullets) => {
                bullets.iter_mut().flatten().for_each(|block| block.texts_mut(change));
            }
            Self::Notice { blocks, .. } => blocks.iter_mut().for_each(|block| block.texts_mut(change)),
            Self::Table(table) => {
                table.caption.iter_mut().for_each(&mut *change);
                table.head.iter_mut().chain(&mut table.rows).flatten().flatten().for_each(change);
            }
            Self::Fields(fields) => fields.iter_mut().for_each(|field| field.texts_mut(change)),
            Self::Signatures(places) => {
                for place in places {
                    change(&mut place.role);
                    place.name.iter_mut().for_each(&mut *change);
                }
            }
            Self::Contents | Self::PageBreak => {}
        }
    }
}

impl Table {
    fn texts(&self) -> impl Iterator<Item = &Text> {
        self.caption.iter().chain(self.head.iter().chain(&self.rows).flatten().flatten())
    }
}

impl Field {
    pub(crate) fn texts(&self) -> Vec<&Text> {
        let mut texts = vec![&self.label];
        texts.extend(&self.hint);
        match &self.answer {
            Answer::Given(given) => texts.extend(given),
            Answer::Box { text, .. } => texts.push(text),
            Answer::Blank { .. } => {}
        }
        texts
    }

    pub(crate) fn texts_mut(&mut self, change: &mut impl FnMut(&mut Text)) {
        change(&mut self.label);
        self.hint.iter_mut().for_each(&mut *change);
        match &mut self.answer {
            Answer::Given(given) => given.iter_mut().for_each(change),
            Answer::Box { text, .. } => change(text),
            Answer::Blank { .. } => {}
        }
    }
}

/// Returns the words of blocks and of the blocks inside them, as they stand after changes: each text ends its line.
pub fn lines(blocks: &[Block]) -> String {
    let mut said = String::new();
    for block in blocks {
        block.visit(&mut |block| {
            for text in block.texts() {
                said.push_str(&text.plain());
                said.push('\n');
            }
        });
    }
    said
}
