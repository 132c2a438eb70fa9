//! What was taken out of a co-op and can be brought back, as the history and the bin list it.

use desk::view::{TakenOutKind, TakenOutRow};
use desk::{Desk, Failure};

use crate::form::Form;
use crate::words::Id;

/// What it is, in a word.
pub(crate) fn kind_words(row: &TakenOutRow) -> Id {
    match row.kind {
        TakenOutKind::Person => Id("taken-out-person"),
        TakenOutKind::Organisation => Id("taken-out-organisation"),
        TakenOutKind::Rule => Id("taken-out-rule"),
    }
}

/// Brings back what a form names, and returns what to say of it.
pub(crate) fn bring_back(desk: &mut Desk, id: &str, form: Form<'_>) -> Result<Id, Failure> {
    let kind = TakenOutKind::ALL.into_iter().find(|kind| kind.slug() == form.text("kind"));
    let kind = kind.ok_or_else(|| Failure::not_found("What was taken out"))?;
    desk.bring_back_taken_out(id, kind, form.text("which"))?;
    Ok(match kind {
        TakenOutKind::Person | TakenOutKind::Organisation => Id("history-say-person"),
        TakenOutKind::Rule => Id("history-say-rule"),
    })
}
