//! The structure tree: what the drawn chunks mean, for screen readers and reflow.
//!
//! Elements are kept in the order in which they were made, each with its parent; which chunks
//! belong to one is said by the chunks. This module must not know where anything is drawn.

/// An element of a [`Structure`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(pub u32);

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The whole paper.
    Document,
    /// A heading with what it heads.
    Section,
    /// A heading of level 1 to 4.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A remark beside the text, a box to be noticed.
    Aside,
    /// A list.
    List(Counting),
    /// An item of a list.
    ListItem,
    /// Its label.
    Label,
    /// Its text.
    ListBody,
    /// A table, or a form's rows.
    Table,
    /// What a table shows.
    Caption,
    /// The head rows of a table.
    TableHead,
    /// The other rows.
    TableBody,
    /// A row.
    Row,
    /// A cell that heads its column, or its row.
    HeadCell {
        /// True when it heads its row.
        row: bool,
    },
    /// A cell.
    Cell,
    /// The list of contents.
    Contents,
    /// One line of it.
    ContentsItem,
    /// Words that refer to another place.
    Reference,
    /// Words that lead to another place.
    Link,
    /// Words that came or went since an earlier edition.
    Changed {
        /// True when they came.
        inserted: bool,
    },
    /// Words in another direction or language than their neighbours.
    Span,
}

/// How the labels of a list count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// They do not: bullets.
    Not,
    /// 1, 2, 3; or 21.1, 21.2.
    Numbers,
    /// (a), (b), (c).
    Letters,
    /// (i), (ii), (iii).
    Roman,
}

/// One element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// What it is part of; none for the root.
    pub parent: Option<ElementId>,
    /// Its words in reading order, where the glyphs stand in another order.
    pub actual: Option<String>,
    /// Its language, where it is not the paper's.
    pub language: Option<&'static str>,
}

/// All elements of a paper; the first is the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structure {
    elements: Vec<Element>,
}

impl Structure {
    /// The root.
    pub const ROOT: ElementId = ElementId(0);

    pub(crate) fn new() -> Self {
        let root = Element { role: Role::Document, parent: None, actual: None, language: None };
        Self { elements: vec![root] }
    }

    /// Adds an element below another and returns it.
    pub(crate) fn add(&mut self, parent: ElementId, role: Role) -> ElementId {
        let id = ElementId(u32::try_from(self.elements.len()).unwrap_or(u32::MAX));
        self.elements.push(Element { role, parent: Some(parent), actual: None, language: None });
        id
    }

    pub(crate) fn get_mut(&mut self, id: ElementId) -> Option<&mut Element> {
        self.elements.get_mut(id.0 as usize)
    }

    /// Returns an element.
    pub fn get(&self, id: ElementId) -> Option<&Element> {
        self.elements.get(id.0 as usize)
    }

    /// Returns all elements with their ids, in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = (ElementId, &Element)> {
        (0u32..).map(ElementId).zip(&self.elements)
    }

    /// Returns how many elements there are.
    pub fn count(&self) -> usize {
        self.elements.len()
    }
}
