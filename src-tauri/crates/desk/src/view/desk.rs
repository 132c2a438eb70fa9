//! All formations on this computer.

/// The desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskView {
    /// The formations, latest changed first.
    pub formations: Vec<DeskRow>,
    /// The library's examples.
    pub examples: Vec<ExampleRow>,
}

/// An example that can be put on the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleRow {
    /// Its name in the library.
    pub file: &'static str,
    /// The co-op's name.
    pub name: String,
    /// "Worker co-operative, company limited by guarantee".
    pub kind: String,
}

/// One formation on the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskRow {
    /// Its id.
    pub formation: String,
    /// The co-op's name, or "A co-op without a name yet".
    pub name: String,
    /// "Worker co-operative, company limited by guarantee".
    pub kind: String,
    /// When it was last changed: "24 November 2026, 14:02".
    pub changed: String,
    /// What comes next, in a few words: "3 questions are open".
    pub next: String,
}
