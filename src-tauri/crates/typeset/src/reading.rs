//! Content in the order in which it is read.
//!
//! A row too tall for a page is torn between its lines, so that the lines of its cells alternate. Here
//! each cell's lines come together again. Must not move anything on the page: order is all it changes.

use crate::display::{Chunk, Owner, Page};
use crate::structure::{ElementId, Role, Structure};

/// Orders the chunks of every page.
pub(crate) fn order(pages: &mut [Page], structure: &Structure) {
    for page in pages {
        page.chunks.chunk_by_mut(|a, b| same_row(a, b, structure)).for_each(|row| {
            row.sort_by_key(|chunk| place(chunk, structure).map(|(_, cell)| cell));
        });
    }
}

fn same_row(a: &Chunk, b: &Chunk, structure: &Structure) -> bool {
    match (place(a, structure), place(b, structure)) {
        (Some((one, _)), Some((other, _))) => one == other,
        _ => false,
    }
}

/// The row and the cell that a chunk belongs to.
fn place(chunk: &Chunk, structure: &Structure) -> Option<(ElementId, ElementId)> {
    let Owner::Element(mut id) = chunk.owner else { return None };
    loop {
        let element = structure.get(id)?;
        let parent = element.parent?;
        if matches!(element.role, Role::Cell | Role::HeadCell { .. }) {
            return Some((parent, id));
        }
        id = parent;
    }
}
