//! The papers that were laid out last, by everything that is in them. All are laid out with the app's own faces.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use document::{Furniture, Paper};
use typeset::{Fonts, Pages, Print, foot_lines, lay_out, lay_out_in};

use crate::failure::Failure;
use crate::pack::on_all_cores;
use crate::stop::Stop;

/// So many papers' sizes are remembered: two packs.
const MOST: usize = 48;
/// Of one paper.
const MOST_OF_ONE: usize = 3;

/// What is said of a paper that was laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PaperSize {
    /// How many pages it has.
    pub pages: usize,
    /// The page, counted from 0, of each place to sign.
    pub to_sign: Vec<usize>,
}

/// A paper that was laid out.
struct Known {
    paper: Paper,
    /// How many lines its foot has.
    foot: usize,
    size: PaperSize,
}

#[derive(Default)]
pub(crate) struct Papers {
    /// By slug, so that few are compared; the latest last.
    sizes: RefCell<BTreeMap<String, VecDeque<Known>>>,
    /// The paper whose pages were shown last.
    shown: RefCell<Option<(Paper, Print, Arc<Pages>)>>,
}

impl Papers {
    /// Returns how large papers are, in their order: those that are not known are laid out on all cores.
    ///
    /// # Errors
    /// When laying out fails as no paper of ours should.
    pub fn sizes(&self, papers: &[&Paper], fonts: &Fonts) -> Result<Vec<PaperSize>, Failure> {
        let known: Vec<Option<PaperSize>> = papers.iter().map(|paper| self.size(paper, fonts)).collect();
        let unknown = papers.iter().zip(&known).filter(|(_, known)| known.is_none());
        let unknown: Vec<&Paper> = unknown.map(|(paper, _)| *paper).collect();
        let made = on_all_cores(unknown, &Stop::default(), |paper| {
            let laid_out = lay_out(paper, fonts);
            Ok((paper, PaperSize { pages: laid_out.pages.len(), to_sign: laid_out.pages_to_sign() }))
        })?;
        for (paper, size) in &made {
            self.keep(paper, foot_lines(paper, fonts), size);
        }
        let mut made = made.into_iter().map(|(_, size)| size);
        Ok(known.into_iter().filter_map(|known| known.or_else(|| made.next())).collect())
    }

    fn size(&self, paper: &Paper, fonts: &Fonts) -> Option<PaperSize> {
        let sizes = self.sizes.borrow();
        let known = sizes.get(&paper.slug)?;
        let foot = foot_lines(paper, fonts);
        let is_same = |one: &&Known| one.foot == foot && is_but_for_its_foot(&one.paper, paper);
        known.iter().rev().find(is_same).map(|one| one.size.clone())
    }

    fn keep(&self, paper: &Paper, foot: usize, size: &PaperSize) {
        let mut sizes = self.sizes.borrow_mut();
        if sizes.values().map(VecDeque::len).sum::<usize>() >= MOST {
            sizes.clear();
        }
        let known = sizes.entry(paper.slug.clone()).or_default();
        if known.len() >= MOST_OF_ONE {
            known.pop_front();
        }
        known.push_back(Known { paper: paper.clone(), foot, size: size.clone() });
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

/// Whether a paper is another, but for the words of its foot. Those name the version, which is another after each act,
/// and nothing of a paper's size hangs on more of them than how many lines they take.
fn is_but_for_its_foot(one: &Paper, other: &Paper) -> bool {
    let Paper { slug, title, language, foreign, audience, furniture, blocks } = other;
    let furniture = Furniture { footer: one.furniture.footer.clone(), ..furniture.clone() };
    (&one.slug, &one.title, &one.language, &one.foreign) == (slug, title, language, foreign)
        && (one.audience, &one.furniture, &one.blocks) == (*audience, &furniture, blocks)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use document::{Audience, Block, Language};

    use super::*;
    use crate::assets::Assets;

    fn paper(footer: &str) -> Paper {
        Paper {
            slug: "rules".to_owned(),
            title: "Rules".to_owned(),
            language: Language::ENGLISH,
            foreign: Vec::new(),
            audience: Audience::Keep,
            furniture: Furniture { footer: footer.to_owned(), ..Furniture::default() },
            blocks: (0..1000)
                .map(|at| Block::body(format!("This is paragraph {at} of a thousand.")))
                .collect(),
        }
    }

    #[test]
    fn a_size_hangs_on_all_of_a_paper_but_the_words_of_its_foot() {
        let assets = Assets::embedded().unwrap();
        let fonts = &assets.fonts;
        let long = "Version of many words ".repeat(30);
        let draft = |footer| {
            let mut paper = paper(footer);
            paper.furniture.draft = true;
            paper
        };
        let mut less = paper("Version a1, 1 December 2026");
        less.blocks.truncate(20);
        for (other, is_known) in [
            (paper("Version b2, 2 December 2026"), true),
            (paper(&long), false),
            (draft("Version a1, 1 December 2026"), false),
            (less, false),
        ] {
            let papers = Papers::default();
            papers.sizes(&[&paper("Version a1, 1 December 2026")], fonts).unwrap();
            let known = papers.size(&other, fonts);
            assert_eq!(known.is_some(), is_known, "{:?}", other.furniture);
            let size = papers.sizes(&[&other], fonts).unwrap();
            assert_eq!(size[0].pages, lay_out(&other, fonts).pages.len(), "{:?}", other.furniture);
        }
        // And the foot of many lines leaves less room.
        assert!(lay_out(&paper(&long), fonts).pages.len() > lay_out(&paper("short"), fonts).pages.len());
    }
}
