//! What pages show: marked pieces, their words, and what is drawn outside any.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Object, ObjectId};

use super::fonts::CodeWords;
use super::{Checked, Found, Rule};

/// One page's marked content.
#[derive(Default)]
pub(super) struct Shown {
    pub pieces: Vec<Piece>,
}

/// One piece of marked content.
pub(super) struct Piece {
    /// Its number in the tree; none for an artifact.
    pub number: Option<i64>,
    /// Whether it belongs to the foot of the page.
    pub footer: bool,
    /// Whether it is furniture of the page: at its head or foot, or behind it.
    pub furniture: bool,
    pub words: String,
}

/// A page being read.
struct Reading<'f> {
    place: String,
    fonts: BTreeMap<Vec<u8>, CodeWords>,
    font: Vec<u8>,
    shown: Shown,
    /// How deep in marked content it is, and whether any of it is a piece.
    open: Vec<bool>,
    found: &'f mut Found,
}

impl Checked<'_> {
    pub(super) fn content(&self, found: &mut Found) -> Vec<Shown> {
        let mut known: BTreeMap<ObjectId, CodeWords> = BTreeMap::new();
        let pages = self.pages.iter().enumerate();
        pages.map(|(index, page)| self.page(index, *page, &mut known, found)).collect()
    }

    fn page(
        &self,
        index: usize,
        page: ObjectId,
        known: &mut BTreeMap<ObjectId, CodeWords>,
        found: &mut Found,
    ) -> Shown {
        let place = format!("page {}", index + 1);
        let mut fonts = BTreeMap::new();
        let resources =
            self.document.get_dictionary(page).ok().and_then(|page| self.dictionary(page, "Resources"));
        let listed = resources.and_then(|resources| self.dictionary(resources, "Font"));
        for (name, font) in listed.into_iter().flatten() {
            let Ok((id, Object::Dictionary(dictionary))) = self.document.dereference(font) else { continue };
            let words = match id.and_then(|id| known.get(&id)) {
                Some(words) => words.clone(),
                None => self.font(dictionary, found),
            };
            known.extend(id.map(|id| (id, words.clone())));
            fonts.insert(name.clone(), words);
        }
        let content = self.document.get_page_content(page);
        let Ok(content) = Content::decode(&content) else {
            found.add(Rule::Readable, place);
            return Shown::default();
        };
        let mut reading =
            Reading { place, fonts, font: Vec::new(), shown: Shown::default(), open: Vec::new(), found };
        content.operations.iter().for_each(|operation| reading.operation(operation));
        if !reading.open.is_empty() {
            reading.breach(Rule::Content, "marked content does not end");
        }
        reading.shown
    }
}

impl Reading<'_> {
    fn breach(&mut self, rule: Rule, how: &str) {
        self.found.add(rule, format!("{}: {how}", self.place));
    }

    fn operation(&mut self, operation: &Operation) {
        match operation.operator.as_str() {
            "BDC" | "BMC" => self.begin(operation),
            "EMC" => self.end(),
            "Tf" => {
                let name = operation.operands.first().and_then(|name| name.as_name().ok());
                self.font = name.unwrap_or_default().to_vec();
            }
            "TJ" | "Tj" | "'" | "\"" => {
                self.drawn("words");
                operation.operands.iter().for_each(|operand| self.text(operand));
            }
            "S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "sh" => self.drawn("a drawing"),
            "Do" | "BI" | "EI" => self.drawn("an image"),
            "k" | "K" | "cs" | "CS" | "sc" | "SC" | "scn" | "SCN" => {
                let operator = operation.operator.clone();
                self.breach(Rule::Colour, &operator);
            }
            _ => {}
        }
    }

    fn begin(&mut self, operation: &Operation) {
        let properties = operation.operands.get(1).and_then(|properties| properties.as_dict().ok());
        let number = properties.and_then(|p| p.get(b"MCID").and_then(Object::as_i64).ok());
        let name = |key: &[u8]| properties.and_then(|p| p.get(key).and_then(Object::as_name).ok());
        let tag = operation.operands.first().and_then(|tag| tag.as_name().ok());
        let piece = number.is_some() || tag == Some(b"Artifact");
        if piece && self.open.contains(&true) {
            self.breach(Rule::Content, "marked content stands in marked content");
        }
        if piece {
            let footer = name(b"Subtype") == Some(b"Footer");
            let furniture = name(b"Type") == Some(b"Pagination");
            self.shown.pieces.push(Piece { number, footer, furniture, words: String::new() });
        }
        self.open.push(piece);
    }

    fn end(&mut self) {
        if self.open.pop().is_none() {
            self.breach(Rule::Content, "marked content ends that did not begin");
        }
    }

    fn drawn(&mut self, what: &str) {
        if !self.open.contains(&true) {
            self.breach(Rule::Content, &format!("{what} in no marked content"));
        }
    }

    fn text(&mut self, operand: &Object) {
        match operand {
            Object::Array(items) => items.iter().for_each(|item| self.text(item)),
            Object::String(codes, _) => {
                for code in codes.chunks(2) {
                    if let [high, low] = code {
                        self.glyph(u16::from_be_bytes([*high, *low]));
                    }
                }
            }
            _ => {}
        }
    }

    fn glyph(&mut self, code: u16) {
        if code == 0 {
            self.breach(Rule::Glyphs, "a missing glyph is shown");
        }
        let words =
            self.fonts.get(&self.font).and_then(|words| words.get(&code)).cloned().unwrap_or_default();
        if words.is_empty() || words.contains(['\0', '\u{feff}', '\u{fffe}', '\u{fffd}']) {
            self.breach(Rule::Words, &format!("code {code} of {}", String::from_utf8_lossy(&self.font)));
        }
        if let Some(piece) = self.shown.pieces.last_mut() {
            piece.words.push_str(&words);
        }
    }
}
