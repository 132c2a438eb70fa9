//! The papers that were laid out last, by everything that is in them. All are laid out with the app's own faces.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use document::Paper;
use typeset::{Fonts, Pages, Print, lay_out, lay_out_in};

use crate::failure::Failure;
use crate::pack::on_all_cores;
use crate::stop::Stop;

/// So many papers' sizes are remembered: two packs.
const MOST: usize = 48;

/// What is said of a paper that was laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PaperSize {
    /// How many pages it has.
    pub pages: usize,
    /// The page, counted from 0, of each place to sign.
    pub to_sign: Vec<usize>,
}

#[derive(Default)]
pub(crate) struct Papers {
    /// By slug, so that few are compared; the latest last.
    sizes: RefCell<BTreeMap<String, VecDeque<(Paper, PaperSize)>>>,
    /// The paper whose pages were shown last.
    shown: RefCell<Option<(Paper, Print, Arc<Pages>)>>,
}

impl Papers {
    /// Returns how large papers are, in their order: those that are not known are laid out on all cores.
    ///
    /// # Errors
    /// When laying out fails as no paper of ours should.
    pub fn sizes(&self, papers: &[&Paper], fonts: &Fonts) -> Result<Vec<PaperSize>, Failure> {
        let known: Vec<Option<PaperSize>> = papers.iter().map(|paper| self.size(paper)).collect();
        let unknown = papers.iter().zip(&known).filter(|(_, known)| known.is_none());
        let unknown: Vec<&Paper> = unknown.map(|(paper, _)| *paper).collect();
        let made = on_all_cores(unknown, &Stop::default(), |paper| {
            let laid_out = lay_out(paper, fonts);
            Ok((paper, PaperSize { pages: laid_out.pages.len(), to_sign: laid_out.pages_to_sign() }))
        })?;
        for (paper, size) in &made {
            self.keep(paper, size);
        }
        let mut made = made.into_iter().map(|(_, size)| size);
        Ok(known.into_iter().filter_map(|known| known.or_else(|| made.next())).collect())
    }

    fn size(&self, paper: &Paper) -> Option<PaperSize> {
        let sizes = self.sizes.borrow();
        let same = sizes.get(&paper.slug)?.iter().rev().find(|(one, _)| one == paper);
        same.map(|(_, size)| size.clone())
    }

    fn keep(&self, paper: &Paper, size: &PaperSize) {
        let mut sizes = self.sizes.borrow_mut();
        if sizes.values().map(VecDeque::len).sum::<usize>() >= MOST {
            sizes.clear();
        }
        sizes.entry(paper.slug.clone()).or_default().push_back((paper.clone(), size.clone()));
    }

    /// Returns the pages of a paper that is read page by page.
    pub fn pages(&self, paper: &Paper, print: Print, fonts: &Fonts) -> Arc<Pages> {
        let mut shown = self.shown.borrow_mut();
        if let Some((one, large, pages)) = &*shown
            && (one, *large) == (paper, print)
        {
            return Arc::clone(pages);
        }
        let pages = Arc::new(lay_out_in(paper, fonts, print));
        *shown = Some((paper.clone(), print, Arc::clone(&pages)));
        pages
    }
}
