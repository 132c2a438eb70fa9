//! Whether a file is the PDF that a registrar, an archive and a screen reader accept.
//!
//! Checks any PDF's bytes against what PDF/A-2a and PDF/UA-1 ask of our papers, and against what we ask of
//! them ourselves: page numbers that are true, words that can be copied. It reads the file as another
//! program would, and must not know how it was written. For tests; not part of the app.

mod content;
mod file;
mod fonts;
mod metadata;
mod order;
mod outline;
mod tables;
mod tree;

use std::fmt;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// What a file must keep to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// It can be read.
    Readable,
    /// It is PDF 1.7.
    Version,
    /// Nothing in it runs, asks or is encrypted.
    Passive,
    /// It has an identity, twice the same.
    Identity,
    /// It says that it is tagged.
    Marked,
    /// It says its language.
    Language,
    /// A window shows its title.
    TitleShown,
    /// It has an output intent with a colour profile.
    Intent,
    /// It claims PDF/A-2a and PDF/UA-1, in metadata that any program can read.
    Claim,
    /// Both descriptions of the file say the same.
    Information,
    /// Its outline nests as its headings do, and each entry leads to a page.
    Outline,
    /// Every font is in the file.
    Embedded,
    /// Every font is cut, and named so.
    Cut,
    /// Widths are those of the font.
    Widths,
    /// No missing glyph is shown.
    Glyphs,
    /// Every glyph says what it stands for.
    Words,
    /// Everything drawn is marked content, with a number or as an artifact.
    Content,
    /// Colours are grey or those of the intent.
    Colour,
    /// Every number of marked content is in the tree and in the parent tree, once.
    Numbers,
    /// Content is drawn in the order in which the tree reads it.
    Order,
    /// Tags are standard ones and each names its true parent.
    Tags,
    /// Parts stand where they may: rows in tables, items in lists.
    Nesting,
    /// Headings begin with the first level and leave none out.
    Headings,
    /// Every heading below the title heads a section of its own.
    Sections,
    /// Heads of columns and rows say which they are.
    Scope,
    /// Every row of a table has as many cells as the others.
    Rows,
    /// Lists say how they count.
    Counted,
    /// Links are tagged, printed and described.
    Links,
    /// Words from right to left say how they are read, and in which language.
    Direction,
    /// "Page 3 of 30" is true, on each page.
    PageNumbers,
    /// The contents say the pages that their links lead to.
    Contents,
    /// No words are drawn that a reader does not read.
    Hidden,
    /// Pages are read in the order of their tags.
    Tabs,
}

/// Something that a file does not keep to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// What.
    pub rule: Rule,
    /// Where, and how.
    pub place: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.rule, self.place)
    }
}

/// Returns all that a file does not keep to; nothing for a sound one.
pub fn breaches(bytes: &[u8]) -> Vec<Breach> {
    let mut found = Found::default();
    match Document::load_mem(bytes) {
        Ok(document) => Checked::new(&document).check(&mut found),
        Err(error) => found.add(Rule::Readable, error.to_string()),
    }
    found.0
}

/// Returns what each stretch of a file's text says, and the language in which a screen reader says it, in reading
/// order; nothing for a file that cannot be read. The name of a Welsh co-op in English rules is one stretch.
pub fn languages(bytes: &[u8]) -> Vec<(String, String)> {
    let Ok(document) = Document::load_mem(bytes) else { return Vec::new() };
    Checked::new(&document).languages()
}

/// The breaches found so far.
#[derive(Default)]
struct Found(Vec<Breach>);

impl Found {
    fn add(&mut self, rule: Rule, place: impl Into<String>) {
        self.0.push(Breach { rule, place: place.into() });
    }

    /// Adds a breach unless `holds`.
    fn expect(&mut self, holds: bool, rule: Rule, place: &str) {
        if !holds {
            self.add(rule, place);
        }
    }
}

/// A file under examination.
struct Checked<'d> {
    document: &'d Document,
    pages: Vec<ObjectId>,
}

impl<'d> Checked<'d> {
    fn new(document: &'d Document) -> Self {
        Self { document, pages: document.get_pages().into_values().collect() }
    }

    fn check(&self, found: &mut Found) {
        let Ok(catalogue) = self.document.catalog() else {
            return found.add(Rule::Readable, "there is no catalogue");
        };
        self.file(catalogue, found);
        self.metadata(catalogue, found);
        let shown = self.content(found);
        let Some(tree) = self.tree(catalogue, found) else {
            return found.add(Rule::Marked, "there is no structure tree");
        };
        self.tags(&tree, found);
        self.outline(catalogue, &tree, &shown, found);
        self.tables(&tree, &shown, found);
        self.numbers(catalogue, &tree, &shown, found);
        self.links(catalogue, &tree, &shown, found);
        self.directions(&tree, &shown, found);
        self.hidden(&shown, found);
        self.page_numbers(&shown, found);
    }

    /// What an object refers to, or the object itself.
    fn follow(&self, object: &'d Object) -> &'d Object {
        self.document.dereference(object).map_or(object, |(_, object)| object)
    }

    fn get(&self, dictionary: &'d Dictionary, key: &str) -> Option<&'d Object> {
        dictionary.get(key.as_bytes()).ok().map(|object| self.follow(object))
    }

    fn dictionary(&self, dictionary: &'d Dictionary, key: &str) -> Option<&'d Dictionary> {
        match self.get(dictionary, key)? {
            Object::Dictionary(dictionary) => Some(dictionary),
            Object::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    fn array(&self, dictionary: &'d Dictionary, key: &str) -> &'d [Object] {
        self.get(dictionary, key).and_then(|object| object.as_array().ok()).map_or(&[], Vec::as_slice)
    }

    fn name(&self, dictionary: &'d Dictionary, key: &str) -> Option<&'d str> {
        self.get(dictionary, key)
            .and_then(|object| object.as_name().ok())
            .and_then(|name| str::from_utf8(name).ok())
    }

    fn integer(&self, dictionary: &'d Dictionary, key: &str) -> Option<i64> {
        self.get(dictionary, key).and_then(|object| object.as_i64().ok())
    }

    /// A string for people.
    fn text(&self, dictionary: &'d Dictionary, key: &str) -> Option<String> {
        self.get(dictionary, key).and_then(|object| lopdf::decode_text_string(object).ok())
    }

    fn stream(&self, dictionary: &'d Dictionary, key: &str) -> Option<Vec<u8>> {
        let stream = self.get(dictionary, key)?.as_stream().ok()?;
        // A stream without a filter is its own content.
        Some(stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()))
    }

    fn page_number(&self, page: ObjectId) -> Option<usize> {
        self.pages.iter().position(|other| *other == page)
    }
}
