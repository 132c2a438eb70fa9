//! The outline in a reader's side bar: rules below their parts.

use lopdf::{Document, Object, ObjectId};

use super::objects::{dictionary, text};
use crate::display::{OutlineEntry, Page, Place};
use crate::length::Length;
use crate::shape::is_seen;

/// A place as an explicit destination.
pub(super) fn destination(place: Place, page_ids: &[ObjectId], pages: &[Page]) -> Option<Object> {
    let page = *page_ids.get(place.page)?;
    let height = pages.get(place.page)?.height;
    // A little above the words, so that they do not stick to the window's edge.
    let top = height - (place.y - Length::pt(8)).max(Length::ZERO);
    Some(Object::Array(vec![
        page.into(),
        super::objects::name("XYZ"),
        Object::Null,
        Object::Real(top.points()),
        Object::Null,
    ]))
}

/// One heading with those below it.
struct Node<'e> {
    entry: &'e OutlineEntry,
    below: Vec<Node<'e>>,
}

/// Writes the outline and returns its root; none for a paper without headings.
pub(super) fn write(
    document: &mut Document,
    entries: &[OutlineEntry],
    page_ids: &[ObjectId],
    pages: &[Page],
) -> Option<ObjectId> {
    // A heading without words would be an entry that nobody sees.
    let entries: Vec<&OutlineEntry> = entries.iter().filter(|entry| is_seen(&entry.words)).collect();
    let nodes = nest(&mut entries.as_slice(), 0);
    if nodes.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let writer = Writer { page_ids, pages };
    let (first, last, count) = writer.level(document, root, &nodes, true)?;
    let outline = dictionary([
        ("Type", super::objects::name("Outlines")),
        ("First", first.into()),
        ("Last", last.into()),
        ("Count", Object::Integer(count)),
    ]);
    document.set_object(root, outline);
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
    page_ids: &'p [ObjectId],
    pages: &'p [Page],
}

impl Writer<'_> {
    /// Writes the nodes of one level; returns the first, the last and how many are shown.
    fn level(
        &self,
        document: &mut Document,
        parent: ObjectId,
        nodes: &[Node<'_>],
        open: bool,
    ) -> Option<(ObjectId, ObjectId, i64)> {
        let ids: Vec<ObjectId> = nodes.iter().map(|_| document.new_object_id()).collect();
        let mut shown = 0;
        for (index, (node, id)) in nodes.iter().zip(&ids).enumerate() {
            let mut item = dictionary([("Title", text(&node.entry.words)), ("Parent", parent.into())]);
            if let Some(destination) = destination(node.entry.place, self.page_ids, self.pages) {
                item.set("Dest", destination);
            }
            if let Some(previous) = index.checked_sub(1).and_then(|before| ids.get(before)) {
                item.set("Prev", *previous);
            }
            if let Some(next) = ids.get(index + 1) {
                item.set("Next", *next);
            }
            shown += 1;
            if let Some((first, last, count)) = self.level(document, *id, &node.below, false) {
                item.set("First", first);
                item.set("Last", last);
                // Parts are open, what is below rules is closed.
                item.set("Count", Object::Integer(if open { count } else { -count }));
                shown += if open { count } else { 0 };
            }
            document.set_object(*id, item);
        }
        Some((*ids.first()?, *ids.last()?, shown))
    }
}
