//! The outline in a reader's side bar: rules below their parts.

use super::file::File;
use super::objects::{Ink, Number};
use crate::display::{OutlineEntry, Page, Place};
use crate::length::Length;
use crate::shape::is_seen;

/// Writes a place as an explicit destination; nowhere when there is no such page.
pub(super) fn destination(place: Place, page_numbers: &[Number], pages: &[Page], ink: &mut Ink) {
    let (Some(number), Some(page)) = (page_numbers.get(place.page), pages.get(place.page)) else {
        ink.sign("null");
        return;
    };
    // A little above the words, so that they do not stick to the window's edge.
    let top = page.height - (place.y - Length::pt(8)).max(Length::ZERO);
    ink.sign("[").reference(*number).sign(" /XYZ null ").length(top).sign(" null]");
}

/// One heading with those below it.
struct Node<'e> {
    entry: &'e OutlineEntry,
    below: Vec<Node<'e>>,
}

/// Writes the outline and returns its root; none for a paper without headings.
pub(super) fn write(
    file: &mut File,
    entries: &[OutlineEntry],
    page_numbers: &[Number],
    pages: &[Page],
) -> Option<Number> {
    // A heading without words would be an entry that nobody sees.
    let entries: Vec<&OutlineEntry> = entries.iter().filter(|entry| is_seen(&entry.words)).collect();
    let nodes = nest(&mut entries.as_slice(), 0);
    if nodes.is_empty() {
        return None;
    }
    let root = file.number();
    let writer = Writer { page_numbers, pages };
    let (first, last, count) = writer.level(file, root, &nodes, true)?;
    file.object(root, |ink| {
        ink.sign("<</Type /Outlines/First ").reference(first).sign("/Last ").reference(last);
        ink.sign("/Count ").integer(count).sign(">>");
    });
    Some(root)
}

/// Takes the entries below `above` from the front of `rest`.
fn nest<'e>(rest: &mut &[&'e OutlineEntry], above: u8) -> Vec<Node<'e>> {
    let mut nodes = Vec::new();
    while let Some((&entry, after)) = rest.split_first() {
        if entry.level <= above {
            break;
        }
        *rest = after;
        // The title stands beside the parts, not above them: one level less to open.
        let level = if entry.level == 1 { u8::MAX } else { entry.level };
        nodes.push(Node { entry, below: nest(rest, level) });
    }
    nodes
}

struct Writer<'p> {
    page_numbers: &'p [Number],
    pages: &'p [Page],
}

impl Writer<'_> {
    /// Writes the nodes of one level; returns the first, the last and how many are shown.
    fn level(
        &self,
        file: &mut File,
        parent: Number,
        nodes: &[Node<'_>],
        open: bool,
    ) -> Option<(Number, Number, i64)> {
        let numbers: Vec<Number> = nodes.iter().map(|_| file.number()).collect();
        let mut shown = 0;
        for (index, (node, number)) in nodes.iter().zip(&numbers).enumerate() {
            let below = self.level(file, *number, &node.below, false);
            file.object(*number, |ink| {
                ink.sign("<</Title ").text(&node.entry.words).sign("/Parent ").reference(parent);
                ink.sign("/Dest ");
                destination(node.entry.place, self.page_numbers, self.pages, ink);
                if let Some(previous) = index.checked_sub(1).and_then(|before| numbers.get(before)) {
                    ink.sign("/Prev ").reference(*previous);
                }
                if let Some(next) = numbers.get(index + 1) {
                    ink.sign("/Next ").reference(*next);
                }
                if let Some((first, last, count)) = below {
                    ink.sign("/First ").reference(first).sign("/Last ").reference(last);
                    // Parts are open, what is below rules is closed.
                    ink.sign("/Count ").integer(if open { count } else { -count });
                }
                ink.sign(">>");
            });
            shown += 1 + below.filter(|_| open).map_or(0, |(.., count)| count);
        }
        Some((*numbers.first()?, *numbers.last()?, shown))
    }
}
