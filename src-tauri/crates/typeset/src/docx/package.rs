//! The package: parts, how they hang together, what the file says of itself.
//!
//! Must not know what the paper says.

use document::{Language, Paper};

use super::xml::Xml;
use super::{DocxError, W, archive};
use crate::pdf::About;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts of a file, by their paths in it.
pub(super) type Parts = Vec<(&'static str, String)>;

/// The parts beside the document, as it refers to them: id, kind, file.
const RELATED: [(&str, &str, &str); 7] = [
    ("rId1", "styles", "styles.xml"),
    ("rId2", "numbering", "numbering.xml"),
    ("rId3", "settings", "settings.xml"),
    ("rId4", "fontTable", "fontTable.xml"),
    ("rId5", "header", "header1.xml"),
    ("rId6", "header", "header2.xml"),
    ("rId7", "footer", "footer1.xml"),
];

/// Puts the parts that are the same in every paper around those that are not, and packs them.
pub(super) fn pack(parts: Parts, paper: &Paper, about: &About) -> Result<Vec<u8>, DocxError> {
    let marked = super::is_marked(paper);
    let mut all: Parts = vec![
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relationships(&root_relations())),
        ("docProps/core.xml", core(about, &paper.language)),
        ("docProps/app.xml", application(about)),
        ("word/_rels/document.xml.rels", relationships(&document_relations())),
        ("word/settings.xml", settings(&paper.language, marked)),
    ];
    all.extend(parts);
    archive::pack(&all)
}

fn content_types() -> String {
    let mut xml = Xml::new();
    xml.open("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))]);
    let defaults =
        [("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml")];
    for (extension, kind) in defaults {
        xml.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
    }
    let mut part = |path: &str, kind: &str| {
        xml.empty("Override", &[("PartName", path), ("ContentType", kind)]);
    };
    part("/word/document.xml", &format!("{WORD}.document.main+xml"));
    for (_, kind, file) in RELATED {
        part(&format!("/word/{file}"), &format!("{WORD}.{kind}+xml"));
    }
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    xml.finish()
}

/// Id, kind and target of each thing referred to.
type Relations = Vec<(&'static str, String, &'static str)>;

fn root_relations() -> Relations {
    vec![
        ("rId1", format!("{OFFICE}/officeDocument"), "word/document.xml"),
        ("rId2", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        ("rId3", format!("{OFFICE}/extended-properties"), "docProps/app.xml"),
    ]
}

fn document_relations() -> Relations {
    RELATED.iter().map(|(id, kind, file)| (*id, format!("{OFFICE}/{kind}"), *file)).collect()
}

fn relationships(relations: &Relations) -> String {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))]);
    for (id, kind, target) in relations {
        xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
    }
    xml.finish()
}

fn core(about: &About, language: &Language) -> String {
    let date = about.date.strftime("%Y-%m-%dT00:00:00Z").to_string();
    let mut xml = Xml::new();
    let namespaces = [
        ("xmlns:cp", &*format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.open("cp:coreProperties", &namespaces);
    xml.words("dc:title", &[], &about.title);
    xml.words("dc:subject", &[], &about.subject);
    xml.words("dc:creator", &[], &about.author);
    xml.words("dc:language", &[], language.0);
    xml.words("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &date);
    xml.words("dcterms:modified", &[("xsi:type", "dcterms:W3CDTF")], &date);
    xml.finish()
}

fn application(about: &About) -> String {
    let mut xml = Xml::new();
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.open("Properties", &[("xmlns", namespace)]);
    xml.words("Application", &[], &about.producer);
    xml.finish()
}

/// Who changes a marked edition goes on marking.
fn settings(language: &Language, marked: bool) -> String {
    let mut xml = Xml::new();
    xml.open("w:settings", &[("xmlns:w", W)]);
    xml.value("w:zoom", "bestFit");
    if marked {
        xml.empty("w:trackRevisions", &[]);
    }
    xml.value("w:defaultTabStop", "720");
    xml.value("w:characterSpacingControl", "doNotCompress");
    xml.open("w:compat", &[]);
    let mode = [
        ("w:name", "compatibilityMode"),
        ("w:uri", "http://schemas.microsoft.com/office/word"),
        ("w:val", "15"),
    ];
    xml.empty("w:compatSetting", &mode);
    xml.close();
    xml.value("w:themeFontLang", language.0);
    xml.value("w:decimalSymbol", ".");
    xml.value("w:listSeparator", ",");
    xml.finish()
}
