//! From page content to a whole file: catalogue, tags, metadata, identity, bytes.
//!
//! `printpdf`'s own catalogue, metadata and random identity are replaced. This module must not
//! know how content is drawn.

use lopdf::{Document, Object, ObjectId, SaveOptions, Stream};
use sha2::{Digest, Sha256};

use super::objects::{dictionary, name, text};
use super::{About, PdfError, icc, links, metadata, outline, tags};
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
    compress(&mut document)?;
    identify(&mut document);
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(200)
        .compression_level(6)
        .build();
    let mut out = Vec::new();
    document.save_with_options(&mut out, options)?;
    Ok(out)
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
    let profile = document.add_object(Stream::new(dictionary([("N", 1.into())]), icc::grey()));
    let intent = document.add_object(dictionary([
        ("Type", name("OutputIntent")),
        ("S", name("GTS_PDFA1")),
        ("OutputConditionIdentifier", text("Grey, gamma 2.2")),
        ("Info", text("Grey, gamma 2.2")),
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

/// Compresses the streams, on a few threads: it is the longest part of writing.
fn compress(document: &mut Document) -> Result<(), PdfError> {
    const THREADS: usize = 4;
    let mut shares: [Vec<&mut Stream>; THREADS] = Default::default();
    let streams = document.objects.values_mut().filter_map(|object| match object {
        Object::Stream(stream) if stream.allows_compression => Some(stream),
        _ => None,
    });
    // Dealt out like cards, so that no thread has all the fonts.
    for (index, stream) in streams.enumerate() {
        if let Some(share) = shares.get_mut(index % THREADS) {
            share.push(stream);
        }
    }
    std::thread::scope(|scope| {
        let compress = |share: Vec<&mut Stream>| share.into_iter().try_for_each(Stream::compress);
        let threads = shares.map(|share| scope.spawn(move || compress(share)));
        threads.into_iter().try_for_each(|thread| match thread.join() {
            Ok(result) => result.map_err(PdfError::from),
            Err(_) => Err(PdfError::Save(std::io::Error::other("a stream could not be compressed"))),
        })
    })
}

/// Gives the file an identity that follows from what is in it: words, fonts, and what it says of itself.
fn identify(document: &mut Document) {
    let mut hash = Sha256::new();
    for ((number, _), object) in &document.objects {
        if let Object::Stream(stream) = object {
            hash.update(number.to_be_bytes());
            hash.update(&stream.content);
        }
    }
    let id: Vec<u8> = hash.finalize().iter().take(16).copied().collect();
    let id = Object::String(id, lopdf::StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
}
