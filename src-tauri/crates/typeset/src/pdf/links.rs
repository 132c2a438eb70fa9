//! Links as annotations: invisible areas that lead to another place of the paper.

use lopdf::{Document, Object, ObjectId};

use super::objects::{dictionary, name, text};
use super::outline::destination;
use crate::display::Pages;
use crate::structure::ElementId;

/// A link that was written.
pub(super) struct WrittenLink {
    pub page: usize,
    pub annotation: ObjectId,
    pub element: ElementId,
}

/// Writes the links of every page. Keys into the parent tree start at the number of pages.
pub(super) fn write(
    document: &mut Document,
    pages: &Pages,
    page_ids: &[ObjectId],
) -> Result<Vec<WrittenLink>, lopdf::Error> {
    let mut written = Vec::new();
    for (index, (page, page_id)) in pages.pages.iter().zip(page_ids).enumerate() {
        let mut annotations = Vec::new();
        for link in &page.links {
            let Some(to) = destination(link.to, page_ids, &pages.pages) else { continue };
            let bottom = page.height - link.at.y - link.height;
            let corners = [link.at.x, bottom, link.at.x + link.width, bottom + link.height];
            let key = pages.pages.len() + written.len();
            let annotation = document.add_object(dictionary([
                ("Type", name("Annot")),
                ("Subtype", name("Link")),
                ("Rect", Object::Array(corners.iter().map(|c| Object::Real(c.points())).collect())),
                ("Border", Object::Array(vec![0.into(), 0.into(), 0.into()])),
                // Printed with the page, as PDF/A asks.
                ("F", 4.into()),
                ("Contents", text(link.words.trim())),
                ("Dest", to),
                ("P", (*page_id).into()),
                ("StructParent", Object::Integer(i64::try_from(key).unwrap_or(i64::MAX))),
            ]));
            annotations.push(Object::from(annotation));
            written.push(WrittenLink { page: index, annotation, element: link.element });
        }
        let page = document.get_object_mut(*page_id)?.as_dict_mut()?;
        if annotations.is_empty() {
            page.remove(b"Annots");
        } else {
            page.set("Annots", Object::Array(annotations));
        }
    }
    Ok(written)
}
