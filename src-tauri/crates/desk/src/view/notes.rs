//! What an adviser keeps about a formation.

use super::FrameView;
use crate::adviser::Keeping;

/// Where a formation stands for its adviser, and their notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotesView {
    /// The frame.
    pub frame: FrameView,
    /// Where it stands.
    pub keeping: Keeping,
    /// The names of all programmes on this desk.
    pub programmes: Vec<String>,
    /// The notes, latest first.
    pub notes: Vec<NoteView>,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteView {
    /// Its id.
    pub id: String,
    /// What it says.
    pub text: String,
    /// When it was written: "24 November 2026, 14:02".
    pub written: String,
}
