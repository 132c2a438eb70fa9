//! Whose data is where; a file of everything held about a person; erasing a person; a copy in which what is private is
//! blank.

use std::path::Path;

use askama::Template;
use desk::view::{LineView, PrivacyView};
use desk::{Desk, Failure};

use crate::exchange::{Ask, Event};
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Say, Words, filters};

#[derive(Template)]
#[template(path = "screens/privacy.html")]
struct Privacy<'a> {
    view: &'a PrivacyView,
    id: &'a str,
    /// The person that somebody asked to erase; empty for none.
    erasing: &'a str,
    /// What was just done, a finished sentence.
    done: Option<&'a Say>,
    /// Texts that still name somebody who was erased.
    mentions: &'a [LineView],
    /// Files in which something could not be erased.
    left: &'a [String],
    trouble: &'a Trouble,
}

/// What an act has come to.
#[derive(Default)]
struct Done {
    sentence: Option<Say>,
    mentions: Vec<LineView>,
    left: Vec<String>,
}

/// Answers an event on the privacy screen.
pub(crate) fn answer(desk: &mut Desk, id: &str, event: &Event) -> Result<Page, Failure> {
    let person = Form::of(event).text("person");
    match event.act.as_deref() {
        Some("about") => Ok(page(desk, id)?.staying().asking(Ask::Folder {
            title: Words::at(desk).say(Id("choose-place-for-person")),
            event: event.clone(),
        })),
        Some("share") => {
            let (title, name) =
                (Words::at(desk).say(Id("choose-place-for-file")), desk.shared_copy_name(id)?);
            let ask = Ask::Save { title, kind: "PDF files", ending: "pdf", name, event: event.clone() };
            Ok(page(desk, id)?.staying().asking(ask))
        }
        Some("ask-erase") => {
            Ok(shown(desk, id, person, &Done::default(), &Trouble::none())?.focusing("erasing"))
        }
        Some("erase") => match desk.erase_person(id, person) {
            Ok(erased) => {
                let done = Done {
                    sentence: Some(Id("privacy-say-erased").into()),
                    mentions: erased.mentions,
                    left: erased.left.iter().map(|path| path.display().to_string()).collect(),
                };
                let page = shown(desk, id, "", &done, &Trouble::none())?;
                Ok(page.focusing("done").saying(Id("privacy-say-erased")))
            }
            Err(failure) => shown(desk, id, "", &Done::default(), &failure.into()),
        },
        _ => page(desk, id),
    }
}

/// Writes what is held about a person into the folder, or a copy to share as a file; none when the person chose none.
pub(crate) fn chosen(desk: &Desk, id: &str, event: &Event, path: Option<&Path>) -> Result<Page, Failure> {
    let shares = event.act.as_deref() == Some("share");
    let Some(folder) = path else {
        let said = if shares { Id("pack-say-no-file") } else { Id("pack-say-no-folder") };
        return Ok(page(desk, id)?.staying().saying(said));
    };
    if shares {
        return match desk.save_shared_copy(id, folder) {
            Ok(file) => {
                let sentence = Id("privacy-say-shared").with("file", file.display().to_string());
                let done = Done { sentence: Some(sentence), ..Done::default() };
                let page = shown(desk, id, "", &done, &Trouble::none())?;
                Ok(page.focusing("done").saying(Id("pack-say-saved")))
            }
            Err(failure) => shown(desk, id, "", &Done::default(), &failure.into()),
        };
    }
    match desk.write_about_person(id, Form::of(event).text("person"), folder) {
        Ok(file) => {
            let sentence = Id("privacy-say-made").with("file", file.display().to_string());
            let done = Done { sentence: Some(sentence), ..Done::default() };
            Ok(shown(desk, id, "", &done, &Trouble::none())?.focusing("done").saying(Id("hand-on-say-made")))
        }
        Err(failure) => shown(desk, id, "", &Done::default(), &failure.into()),
    }
}

fn page(desk: &Desk, id: &str) -> Result<Page, Failure> {
    shown(desk, id, "", &Done::default(), &Trouble::none())
}

fn shown(desk: &Desk, id: &str, erasing: &str, done: &Done, trouble: &Trouble) -> Result<Page, Failure> {
    let view = desk.privacy_view(id)?;
    let main = html(
        Words::at(desk),
        &Privacy {
            view: &view,
            id,
            erasing,
            done: done.sentence.as_ref(),
            mentions: &done.mentions,
            left: &done.left,
            trouble,
        },
    );
    Ok(Page::new(Route::In(id.to_owned(), Inner::Privacy), Id("screen-privacy"), main)
        .framed(view.frame.clone())
        .troubled(trouble))
}
