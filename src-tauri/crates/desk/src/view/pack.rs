//! The pack.

use formation::pack::{audience_words, papers};
use typeset::lay_out;

use super::Saved;
use crate::act::PackKind;
use crate::pack::{edition, folder_name};
use crate::worked_out::WorkedOut;

use super::{FindingView, FrameView};

/// The pack's papers, and whether it can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackView {
    /// The frame.
    pub frame: FrameView,
    /// The papers, in order.
    pub papers: Vec<PaperRow>,
    /// What stops a final pack.
    pub blockers: Vec<FindingView>,
    /// How many warnings nobody has accepted.
    pub warnings: usize,
    /// A name for the pack's folder.
    pub folder_name: String,
}

/// One page of a paper, as it will be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperPageView {
    /// The paper's slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Which page this is, from 1.
    pub page: usize,
    /// How many pages it has.
    pub pages: usize,
    /// The page as an SVG element, with a label that says which page it is.
    pub svg: String,
}

impl PaperPageView {
    /// Returns a page, counted from 1, of a paper of the pack; none when there is none.
    pub(crate) fn of(worked_out: &WorkedOut<'_>, slug: &str, page: usize) -> Option<Self> {
        let kind = if worked_out.blockers().next().is_some() { PackKind::Draft } else { PackKind::Final };
        let edition = edition(worked_out, kind);
        let paper = formation::pack::paper(&worked_out.case(), &edition, slug)?;
        let fonts = &worked_out.assets.fonts;
        let laid_out = lay_out(&paper.paper, fonts);
        Some(Self {
            slug: slug.to_owned(),
            title: paper.paper.title,
            page,
            pages: laid_out.pages.len(),
            svg: typeset::svg(&laid_out, fonts, page.checked_sub(1)?)?,
        })
    }
}

/// One paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperRow {
    /// Its number in the pack, from 1.
    pub number: usize,
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// "For the registrar", "To sign", "To keep".
    pub audience: &'static str,
    /// Who signs it; empty when nobody does.
    pub signers: String,
    /// How many pages it has.
    pub pages: usize,
    /// Whether it holds private data.
    pub private: bool,
}

impl PackView {
    pub(crate) fn of(worked_out: &WorkedOut<'_>, id: &str, saved: Saved) -> Self {
        let kind = if worked_out.blockers().next().is_some() { PackKind::Draft } else { PackKind::Final };
        let edition = edition(worked_out, kind);
        let papers = papers(&worked_out.case(), &edition)
            .into_iter()
            .enumerate()
            .map(|(index, paper)| PaperRow {
                number: index + 1,
                slug: paper.paper.slug.clone(),
                title: paper.paper.title.clone(),
                audience: audience_words(paper.paper.audience),
                signers: paper.signers.unwrap_or_default(),
                pages: lay_out(&paper.paper, &worked_out.assets.fonts).pages.len(),
                private: paper.private,
            })
            .collect();
        let name = worked_out.answers.text("name").unwrap_or_default();
        Self {
            frame: FrameView::of(worked_out, id, saved),
            papers,
            blockers: worked_out.blockers().map(|finding| FindingView::of(worked_out, finding)).collect(),
            warnings: worked_out.open_warnings().count(),
            folder_name: folder_name(name, worked_out.today, edition.draft),
        }
    }
}
