//! Pages as content streams, and those of earlier files: after an edit, most pages are the same again.
//!
//! A page is the same when everything drawn on it is, with the same cuts of the same faces. Must not know what is in
//! a file beside pages.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::PdfError;
use super::content::content;
use super::file::Packed;
use super::fonts::{Cut, Subsets};
use super::tags::tag_name;
use crate::display::{Artifact, Chunk, Draw, Owner, Page};
use crate::length::Length;
use crate::remembered::Remembered;
use crate::structure::Structure;

/// Pages of earlier files.
pub(super) type Printed = Remembered<Sheet, Arc<Packed>>;

/// All that a page's content follows from.
#[derive(Debug)]
pub(super) struct Sheet {
    height: Length,
    chunks: Vec<(Tag, Vec<Draw>)>,
    cuts: Vec<Arc<Cut>>,
}

/// What a chunk is marked as.
#[derive(Debug, PartialEq, Eq)]
enum Tag {
    /// The tag's name, and whether it says how it is read.
    Element(&'static str, bool),
    Artifact(Artifact),
}

impl Tag {
    fn of(chunk: &Chunk, structure: &Structure) -> Self {
        match chunk.owner {
            Owner::Artifact(artifact) => Self::Artifact(artifact),
            Owner::Element(id) => {
                let element = structure.get(id);
                let actual = element.is_some_and(|element| element.actual.is_some());
                Self::Element(element.map_or("", |element| tag_name(element.role)), actual)
            }
        }
    }
}

/// A page to be written.
pub(super) struct Printing<'p> {
    pub page: &'p Page,
    pub structure: &'p Structure,
    pub subsets: &'p Subsets,
}

impl Printing<'_> {
    /// The page's content, as an earlier file had it or written now.
    pub fn packed(&self, printed: &Printed) -> Result<Arc<Packed>, PdfError> {
        let mark = self.mark();
        if let Some(known) = printed.get(mark, |sheet| self.is(sheet)) {
            return Ok(known);
        }
        let content = content(self.page, self.structure, self.subsets)?;
        let packed = Arc::new(Packed::deflate(content));
        printed.keep(mark, self.sheet(), Arc::clone(&packed));
        Ok(packed)
    }

    /// What two pages seldom share: where their chunks begin, and with what.
    fn mark(&self) -> u64 {
        let mut mark = DefaultHasher::new();
        for chunk in &self.page.chunks {
            chunk.draws.len().hash(&mut mark);
            if let Some(Draw::Glyphs(run)) = chunk.draws.first() {
                (run.at.x.0, run.at.y.0, &run.shaped.text).hash(&mut mark);
            }
        }
        mark.finish()
    }

    fn is(&self, sheet: &Sheet) -> bool {
        let same = |(chunk, (tag, draws)): (&Chunk, &(Tag, Vec<Draw>))| {
            Tag::of(chunk, self.structure) == *tag && chunk.draws == *draws
        };
        let cut =
            |cut: &Arc<Cut>| self.subsets.get(&cut.face).is_some_and(|subset| Arc::ptr_eq(&subset.cut, cut));
        self.page.height == sheet.height
            && self.page.chunks.len() == sheet.chunks.len()
            && self.page.chunks.iter().zip(&sheet.chunks).all(same)
            && sheet.cuts.iter().all(cut)
    }

    fn sheet(&self) -> Sheet {
        let chunks = self.page.chunks.iter();
        let mut cuts: Vec<Arc<Cut>> = Vec::new();
        for draw in chunks.clone().flat_map(|chunk| &chunk.draws) {
            let (Draw::Glyphs(run) | Draw::Watermark { run, .. }) = draw else { continue };
            if cuts.iter().all(|cut| cut.face != run.face) {
                cuts.extend(self.subsets.get(&run.face).map(|subset| Arc::clone(&subset.cut)));
            }
        }
        Sheet {
            height: self.page.height,
            chunks: chunks.map(|chunk| (Tag::of(chunk, self.structure), chunk.draws.clone())).collect(),
            cuts,
        }
    }
}
