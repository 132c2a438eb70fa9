//! An adviser's screen of a formation: its programme, stage and next step, and notes of their own.

use askama::Template;
use desk::view::NotesView;
use desk::{Desk, Failure, Keeping};

use crate::exchange::Event;
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::words::{Words, filters};

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
    fn lines(&self) -> [(&'static str, &'static str, &'static str, &str); 3] {
        [
            ("programme", "Programme", "For example: Spring intake 2027", &self.keeping.programme),
            ("stage", "Stage", "For example: drafting, with the registrar", &self.keeping.stage),
            ("next-step", "Next step", "For example: ring Asha about the lease", &self.keeping.next_step),
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
                Ok(()) => Ok(shown(desk, id, None, "", &Trouble::none())?.staying().saying("Saved.")),
                Err(failure) => Ok(shown(desk, id, Some(&keeping), "", &failure.into())?),
            }
        }
        Some("add-note") => match desk.add_note(id, form.text("note")) {
            Ok(()) => Ok(shown(desk, id, None, "", &Trouble::none())?.focusing("note").saying("Noted.")),
            Err(failure) => shown(desk, id, None, form.text("note"), &failure.into()),
        },
        Some("remove-note") => {
            desk.remove_note(id, form.text("which"))?;
            let page = shown(desk, id, None, "", &Trouble::none())?;
            Ok(page.focusing("note").saying("The note is gone. Undo brings it back."))
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
    Ok(Page::new(Route::In(id.to_owned(), Inner::Notes), "Adviser\u{2019}s notes", main)
        .framed(view.frame.clone())
        .troubled(trouble))
}
