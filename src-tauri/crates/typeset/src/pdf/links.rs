//! Links as annotations: invisible areas that lead to another place of the paper.

use super::file::File;
use super::objects::Number;
use super::outline::destination;
use crate::display::Pages;
use crate::structure::ElementId;

/// A link that was written.
pub(super) struct WrittenLink {
    pub page: usize,
    pub annotation: Number,
    pub element: ElementId,
}

/// Writes the links of every page. Keys into the parent tree start at the number of pages.
pub(super) fn write(file: &mut File, pages: &Pages, page_numbers: &[Number]) -> Vec<WrittenLink> {
    let mut written = Vec::new();
    for (index, (page, page_number)) in pages.pages.iter().zip(page_numbers).enumerate() {
        for link in page.links.iter().filter(|link| link.to.page < page_numbers.len()) {
            let bottom = page.height - link.at.y - link.height;
            let annotation = file.number();
            file.object(annotation, |ink| {
                ink.sign("<</Type /Annot/Subtype /Link/Rect [").length(link.at.x).sign(" ").length(bottom);
                ink.sign(" ").length(link.at.x + link.width).sign(" ").length(bottom + link.height);
                // Printed with the page, as PDF/A asks.
                ink.sign("]/Border [0 0 0]/F 4/Contents ").text(link.words.trim()).sign("/Dest ");
                destination(link.to, page_numbers, &pages.pages, ink);
                ink.sign("/P ").reference(*page_number);
                ink.sign("/StructParent ").count(pages.pages.len() + written.len()).sign(">>");
            });
            written.push(WrittenLink { page: index, annotation, element: link.element });
        }
    }
    written
}
