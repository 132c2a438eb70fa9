//! The shelf of sponsors' packages, and moving a co-op to another edition.

use document::compare;
use formation::library::Model;

use super::marked::change_row;
use super::{ChangeRow, FrameView, Html};
use crate::worked_out::WorkedOut;

/// What stands on the shelf.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShelfView {
    /// The packages, in the order in which they came.
    pub rows: Vec<ShelfRow>,
}

/// A package on the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShelfRow {
    /// Its name in addresses.
    pub key: String,
    /// Its models.
    pub models: Vec<ShelfModel>,
    /// Whether a co-op can begin with it: another version of the app may have put it there.
    pub readable: bool,
    /// Co-ops that follow another edition of one of its models.
    pub followers: Vec<FollowerRow>,
}

/// A model of a package on the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShelfModel {
    /// The name that answers files call it by.
    pub id: String,
    /// "Ridings worker co-operative".
    pub title: String,
    /// "2026-1".
    pub edition: String,
    /// Who stands behind it.
    pub sponsor: String,
    /// Under which licence its texts may be used.
    pub licence: String,
    /// Whom it is for: "Worker co-operative, as a co-operative society, in England".
    pub made_for: String,
}

/// A co-op that follows another edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowerRow {
    /// Its id.
    pub formation: String,
    /// Its name.
    pub name: String,
    /// What it follows: "Ridings worker co-operative, edition 2026-1"; none where the texts did not come along.
    pub follows: Option<String>,
}

/// What moving a co-op to another edition would change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MoveView {
    /// The frame; none where the co-op cannot be worked out with the texts that it has.
    pub frame: Option<FrameView>,
    /// The co-op's name.
    pub name: String,
    /// What it follows now.
    pub from: String,
    /// What it would follow.
    pub to: String,
    /// What becomes different in its rules; nothing to compare with where there is no frame.
    pub changes: Vec<ChangeRow>,
    /// Its rules under the other edition, marked against what they are now.
    pub html: Html,
    /// Questions that the group answered and the other edition does not ask.
    pub not_asked: Vec<String>,
    /// Questions that only the other edition asks.
    pub new_questions: Vec<String>,
}

impl MoveView {
    pub(crate) fn of(now: &WorkedOut<'_>, then: &WorkedOut<'_>, from: String, to: String) -> Self {
        let comparison = compare(&now.constitution.blocks(), &then.constitution.blocks());
        let asked = |one: &WorkedOut<'_>, slug: &str| one.answers.is_asked(slug);
        let only_in = |one: &WorkedOut<'_>, other: &WorkedOut<'_>, answered: bool| -> Vec<String> {
            let decisions = one.assets.library.decisions_of(one.model);
            let decisions = decisions.filter(|decision| {
                let given = !answered || one.formation.given(&decision.slug).is_some();
                given && asked(one, &decision.slug) && !asked(other, &decision.slug)
            });
            decisions.map(|decision| decision.question.clone()).collect()
        };
        Self {
            frame: None,
            name: String::new(),
            from,
            to,
            changes: comparison.changes.iter().map(|change| change_row(then, change)).collect(),
            html: Html(typeset::html_blocks(&comparison.blocks)),
            not_asked: only_in(now, then, true),
            new_questions: only_in(then, now, false),
        }
    }
}

impl ShelfRow {
    /// What a list calls it.
    pub fn title(&self) -> String {
        let titles = self.models.iter().map(|model| format!("{}, edition {}", model.title, model.edition));
        titles.collect::<Vec<_>>().join("; ")
    }
}

impl ShelfModel {
    pub(crate) fn of(model: &Model) -> Self {
        let types: Vec<&str> = model.types.iter().map(|one| one.title()).collect();
        let forms: Vec<&str> = model.forms.iter().map(|one| one.title()).collect();
        let nations: Vec<&str> = model.nations.iter().map(|one| one.title()).collect();
        Self {
            id: model.id.clone(),
            title: model.title.clone(),
            edition: model.edition.clone(),
            sponsor: model.sponsor.clone(),
            licence: model.licence.clone(),
            made_for: format!("{}, as {}, in {}", types.join(" or "), forms.join(" or "), nations.join(", ")),
        }
    }
}
