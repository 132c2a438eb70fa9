//! What a search found.

/// What a search found on the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchView {
    /// The words that were looked for; empty for none.
    pub words: String,
    /// Where they stand: co-ops first, then people, answers, notes and rules; latest changed co-ops first.
    pub hits: Vec<Hit>,
    /// Whether there are more than are listed.
    pub more: bool,
    /// In how many co-ops, of those changed last, the rules were searched.
    pub rules_of: usize,
}

/// A place where the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What kind of place.
    pub kind: HitKind,
    /// The co-op's name.
    pub co_op: String,
    /// What it is: the question, the rule's heading; empty for the co-op itself.
    pub what: String,
    /// The words, with what stands around them.
    pub says: String,
    /// The screen that shows it.
    pub to: String,
}

/// Kinds of places, in the order in which they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitKind {
    /// The co-op's name.
    CoOp,
    /// A person.
    Person,
    /// An answer.
    Answer,
    /// An adviser's note, or where a co-op stands.
    Note,
    /// A rule.
    Rule,
}
