//! A whole paper and what stands on each of its pages.

use crate::{Block, Foreign};

/// A document of a pack, or any other paper, before it is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Stable name, fit for a file name: "rules", "founding-minutes".
    pub slug: String,
    /// Title as shown in a list, a window or a reader's title bar.
    pub title: String,
    /// Language of its text.
    pub language: Language,
    /// Words in it that are of another.
    pub foreign: Vec<Foreign>,
    /// Who it is for.
    pub audience: Audience,
    /// What stands around the text on each page.
    pub furniture: Furniture,
    /// The text.
    pub blocks: Vec<Block>,
}

/// What stands on each page beside the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Furniture {
    /// What the paper is: the co-op's name and the paper's title. On each page.
    pub header: String,
    /// Which version of it, and the date. On each page, beside "page x of y".
    pub footer: String,
    /// Whether each page bears the word DRAFT.
    pub draft: bool,
    /// A line at the top of each page when the paper holds private data.
    pub private: Option<String>,
    /// Whether 25 mm stay clear at the top of page one for a registrar's stamp.
    pub stamp_space: bool,
    /// Whether pages have a border, as certificates do.
    pub border: bool,
}

/// Who a paper is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Goes to the registrar, or is copied into the registrar's form.
    Registrar,
    /// Signed by people and then kept or sent.
    Signing,
    /// Kept by the co-op.
    Keep,
}

/// A BCP 47 language tag, such as `en-GB` or `cy`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language(pub &'static str);

impl Language {
    /// English as written in Britain.
    pub const ENGLISH: Self = Self("en-GB");
    /// Welsh.
    pub const WELSH: Self = Self("cy");
}

impl Paper {
    /// Calls `visit` for every block, in reading order.
    pub fn visit<'a>(&'a self, visit: &mut impl FnMut(&'a Block)) {
        self.blocks.iter().for_each(|block| block.visit(visit));
    }
}
