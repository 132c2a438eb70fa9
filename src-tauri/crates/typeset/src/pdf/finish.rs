//! From page content to a whole document: catalogue, tags, metadata.
//!
//! `printpdf`'s own catalogue, metadata and random identity are replaced. This module must not
//! know how content is drawn.

use lopdf::{Document, Object, ObjectId, Stream};

use super::objects::{dictionary, name, text};
use super::{About, PdfError, file, icc, links, metadata, outline, tags};
use crate::display::Pages;
use crate::fonts::Fonts;

pub(super) fn finish(
    mut document: Document,
    pages: &Pages,
    fonts: &Fonts,
    about: &About,
) -> Result<Vec<u8>, PdfError> {
    document.version = "1.7".to_owned();
    let page_ids: Vec<ObjectId> = document.get_pages().into_values().collect();
    cap_heights(&mut document, fonts);
    let links = links::write(&mut document, pages, &page_ids)?;
    let tree = tags::write(&mut document, pages, &page_ids, &links)?;
    let outlines = outline::write(&mut document, &pages.outline, &page_ids, &pages.pages);
    replace_information(&mut document, about);
    replace_catalogue(&mut document, pages, about, tree, outlines)?;
    Ok(file::bytes(&document))
}

/// Sets the height of capitals, for which `printpdf` writes that of ascenders.
fn cap_heights(document: &mut Document, fonts: &Fonts) {
    let heights: Vec<(Vec<u8>, i64)> = (0..=u8::MAX)
        .map_while(|index| fonts.face(crate::fonts::FaceId(index)))
        .filter_map(|face| {
            let height = i64::from(face.shaper.capital_height()?) * 1000 / i64::from(face.units_per_em);
            Some((format!("+{}", super::fonts::name(face)).into_bytes(), height))
        })
        .collect();
    for object in document.objects.values_mut() {
        let Ok(descriptor) = object.as_dict_mut() else { continue };
        if descriptor.get_type().ok() != Some(b"FontDescriptor") {
            continue;
        }
        let height = descriptor
            .get(b"FontName")
            .and_then(Object::as_name)
            .ok()
            .and_then(|name| heights.iter().find(|(tail, _)| name.ends_with(tail)));
        if let Some((_, height)) = height {
            descriptor.set("CapHeight", Object::Integer(*height));
        }
    }
}

fn replace_information(document: &mut Document, about: &About) {
    if let Ok(old) = document.trailer.get(b"Info").and_then(Object::as_reference) {
        document.objects.remove(&old);
    }
    let information = document.add_object(metadata::information(about));
    document.trailer.set("Info", information);
}

fn replace_catalogue(
    document: &mut Document,
    pages: &Pages,
    about: &About,
    tree: ObjectId,
    outlines: Option<ObjectId>,
) -> Result<(), PdfError> {
    let root = document.trailer.get(b"Root").and_then(Object::as_reference)?;
    let page_tree = document.catalog()?.get(b"Pages")?.clone();
    let xmp = metadata::xmp(about, pages.language.0);
    let kind = dictionary([("Type", name("Metadata")), ("Subtype", name("XML"))]);
    // Left readable for programs that know nothing of PDF.
    let metadata = document.add_object(Stream::new(kind, xmp.into_bytes()).with_compression(false));
    let profile = document.add_object(Stream::new(dictionary([("N", 3.into())]), icc::srgb()));
    let intent = document.add_object(dictionary([
        ("Type", name("OutputIntent")),
        ("S", name("GTS_PDFA1")),
        ("OutputConditionIdentifier", text("sRGB IEC61966-2.1")),
        ("Info", text("sRGB IEC61966-2.1")),
        ("DestOutputProfile", profile.into()),
    ]));
    let mut catalogue = dictionary([
        ("Type", name("Catalog")),
        ("Pages", page_tree),
        ("Lang", text(pages.language.0)),
        ("MarkInfo", Object::Dictionary(dictionary([("Marked", true.into())]))),
        ("ViewerPreferences", Object::Dictionary(dictionary([("DisplayDocTitle", true.into())]))),
        ("StructTreeRoot", tree.into()),
        ("Metadata", metadata.into()),
        ("OutputIntents", Object::Array(vec![intent.into()])),
        ("PageLayout", name("OneColumn")),
    ]);
    if let Some(outlines) = outlines {
        catalogue.set("Outlines", outlines);
        catalogue.set("PageMode", name("UseOutlines"));
    }
    document.set_object(root, catalogue);
    Ok(())
}
