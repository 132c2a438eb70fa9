//! All formations on this computer.

use super::Task;
use crate::adviser::Keeping;

/// The desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskView {
    /// The formations, latest changed first.
    pub formations: Vec<DeskRow>,
    /// The library's examples.
    pub examples: Vec<ExampleRow>,
}

/// Which formations of the desk are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DeskQuery {
    /// Words that the name, the programme, the stage or the next step must hold; empty for all.
    pub words: String,
    /// The programme; none for all.
    pub programme: Option<String>,
    /// The page, from 0.
    pub page: usize,
}

/// A page of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskPage {
    /// The formations of this page, latest changed first.
    pub formations: Vec<DeskRow>,
    /// The page, from 0; the last one when a later one was asked for.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
    /// How many formations fit the query.
    pub found: usize,
    /// How many formations there are.
    pub all: usize,
    /// The programmes, with how many formations each has.
    pub programmes: Vec<(String, usize)>,
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
    /// What comes next.
    pub next: Option<Task>,
    /// Why it cannot be worked out, where it cannot.
    pub failure: Option<String>,
    /// Where it stands for its adviser.
    pub keeping: Keeping,
}
