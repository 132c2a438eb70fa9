//! What pages show, in layers of one stream each.
//!
//! The text of a page is a layer, and so is what stands behind and above it and what stands below: after an answer the
//! foot names another version, while most texts are the same again and are taken from an earlier file. What stands on
//! many pages alike is written once. Must not know what is in a file beside pages.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::content::content;
use super::file::Packed;
use super::fonts::{Cut, Subsets};
use super::tags::tag_name;
use crate::display::{Artifact, Chunk, Draw, Owner, Page, Pages};
use crate::length::Length;
use crate::remembered::Remembered;
use crate::structure::Structure;

/// Texts of earlier files.
pub(super) type Printed = Remembered<Sheet, Arc<Packed>>;

/// The layers of a file's pages.
pub(super) struct Layers<'p> {
    /// Each of them once.
    pub layers: Vec<Layer<'p>>,
    /// The places of those that a page shows, hindmost first; of every page.
    pub of_pages: Vec<Vec<usize>>,
}

/// Chunks of a page that are drawn in one stream.
pub(super) struct Layer<'p> {
    height: Length,
    chunks: &'p [Chunk],
    is_text: bool,
}

impl<'p> Layers<'p> {
    pub fn of(pages: &'p Pages) -> Self {
        let mut layers: Vec<Layer<'p>> = Vec::new();
        let mut of_pages = Vec::with_capacity(pages.pages.len());
        let mut before: [Option<usize>; 4] = [None; 4];
        for page in &pages.pages {
            for (chunks, known) in cut(&page.chunks).into_iter().zip(&mut before) {
                let is_known =
                    known.and_then(|known| layers.get(known)).is_some_and(|layer| layer.is(page, chunks));
                if chunks.iter().all(|chunk| chunk.draws.is_empty()) {
                    *known = None;
                } else if !is_known {
                    *known = Some(layers.len());
                    let is_text = chunks.iter().any(|chunk| !is_furniture(chunk));
                    layers.push(Layer { height: page.height, chunks, is_text });
                }
            }
            of_pages.push(before.iter().flatten().copied().collect());
        }
        Self { layers, of_pages }
    }
}

/// Cuts what a page shows into what is behind and above its text, the text, what is below it, and the page's number, which
/// comes last.
fn cut(chunks: &[Chunk]) -> [&[Chunk]; 4] {
    let above = chunks.iter().take_while(|chunk| is_furniture(chunk)).count();
    let (above, rest) = chunks.split_at(above);
    let below = rest.iter().rev().take_while(|chunk| is_furniture(chunk)).count();
    let (text, below) = rest.split_at(rest.len() - below);
    let (below, number) = below.split_at(below.len().saturating_sub(1));
    [above, text, below, number]
}

fn is_furniture(chunk: &Chunk) -> bool {
    matches!(chunk.owner, Owner::Artifact(Artifact::Header | Artifact::Footer | Artifact::Watermark))
}

impl Layer<'_> {
    /// Whether it is what another page shows too. A text never is: its tags are of its own page.
    fn is(&self, page: &Page, chunks: &[Chunk]) -> bool {
        !self.is_text && self.height == page.height && self.chunks == chunks
    }
}

/// All that a text's stream follows from.
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

/// A layer to be written.
pub(super) struct Printing<'p> {
    pub layer: &'p Layer<'p>,
    pub structure: &'p Structure,
    pub subsets: &'p Subsets,
}

impl Printing<'_> {
    /// The layer's stream, as an earlier file had it or written now.
    pub fn packed(&self, printed: &Printed) -> Arc<Packed> {
        if !self.layer.is_text {
            // Short, and seldom the same in another file.
            return Arc::new(self.written());
        }
        let mark = self.mark();
        if let Some(known) = printed.get(mark, |sheet| self.is(sheet)) {
            return known;
        }
        let packed = Arc::new(self.written());
        printed.keep(mark, self.sheet(), Arc::clone(&packed));
        packed
    }

    fn written(&self) -> Packed {
        let Layer { height, chunks, .. } = self.layer;
        Packed::deflate(content(chunks, *height, self.structure, self.subsets))
    }

    /// What two texts seldom share: where their chunks begin, and with what.
    fn mark(&self) -> u64 {
        let mut mark = DefaultHasher::new();
        for chunk in self.layer.chunks {
            chunk.draws.len().hash(&mut mark);
            if let Some(Draw::Glyphs(run)) = chunk.draws.first() {
                (run.at.x.0, run.at.y.0, &run.shaped.text).hash(&mut mark);
            }
        }
        mark.finish()
    }

    fn is(&self, sheet: &Sheet) -> bool {
        let chunks = self.layer.chunks;
        let same = |(chunk, (tag, draws)): (&Chunk, &(Tag, Vec<Draw>))| {
            Tag::of(chunk, self.structure) == *tag && chunk.draws == *draws
        };
        let cut =
            |cut: &Arc<Cut>| self.subsets.get(&cut.face).is_some_and(|subset| Arc::ptr_eq(&subset.cut, cut));
        self.layer.height == sheet.height
            && chunks.len() == sheet.chunks.len()
            && chunks.iter().zip(&sheet.chunks).all(same)
            && sheet.cuts.iter().all(cut)
    }

    fn sheet(&self) -> Sheet {
        let chunks = self.layer.chunks.iter();
        let mut cuts: Vec<Arc<Cut>> = Vec::new();
        for draw in chunks.clone().flat_map(|chunk| &chunk.draws) {
            let (Draw::Glyphs(run) | Draw::Watermark { run, .. }) = draw else { continue };
            if cuts.iter().all(|cut| cut.face != run.face) {
                cuts.extend(self.subsets.get(&run.face).map(|subset| Arc::clone(&subset.cut)));
            }
        }
        Sheet {
            height: self.layer.height,
            chunks: chunks.map(|chunk| (Tag::of(chunk, self.structure), chunk.draws.clone())).collect(),
            cuts,
        }
    }
}
