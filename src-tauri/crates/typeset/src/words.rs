//! The few words that layout itself puts on paper, in each language of papers.
//!
//! Must not know where they stand.

use document::{Language, Notice};

/// The words of one language.
pub(crate) struct Words {
    pub contents: &'static str,
    pub signature: &'static str,
    pub date: &'static str,
    pub name: &'static str,
    pub draft: &'static str,
    pub ticked: &'static str,
    pub not_ticked: &'static str,
    page: &'static str,
    of: &'static str,
    notices: [&'static str; 4],
}

const ENGLISH: Words = Words {
    contents: "Contents",
    signature: "Signature",
    date: "Date",
    name: "Full name",
    draft: "DRAFT",
    ticked: "ticked",
    not_ticked: "not ticked",
    page: "Page",
    of: "of",
    notices: ["Note", "Warning", "Private", "Prescribed wording"],
};

const WELSH: Words = Words {
    contents: "Cynnwys",
    signature: "Llofnod",
    date: "Dyddiad",
    name: "Enw llawn",
    draft: "DRAFFT",
    ticked: "wedi’i dicio",
    not_ticked: "heb ei dicio",
    page: "Tudalen",
    of: "o",
    notices: ["Nodyn", "Rhybudd", "Preifat", "Geiriad rhagnodedig"],
};

impl Words {
    pub fn of(language: &Language) -> &'static Self {
        if *language == Language::WELSH { &WELSH } else { &ENGLISH }
    }

    pub fn page_of(&self, page: usize, pages: usize) -> String {
        format!("{} {page} {} {pages}", self.page, self.of)
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
