//! The constitution with what changed marked.

use document::{Change, ChangeKind, Text, compare};
use formation::pack::reasons;

use super::{FrameView, Html, Saved};
use crate::worked_out::WorkedOut;

/// What a constitution is marked against on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkedAgainst {
    /// The model's own words with the same answers: what was changed by hand.
    Model,
    /// The model with every usual answer, and nothing changed by hand.
    Usual,
    /// The same co-op at an earlier moment of its history.
    Moment(i64),
}

/// The constitution with changes marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedView {
    /// The frame.
    pub frame: FrameView,
    /// "Rules", "Articles of association".
    pub title: &'static str,
    /// What it is marked against.
    pub against: MarkedAgainst,
    /// Moments to choose from, latest first: the moment, and when and what.
    pub moments: Vec<(i64, String)>,
    /// What changed.
    pub changes: Vec<ChangeRow>,
    /// The whole, marked.
    pub html: Html,
}

/// One change, as the table of changes has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// The rule's slug; empty when it is no rule's that is in.
    pub rule: String,
    /// "12 Quorum".
    pub title: String,
    /// "New", "Taken out", "Reworded", "Moved".
    pub kind: &'static str,
    /// What it was.
    pub was: String,
    /// What it is.
    pub is: String,
    /// Why; empty when nobody said.
    pub why: String,
}

impl MarkedView {
    pub(crate) fn of(
        now: &WorkedOut<'_>,
        then: &WorkedOut<'_>,
        id: &str,
        saved: Saved,
        against: MarkedAgainst,
        moments: Vec<(i64, String)>,
    ) -> Self {
        let comparison = compare(&then.constitution.blocks(), &now.constitution.blocks());
        Self {
            frame: FrameView::of(now, id, saved),
            title: now.formation.form.constitution_title(),
            against,
            moments,
            changes: comparison.changes.iter().map(|change| change_row(now, change)).collect(),
            html: Html(typeset::html_blocks(&comparison.blocks)),
        }
    }
}

/// Returns a change as the table of changes has it.
pub(crate) fn change_row(now: &WorkedOut<'_>, change: &Change) -> ChangeRow {
    let said = |texts: &[Text]| texts.iter().map(Text::plain).collect::<Vec<_>>().join(" ");
    let slug = change.rule.as_ref().map(|anchor| anchor.0.as_str()).unwrap_or_default();
    ChangeRow {
        rule: now.constitution.rule(slug).map(|rule| rule.slug.clone()).unwrap_or_default(),
        title: format!("{} {}", change.label, change.heading).trim().to_owned(),
        kind: match change.kind {
            ChangeKind::Added => "New",
            ChangeKind::Removed => "Taken out",
            ChangeKind::Reworded => "Reworded",
            ChangeKind::Moved => "Moved",
        },
        was: said(&change.was),
        is: said(&change.is),
        why: reasons(&now.case(), change).iter().map(Text::plain).collect::<Vec<_>>().join("; "),
    }
}
