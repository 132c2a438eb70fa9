//! What was done to a formation, moment by moment; and the bin.

use super::{AnswersPart, FrameView, Html};

/// One thing that differs between two states of a formation, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineView {
    /// What it is: a question, a person's particular.
    pub what: String,
    /// What it was; "nothing" for what was not there.
    pub before: String,
    /// What it is.
    pub after: String,
}

/// The history of a formation, latest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryView {
    /// The frame.
    pub frame: FrameView,
    /// What can be undone next, in a few words; none when nothing can.
    pub undo: Option<String>,
    /// What can be done again next.
    pub redo: Option<String>,
    /// What was done, latest first.
    pub acts: Vec<ActRow>,
    /// People who were taken out and can be brought back.
    pub removed: Vec<RemovedPerson>,
    /// On what copies disagree, until somebody settles it.
    pub conflicts: Vec<ConflictView>,
}

/// What somebody did at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRow {
    /// The moment right after it, by which acts name it.
    pub moment: i64,
    /// "24 November 2026, 14:02".
    pub when: String,
    /// Who.
    pub who: String,
    /// What kind of act it was.
    pub kind: ActKind,
    /// What it changed.
    pub lines: Vec<LineView>,
    /// How many answers the group agreed to in it.
    pub agreed: usize,
}

/// What undoing, and doing again, would do next, in a few words; none when there is nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reversible {
    /// What would be undone.
    pub undo: Option<String>,
    /// What would be done again.
    pub redo: Option<String>,
}

/// A formation as it was at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MomentView {
    /// The frame, as it is now.
    pub frame: FrameView,
    /// The moment, by which acts name it.
    pub moment: i64,
    /// "24 November 2026, 14:02".
    pub when: String,
    /// Parts of the questions by heading, with the answers as they stood.
    pub parts: Vec<AnswersPart>,
    /// The names of the people who were entered.
    pub people: Vec<String>,
    /// What became different since.
    pub since: ComparisonView,
}

/// Kinds of acts that a history tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActKind {
    /// Done here.
    Done,
    /// Took an earlier act back, or did one again.
    Reverted,
    /// Came in with another copy.
    CameIn,
}

/// Somebody who was taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedPerson {
    /// Their id.
    pub id: String,
    /// Their name.
    pub name: String,
}

/// One thing on which copies disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictView {
    /// The field, by which acts name it.
    pub field: String,
    /// What it is.
    pub what: String,
    /// What each copy says.
    pub sides: Vec<SideView>,
}

/// What one copy says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideView {
    /// The change, by which acts name it.
    pub change: String,
    /// Who says it.
    pub who: String,
    /// When they said it.
    pub when: String,
    /// What they say; "nothing" when they took it out.
    pub value: String,
    /// Whether this is what the app shows until it is settled.
    pub shown: bool,
}

/// How two moments of a formation differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ComparisonView {
    /// Answers, people and the rest.
    pub lines: Vec<LineView>,
    /// Rules that are there, gone or worded otherwise.
    pub rules: Vec<RuleDifference>,
}

/// A rule that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleDifference {
    /// Its heading.
    pub heading: String,
    /// Its words before; none when it was not there.
    pub before: Option<Html>,
    /// Its words after; none when it is gone.
    pub after: Option<Html>,
}

/// Formations that were taken off the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinView {
    /// The formations, latest removed first.
    pub formations: Vec<BinRow>,
}

/// A formation in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinRow {
    /// Its id.
    pub formation: String,
    /// Its name.
    pub name: String,
    /// When it was removed.
    pub removed: String,
    /// How many days it can still be brought back; 0 when it may go at any opening.
    pub days_left: i64,
}
