//! What stands around the pages: their tree, the catalogue, what the file says of itself.
//!
//! This module must not know how content is drawn.

use std::sync::Arc;

use super::file::{File, Packed};
use super::links::WrittenLink;
use super::objects::Number;
use super::{About, icc, links, metadata, outline, tags};
use crate::display::{Page, Pages};

/// The numbers of a file's parts, given out before anything is written, so that all can refer to all.
pub(super) struct Numbers {
    pub catalogue: Number,
    pub information: Number,
    page_tree: Number,
    fonts: Number,
    pages: Vec<Number>,
    layers: Vec<Number>,
}

impl Numbers {
    pub fn new(file: &mut File, pages: &Pages, layers: usize) -> Self {
        Self {
            catalogue: file.number(),
            information: file.number(),
            page_tree: file.number(),
            fonts: file.number(),
            pages: pages.pages.iter().map(|_| file.number()).collect(),
            layers: (0..layers).map(|_| file.number()).collect(),
        }
    }

    /// Writes everything but what pages show and the fonts that they show it in. `shown` are the places of each page's
    /// layers.
    pub fn around(&self, file: &mut File, pages: &Pages, shown: &[Vec<usize>], about: &About) {
        let links = links::write(file, pages, &self.pages);
        let tree = tags::write(file, pages, &self.pages, &links);
        let outlines = outline::write(file, &pages.outline, &self.pages, &pages.pages);
        for (index, (page, shown)) in pages.pages.iter().zip(shown).enumerate() {
            self.page(file, index, page, shown, &links);
        }
        file.object(self.page_tree, |ink| {
            ink.sign("<</Type /Pages/Count ").count(self.pages.len()).sign("/Kids [");
            self.pages.iter().for_each(|page| _ = ink.reference(*page).sign(" "));
            ink.sign("]>>");
        });
        file.object(self.information, |ink| metadata::information(about, ink));
        self.catalogue(file, pages, about, tree, outlines);
    }

    fn page(&self, file: &mut File, index: usize, page: &Page, shown: &[usize], links: &[WrittenLink]) {
        let Some(number) = self.pages.get(index) else { return };
        file.object(*number, |ink| {
            ink.sign("<</Type /Page/Parent ").reference(self.page_tree).sign("/Resources <</Font ");
            ink.reference(self.fonts).sign(">>/Contents [");
            let layers = shown.iter().filter_map(|layer| self.layers.get(*layer));
            layers.for_each(|layer| _ = ink.reference(*layer).sign(" "));
            ink.sign("]");
            for kind in ["MediaBox", "CropBox", "TrimBox"] {
                ink.sign("/")
                    .sign(kind)
                    .sign(" [0 0 ")
                    .length(page.width)
                    .sign(" ")
                    .length(page.height)
                    .sign("]");
            }
            ink.sign("/StructParents ").count(index).sign("/Tabs /S");
            let mut own = links.iter().filter(|link| link.page == index).peekable();
            if own.peek().is_some() {
                ink.sign("/Annots [");
                own.for_each(|link| _ = ink.reference(link.annotation).sign(" "));
                ink.sign("]");
            }
            ink.sign(">>");
        });
    }

    fn catalogue(
        &self,
        file: &mut File,
        pages: &Pages,
        about: &About,
        tree: Number,
        outlines: Option<Number>,
    ) {
        let [metadata, profile, intent] = [file.number(), file.number(), file.number()];
        let xmp = metadata::xmp(about, pages.language.0).into_bytes();
        file.stream(metadata, "/Type /Metadata/Subtype /XML", Arc::new(Packed::readable(xmp)));
        file.stream(profile, "/N 3", Arc::new(Packed::deflate(icc::srgb())));
        file.object(intent, |ink| {
            ink.sign("<</Type /OutputIntent/S /GTS_PDFA1/OutputConditionIdentifier (sRGB IEC61966-2.1)");
            ink.sign("/Info (sRGB IEC61966-2.1)/DestOutputProfile ").reference(profile).sign(">>");
        });
        file.object(self.catalogue, |ink| {
            ink.sign("<</Type /Catalog/Pages ").reference(self.page_tree).sign("/Lang ");
            ink.text(pages.language.0).sign("/MarkInfo <</Marked true>>");
            ink.sign("/ViewerPreferences <</DisplayDocTitle true>>/StructTreeRoot ").reference(tree);
            ink.sign("/Metadata ").reference(metadata).sign("/OutputIntents [").reference(intent);
            ink.sign("]/PageLayout /OneColumn");
            if let Some(outlines) = outlines {
                ink.sign("/Outlines ").reference(outlines).sign("/PageMode /UseOutlines");
            }
            ink.sign(">>");
        });
    }

    /// Writes a layer of what pages show.
    pub fn content(&self, file: &mut File, index: usize, content: Arc<Packed>) {
        if let Some(number) = self.layers.get(index) {
            file.stream(*number, "", content);
        }
    }

    /// Writes the names that pages call their fonts by.
    pub fn fonts(&self, file: &mut File, fonts: &[(String, Number)]) {
        file.object(self.fonts, |ink| {
            ink.sign("<<");
            fonts.iter().for_each(|(name, font)| _ = ink.sign("/").sign(name).sign(" ").reference(*font));
            ink.sign(">>");
        });
    }
}
