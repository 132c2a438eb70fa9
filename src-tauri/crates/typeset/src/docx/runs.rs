//! Running text as Word's runs: style, direction, references, tracked changes.
//!
//! Must not know paragraphs or blocks.

use document::{Anchor, Foreign, Marking, Span, Text, stretches};
use unicode_bidi::{BidiClass, bidi_class};

use super::writer::Writer;
use crate::shape::bidi_control;

/// How a stretch is set apart from its paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Face {
    pub strong: bool,
    pub emphasis: bool,
    /// A question still open.
    pub open: bool,
    /// Inside words that are gone.
    pub gone: bool,
}

/// What a stretch says of its language, where it is not the paper's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tongue {
    /// It is written from right to left.
    Leftwards(&'static str),
    /// The paper says that it is of another.
    Foreign(&'static str),
}

/// Shields a right-to-left name from its neighbours: readers of Word files draw this mark as nothing,
/// which cannot be said of the isolates U+2068 and U+2069.
const LEFT_TO_RIGHT: &str = "\u{200e}";

impl Writer<'_> {
    /// Writes a text's runs.
    pub(super) fn text(&mut self, text: &Text, face: Face) {
        for span in &text.0 {
            match span {
                Span::Words(words) => self.run(words, face),
                Span::Value(value) => self.value(value, face),
                Span::Strong(inner) => self.text(inner, Face { strong: true, ..face }),
                Span::Emphasis(inner) => self.text(inner, Face { emphasis: !face.emphasis, ..face }),
                Span::Reference { to, words } => self.reference(to, words, face),
                Span::Open(question) => {
                    let face = Face { open: true, strong: true, ..face };
                    self.run("[", face);
                    self.value(question, face);
                    self.run("]", face);
                }
                // An underscore of the body's size is about two millimetres.
                Span::Blank { millimetres } => {
                    let count = usize::from(*millimetres / 2).clamp(3, 75);
                    self.run(&"_".repeat(count), face);
                }
                Span::LineBreak => self.run("\n", face),
                Span::Inserted(inner) => self.tracked(Marking::Inserted, |writer| writer.text(inner, face)),
                Span::Deleted(inner) => {
                    let face = Face { gone: true, ..face };
                    self.tracked(Marking::Deleted, |writer| writer.text(inner, face));
                }
            }
        }
    }

    /// Writes what `inner` writes as a tracked change.
    pub(super) fn tracked(&mut self, marking: Marking, inner: impl FnOnce(&mut Self)) {
        let (id, date) = (self.next_id(), self.moment());
        let author = self.about.author.clone();
        let attributes = [("w:id", id.as_str()), ("w:author", &author), ("w:date", &date)];
        self.xml.open(element_of(marking), &attributes);
        inner(self);
        self.xml.close();
    }

    /// Writes the sign that a paragraph's end, or a row, came or went.
    pub(super) fn tracked_mark(&mut self, marking: Marking) {
        let (id, date) = (self.next_id(), self.moment());
        let author = self.about.author.clone();
        let attributes = [("w:id", id.as_str()), ("w:author", &author), ("w:date", &date)];
        self.xml.empty(element_of(marking), &attributes);
    }

    /// Writes what a person gave.
    fn value(&mut self, value: &str, face: Face) {
        let shield = value.chars().any(right_to_left);
        if shield {
            self.run(LEFT_TO_RIGHT, face);
        }
        self.run(value, face);
        if shield {
            self.run(LEFT_TO_RIGHT, face);
        }
    }

    /// Writes "rule 21.2": the number as a field that follows its rule, where Word numbers the rule.
    fn reference(&mut self, to: &Anchor, words: &str, face: Face) {
        let Some(bookmark) = self.bookmarks.get(to).cloned() else { return self.run(words, face) };
        let label = self.labels.get(&to.0).unwrap_or_default();
        let before = words.strip_suffix(label).filter(|_| !label.is_empty());
        match (self.plan.at(to), before) {
            (Some(_), Some(before)) => {
                let label = label.to_owned();
                self.run(before, face);
                self.field(&format!(" REF {bookmark} \\w \\h "), &label, face);
            }
            _ => {
                self.xml.open("w:hyperlink", &[("w:anchor", &bookmark), ("w:history", "1")]);
                self.run(words, face);
                self.xml.close();
            }
        }
    }

    /// Writes a field with the result it has now.
    pub(super) fn field(&mut self, instruction: &str, result: &str, face: Face) {
        self.field_sign("begin", face);
        self.xml.open("w:r", &[]);
        self.face(face, None);
        self.xml.words("w:instrText", &[("xml:space", "preserve")], instruction);
        self.xml.close();
        self.field_sign("separate", face);
        self.run(result, face);
        self.field_sign("end", face);
    }

    fn field_sign(&mut self, sign: &str, face: Face) {
        self.xml.open("w:r", &[]);
        self.face(face, None);
        self.xml.empty("w:fldChar", &[("w:fldCharType", sign)]);
        self.xml.close();
    }

    /// Writes words as runs, one for each direction and language.
    pub(super) fn run(&mut self, words: &str, face: Face) {
        let clean: String = words.chars().filter_map(kept).collect();
        for (piece, tongue) in tongues(&clean, &self.paper.foreign) {
            self.xml.open("w:r", &[]);
            self.face(face, tongue);
            for (index, line) in piece.split('\n').enumerate() {
                if index > 0 {
                    self.xml.empty("w:br", &[]);
                }
                if !line.is_empty() {
                    let name = if face.gone { "w:delText" } else { "w:t" };
                    self.xml.words(name, &[("xml:space", "preserve")], line);
                }
            }
            self.xml.close();
        }
    }

    /// Writes the properties of a run, in the order of the schema.
    fn face(&mut self, face: Face, tongue: Option<Tongue>) {
        if face == (Face { gone: face.gone, ..Face::default() }) && tongue.is_none() {
            return;
        }
        self.xml.open("w:rPr", &[]);
        if face.strong {
            self.xml.empty("w:b", &[]);
            self.xml.empty("w:bCs", &[]);
        }
        if face.emphasis {
            self.xml.empty("w:i", &[]);
            self.xml.empty("w:iCs", &[]);
        }
        if face.open {
            self.xml.value("w:highlight", "yellow");
        }
        match tongue {
            Some(Tongue::Leftwards(language)) => {
                self.xml.empty("w:rtl", &[]);
                self.xml.empty("w:lang", &[("w:bidi", language)]);
            }
            Some(Tongue::Foreign(language)) => self.xml.empty("w:lang", &[("w:val", language)]),
            None => {}
        }
        self.xml.close();
    }
}

fn element_of(marking: Marking) -> &'static str {
    match marking {
        Marking::Inserted => "w:ins",
        Marking::Deleted => "w:del",
    }
}

/// Leaves out the characters that would upset a layout; a forced new line is `\n`.
fn kept(c: char) -> Option<char> {
    match c {
        '\r' | '\u{ad}' | '\u{feff}' => None,
        '\n' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => Some('\n'),
        '\t' => Some(' '),
        // Our own shield is the one that stays.
        '\u{200e}' => Some(c),
        c if c.is_control() || bidi_control(c) => None,
        c => Some(c),
    }
}

fn right_to_left(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL) && !bidi_control(c)
}

/// Cuts words where the language or the direction changes.
fn tongues<'w>(words: &'w str, foreign: &[Foreign]) -> Vec<(&'w str, Option<Tongue>)> {
    let mut out = Vec::new();
    let mut from = 0;
    for (place, language) in stretches(words, foreign) {
        out.extend(directions(words.get(from..place.start).unwrap_or_default()));
        let own = words.get(place.clone()).unwrap_or_default();
        out.push((own, Some(Tongue::Foreign(language.0))));
        from = place.end;
    }
    out.extend(directions(words.get(from..).unwrap_or_default()));
    out
}

/// Cuts words where the direction changes. A right-to-left stretch, with what stands inside it, goes with
/// its language; spaces and signs around it belong to the text around it.
fn directions(words: &str) -> Vec<(&str, Option<Tongue>)> {
    let mut out = Vec::new();
    let mut rest = words;
    while let Some(start) = rest.find(right_to_left) {
        let from_here = &rest[start..];
        let stretch = from_here.find(|c| bidi_class(c) == BidiClass::L).unwrap_or(from_here.len());
        let end = from_here[..stretch]
            .char_indices()
            .filter(|(_, c)| right_to_left(*c) || bidi_class(*c) == BidiClass::NSM)
            .map(|(at, c)| at + c.len_utf8())
            .next_back()
            .unwrap_or(stretch);
        if start > 0 {
            out.push((&rest[..start], None));
        }
        out.push((&from_here[..end], Some(Tongue::Leftwards(language(&from_here[..end])))));
        rest = &from_here[end..];
    }
    if !rest.is_empty() {
        out.push((rest, None));
    }
    out
}

fn language(words: &str) -> &'static str {
    let hebrew = |c| matches!(c, '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}');
    if words.chars().any(hebrew) { "he-IL" } else { "ar-SA" }
}

#[cfg(test)]
mod tests {
    use document::Language;

    use super::*;

    #[test]
    fn words_are_cut_where_direction_or_language_changes() {
        type Pieces<'a> = &'a [(&'a str, Option<Tongue>)];
        let (hebrew, arabic) = (Some(Tongue::Leftwards("he-IL")), Some(Tongue::Leftwards("ar-SA")));
        let cases: [(&str, Pieces<'_>); 5] = [
            ("Asha Patel", &[("Asha Patel", None)]),
            ("דוד כהן", &[("דוד כהן", hebrew)]),
            ("a فاطمة، الزهراء, b", &[("a ", None), ("فاطمة، الزهراء", arabic), (", b", None)]),
            ("of Tŷ Gwyn’s", &[("of ", None), ("Tŷ Gwyn", Some(Tongue::Foreign("cy"))), ("’s", None)]),
            ("", &[]),
        ];
        let foreign = [Foreign { words: "Tŷ Gwyn".to_owned(), language: Language::WELSH }];
        for (words, expected) in cases {
            assert_eq!(tongues(words, &foreign), expected, "{words}");
        }
    }
}
