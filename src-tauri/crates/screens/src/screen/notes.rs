//! An adviser's screen of a formation: its programme, stage and next step, and notes of their own.

use askama::Template;
use desk::view::NotesView;
use desk::{Desk, Failure, Keeping};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/notes.html")]
struct Notes<'a> {
    view: &'a NotesView,
    keeping: &'a Keeping,
    /// What is being written.
    note: &'a str,
    trouble: &'a Trouble,
}

impl Notes<'_> {
    /// The lines of the first form: name, label, hint, what stands there.
    fn lines(&self) -> [(&'static str, Id, Id, &str); 3] {
        [
            ("programme", Id("desk-programme"), Id("notes-programme-hint"), &self.keeping.programme),
            ("stage", Id("notes-stage"), Id("notes-stage-hint"), &self.keeping.stage),
            ("next-step", Id("tasks-next"), Id("notes-next-step-hint"), &self.keeping.next_step),
        ]
    }
}

/// Answers an event on the notes.
pub(crate) fn answer(desk: &mut Desk, id: &str, event: &Event) -> Result<Page, Failure> {
    let form = Form::of(event);
    match event.act.as_deref() {
        Some("keep") => {
            let keeping = Keeping {
                programme: form.text("programme").to_owned(),
                stage: form.text("stage").to_owned(),
                next_step: form.text("next-step").to_owned(),
            };
            match desk.keep(id, &keeping) {
                Ok(()) => Ok(shown(desk, id, None, "", &Trouble::none())?.staying().saying(Id("say-saved"))),
                Err(failure) => Ok(shown(desk, id, Some(&keeping), "", &failure.into())?.staying()),
            }
        }
        Some("add-note") => match desk.add_note(id, form.text("note")) {
            Ok(()) => Ok(shown(desk, id, None, "", &Trouble::none())?
                .focusing("note")
                .saying(Id("notes-say-noted"))),
            Err(failure) => shown(desk, id, None, form.text("note"), &failure.into()),
        },
        Some("remove-note") => {
            desk.remove_note(id, form.text("which"))?;
            let page = shown(desk, id, None, "", &Trouble::none())?;
            Ok(page.focusing("note").saying(Id("notes-say-gone")))
        }
        _ => shown(desk, id, None, "", &Trouble::none()),
    }
}

fn shown(
    desk: &Desk,
    id: &str,
    typed: Option<&Keeping>,
    note: &str,
    trouble: &Trouble,
) -> Result<Page, Failure> {
    let view = desk.notes_view(id)?;
    let keeping = typed.unwrap_or(&view.keeping);
    let main = html(Words::at(desk), &Notes { view: &view, keeping, note, trouble });
    Ok(Page::new(Route::In(id.to_owned(), Inner::Notes), Id("screen-notes"), main)
        .framed(view.frame.clone())
        .troubled(trouble))
}
