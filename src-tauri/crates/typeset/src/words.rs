//! The few words that layout itself puts on paper, in each language of papers.
//!
//! Must not know where they stand.

use document::{Language, Notice, Span, Text};

/// The words of one language.
pub(crate) struct Words {
    pub contents: &'static str,
    pub table: &'static str,
    pub signature: &'static str,
    pub date: &'static str,
    pub name: &'static str,
    pub draft: &'static str,
    pub ticked: &'static str,
    pub not_ticked: &'static str,
    /// Said where words that came begin, and where they end.
    pub inserted: [&'static str; 2],
    /// Said where words that went begin, and where they end.
    pub deleted: [&'static str; 2],
    page: &'static str,
    of: &'static str,
    notices: [&'static str; 4],
}

const ENGLISH: Words = Words {
    contents: "Contents",
    table: "Table",
    signature: "Signature",
    date: "Date",
    name: "Full name",
    draft: "DRAFT",
    ticked: "ticked",
    not_ticked: "not ticked",
    inserted: ["new:", "end of new"],
    deleted: ["gone:", "end of gone"],
    page: "Page",
    of: "of",
    notices: ["Note", "Warning", "Private", "Prescribed wording"],
};

const WELSH: Words = Words {
    contents: "Cynnwys",
    table: "Tabl",
    signature: "Llofnod",
    date: "Dyddiad",
    name: "Enw llawn",
    draft: "DRAFFT",
    ticked: "wedi’i dicio",
    not_ticked: "heb ei dicio",
    inserted: ["newydd:", "diwedd y newydd"],
    deleted: ["wedi mynd:", "diwedd yr hyn a aeth"],
    page: "Tudalen",
    of: "o",
    notices: ["Nodyn", "Rhybudd", "Preifat", "Geiriad rhagnodedig"],
};

/// Signs around words that came, where nothing better can be drawn.
pub(crate) const INSERTED: [&str; 2] = ["[+", "+]"];
/// Signs around words that went.
pub(crate) const DELETED: [&str; 2] = ["[-", "-]"];

/// Returns a text in one string as a reader reads it, what came and what went between signs.
pub(crate) fn marked(text: &Text) -> String {
    let mut out = String::new();
    for span in &text.0 {
        let (signs, inner) = match span {
            Span::Inserted(inner) => (INSERTED, inner.plain()),
            Span::Deleted(inner) => (DELETED, inner.plain()),
            other => (["", ""], Text(vec![other.clone()]).plain()),
        };
        out.extend([signs[0], inner.as_str(), signs[1]]);
    }
    out
}

impl Words {
    pub fn of(language: &Language) -> &'static Self {
        if *language == Language::WELSH { &WELSH } else { &ENGLISH }
    }

    pub fn page_of(&self, page: usize, pages: usize) -> String {
        format!("{} {page} {} {pages}", self.page, self.of)
    }

    /// The words before a page's number and before the number of pages.
    pub fn page_and_of(&self) -> (&'static str, &'static str) {
        (self.page, self.of)
    }

    pub fn notice(&self, kind: Notice) -> &'static str {
        match kind {
            Notice::Remark => self.notices[0],
            Notice::Warning => self.notices[1],
            Notice::Private => self.notices[2],
            Notice::Prescribed => self.notices[3],
        }
    }
}
