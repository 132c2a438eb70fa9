//! The pack.

use document::{Answer, Block};
use formation::pack::{Edition, PackPaper, audience_words, paper};
use typeset::Print;

use super::{FindingView, FrameView, PrintedPage, Saved};
use crate::act::PackKind;
use crate::pack::{edition, folder_name};
use crate::remembered::{PaperSize, Papers};
use crate::worked_out::WorkedOut;

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
    /// How many things copies disagree on: while there are any, no final pack is made.
    pub conflicts: usize,
    /// A name for the pack's folder.
    pub folder_name: String,
}

/// One page of a paper, as it will be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperPageView {
    /// The frame.
    pub frame: FrameView,
    /// The paper.
    pub paper: PaperRow,
    /// The page.
    pub printed: PrintedPage,
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
    /// What to do with it; empty when that goes without saying.
    pub purpose: String,
    /// "For the registrar", "To sign", "To keep".
    pub audience: &'static str,
    /// Who signs it; empty when nobody does.
    pub signers: String,
    /// How many pages it has.
    pub pages: usize,
    /// Whether it holds private data.
    pub private: bool,
    /// How far it is.
    pub state: PaperState,
}

/// How far a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperState {
    /// Something stops the final pack, so every page says DRAFT.
    Draft,
    /// So many answers are left to be written in by hand, beside the places to sign.
    Blanks(usize),
    /// Nothing is left to be written in.
    Ready,
}

impl PaperRow {
    fn of(number: usize, paper: &PackPaper, pages: usize, edition: &Edition) -> Self {
        let state = match blanks(&paper.paper.blocks) {
            _ if edition.draft => PaperState::Draft,
            0 => PaperState::Ready,
            blanks => PaperState::Blanks(blanks),
        };
        Self {
            number,
            slug: paper.paper.slug.clone(),
            title: paper.paper.title.clone(),
            purpose: paper.next.clone().unwrap_or_default(),
            audience: audience_words(paper.paper.audience),
            signers: paper.signers.clone().unwrap_or_default(),
            pages,
            private: paper.private,
            state,
        }
    }
}

/// How many rows of a paper's forms have no answer yet.
fn blanks(blocks: &[Block]) -> usize {
    let mut count = 0;
    let mut visit = |block: &Block| {
        if let Block::Fields(fields) = block {
            count += fields.iter().filter(|field| matches!(field.answer, Answer::Blank { .. })).count();
        }
    };
    blocks.iter().for_each(|block| block.visit(&mut visit));
    count
}

/// The edition that is shown: a draft while something stops the final pack.
pub(crate) fn shown_edition(worked_out: &WorkedOut<'_>) -> Edition {
    let kind = if worked_out.blockers().next().is_some() { PackKind::Draft } else { PackKind::Final };
    edition(worked_out, kind)
}

impl PaperPageView {
    /// Returns a page, counted from 1, of a paper of the pack; none when there is no such paper. Where the paper became
    /// shorter, its last page.
    pub(crate) fn of(
        worked_out: &WorkedOut<'_>,
        id: &str,
        saved: Saved,
        (slug, page): (&str, usize),
        laid_out: &Papers,
    ) -> Option<Self> {
        let edition = shown_edition(worked_out);
        // Alone: the others have no part in what is seen after an answer.
        let (number, paper) = paper(&worked_out.case(), &edition, slug)?;
        let fonts = &worked_out.assets.fonts;
        let printed = PrintedPage::of(&laid_out.pages(&paper.paper, Print::Usual, fonts), fonts, page)?;
        Some(Self {
            frame: FrameView::of(worked_out, id, saved),
            paper: PaperRow::of(number, &paper, printed.pages, &edition),
            printed,
        })
    }
}

impl PackView {
    /// Returns the pack as it is now: its papers, each with its size. `conflicts` is how many things copies disagree on.
    pub(crate) fn of<'p>(
        worked_out: &WorkedOut<'_>,
        id: &str,
        (saved, conflicts): (Saved, usize),
        edition: &Edition,
        papers: impl Iterator<Item = (&'p PackPaper, &'p PaperSize)>,
    ) -> Self {
        let papers = (1..).zip(papers);
        let name = worked_out.answers.text("name").unwrap_or_default();
        Self {
            frame: FrameView::of(worked_out, id, saved),
            papers: papers
                .map(|(number, (paper, size))| PaperRow::of(number, paper, size.pages, edition))
                .collect(),
            blockers: worked_out.blockers().map(|finding| FindingView::of(worked_out, finding)).collect(),
            warnings: worked_out.open_warnings().count(),
            conflicts,
            folder_name: folder_name(name, worked_out.today, edition.draft),
        }
    }
}
