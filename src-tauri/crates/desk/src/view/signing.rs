//! Who signs what, and what is signed and back.

/// Who signs which papers of the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningView {
    /// The papers that are signed, in the order of the pack.
    pub papers: Vec<SigningPaper>,
    /// How many places are signed and back.
    pub back: usize,
    /// How many places there are.
    pub all: usize,
    /// Whether something stops the final pack: nothing is to be signed yet.
    pub draft: bool,
}

/// A paper that is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningPaper {
    /// Its number in the pack, from 1.
    pub number: usize,
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What to do with it, and when.
    pub when: String,
    /// The places to sign, in the order of the paper.
    pub places: Vec<SigningPlace>,
}

/// A place to sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningPlace {
    /// By what acts name it.
    pub key: String,
    /// The name that is printed there; empty where it is written by hand.
    pub name: String,
    /// In what quality they sign: "Director".
    pub role: String,
    /// On which page, from 1.
    pub page: usize,
    /// Whether it is signed and back.
    pub back: Back,
}

/// How a place to sign stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// Not signed, or not back.
    No,
    /// Signed and back.
    Yes,
    /// Signed and back, and then the paper's words changed.
    Changed,
}
