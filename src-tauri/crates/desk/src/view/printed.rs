//! A page as it will be printed, of a paper or of an edition of the constitution.

use typeset::{Fonts, Pages};

use super::{FrameView, Html};
use crate::reading::ReadersEdition;

/// One page of a paper, as it will be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedPage {
    /// Which page this is, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// The page as an SVG element, with a label that says which page it is.
    pub svg: Html,
    /// What the page says, a line for each paragraph, heading, item or row, for whoever does not see it.
    pub words: Vec<String>,
}

impl PrintedPage {
    /// Returns a page, counted from 1; beyond the last, the last.
    pub(crate) fn of(laid_out: &Pages, fonts: &Fonts, page: usize) -> Option<Self> {
        let pages = laid_out.pages.len();
        let page = page.clamp(1, pages);
        Some(Self {
            page,
            pages,
            svg: Html(typeset::svg(laid_out, fonts, page - 1)?),
            words: typeset::page_words(laid_out, page - 1)?,
        })
    }
}

/// One page of an edition for readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionPageView {
    /// The frame.
    pub frame: FrameView,
    /// Which edition.
    pub which: ReadersEdition,
    /// Whether something stops the final pack, so that every page says DRAFT.
    pub draft: bool,
    /// When the moment was that it is marked against: "24 November 2026, 14:02". None where it is against none.
    pub when: Option<String>,
    /// The page.
    pub printed: PrintedPage,
}
