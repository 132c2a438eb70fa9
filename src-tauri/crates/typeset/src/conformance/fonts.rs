//! Fonts: in the file, cut, with true widths and with words for every code.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object};

use super::{Checked, Found, Rule};

/// What the codes of a font stand for.
pub(super) type CodeWords = BTreeMap<u16, String>;

impl<'d> Checked<'d> {
    /// Checks a font and returns what its codes stand for.
    pub(super) fn font(&self, font: &'d Dictionary, found: &mut Found) -> CodeWords {
        let base = self.name(font, "BaseFont").unwrap_or("a font without a name");
        let tagged = base.split_once('+').is_some_and(|(tag, name)| {
            tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()) && !name.is_empty()
        });
        found.expect(tagged, Rule::Cut, base);
        match self.array(font, "DescendantFonts").first().map(|below| self.follow(below).as_dict()) {
            Some(Ok(below)) => self.program(base, below, found),
            _ => found.add(Rule::Embedded, base),
        }
        let words = self.stream(font, "ToUnicode").unwrap_or_default();
        let words = code_words(&String::from_utf8_lossy(&words));
        // A code without a width of its own takes the usual one, which is that of a whole em.
        let wide = self.array(font, "DescendantFonts").first().map(|below| self.follow(below).as_dict());
        let wide = wide.and_then(Result::ok).map(|below| self.wide(below)).unwrap_or_default();
        // The missing glyph is never shown.
        let narrow = words.keys().find(|code| **code != 0 && !wide.contains(code));
        found.expect(narrow.is_none(), Rule::Widths, &format!("{base}: code {narrow:?} has no width"));
        words
    }

    /// The codes of which a font says the width.
    fn wide(&self, font: &'d Dictionary) -> BTreeSet<u16> {
        let mut wide = BTreeSet::new();
        let mut widths = self.array(font, "W");
        while let [first, list, rest @ ..] = widths {
            widths = rest;
            let count = self.follow(list).as_array().map_or(0, Vec::len);
            let first = first.as_i64().ok().and_then(|first| u16::try_from(first).ok());
            wide.extend(first.into_iter().flat_map(|first| (first..).take(count)));
        }
        wide
    }

    fn program(&self, base: &str, font: &'d Dictionary, found: &mut Found) {
        let descriptor = self.dictionary(font, "FontDescriptor");
        let program = |key: &str| descriptor.and_then(|descriptor| self.stream(descriptor, key));
        if let Some(outlines) = program("FontFile3") {
            // Bare outlines, keyed by character: the parser reads no widths out of those.
            let readable = ttf_parser::cff::Table::parse(&outlines).is_some();
            return found.expect(readable, Rule::Embedded, base);
        }
        let Some(program) = program("FontFile2") else { return found.add(Rule::Embedded, base) };
        let Ok(face) = ttf_parser::Face::parse(&program, 0) else {
            return found.add(Rule::Embedded, format!("{base} cannot be read"));
        };
        let units = i64::from(face.units_per_em()).max(1);
        let mut widths = self.array(font, "W");
        while let [first, list, rest @ ..] = widths {
            widths = rest;
            let (Ok(first), Ok(list)) = (first.as_i64(), self.follow(list).as_array()) else {
                return found.add(Rule::Widths, format!("{base}: a list that cannot be read"));
            };
            for (code, width) in (first..).zip(list) {
                let glyph = ttf_parser::GlyphId(u16::try_from(code).unwrap_or(0));
                let own = i64::from(face.glyph_hor_advance(glyph).unwrap_or(0)) * 1000 / units;
                if number(width).is_none_or(|width| (width - own as f64).abs() > 1.0) {
                    found.add(Rule::Widths, format!("{base}: glyph {code} is {own} wide, not {width:?}"));
                    return;
                }
            }
        }
    }
}

fn number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(value) => Some(*value as f64),
        Object::Real(value) => Some(f64::from(*value)),
        _ => None,
    }
}

/// Reads a ToUnicode map.
fn code_words(map: &str) -> CodeWords {
    let mut words = CodeWords::new();
    let mut ranges = false;
    for line in map.lines() {
        if line.contains("beginbf") {
            ranges = line.contains("beginbfrange");
            continue;
        }
        let parts: Vec<Vec<u16>> = line.split(['<', '>']).skip(1).step_by(2).map(units).collect();
        match parts.as_slice() {
            [from, to, text] if ranges => {
                let (Some(from), Some(to)) = (from.first(), to.first()) else { continue };
                for code in *from..=*to {
                    let mut text = text.clone();
                    if let Some(last) = text.last_mut() {
                        *last = last.wrapping_add(code - from);
                    }
                    words.insert(code, String::from_utf16_lossy(&text));
                }
            }
            [code, text] if !ranges => {
                words.extend(code.first().map(|code| (*code, String::from_utf16_lossy(text))));
            }
            _ => {}
        }
    }
    words
}

fn units(hex: &str) -> Vec<u16> {
    let digits: Vec<char> = hex.chars().filter(char::is_ascii_hexdigit).collect();
    digits
        .chunks(4)
        .filter_map(|four| u16::from_str_radix(&four.iter().collect::<String>(), 16).ok())
        .collect()
}
