//! Taking in a co-op's file: choosing it, the words that open it, what it would change, and doing it.

use std::path::{Path, PathBuf};

use askama::Template;
use desk::exchange::ImportView;
use desk::{Desk, Failure};

use crate::exchange::{Ask, Event};
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::Route;
use crate::screen::{hand_on, tasks};
use crate::words::{Id, Words, filters};

/// The file that somebody chose, until it is taken in or put away. The page never learns its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Incoming {
    path: PathBuf,
    /// The words that open it, once they were typed.
    words: Option<String>,
}

#[derive(Template)]
#[template(path = "screens/take-in.html")]
struct TakeIn<'a> {
    /// The chosen file's name.
    file: Option<String>,
    /// Whether the words that open it are asked for.
    wants_words: bool,
    view: Option<&'a ImportView>,
    trouble: &'a Trouble,
}

impl TakeIn<'_> {
    /// What the copies disagree on where nothing else will be shown: no line of the table names it.
    fn unnamed(view: &ImportView) -> Vec<&str> {
        let whats = view.conflicts.iter().map(|conflict| conflict.what.as_str());
        whats.filter(|what| view.lines.iter().all(|line| line.what != **what)).collect()
    }
}

/// Answers an event on taking in.
pub(crate) fn answer(
    desk: &mut Desk,
    incoming: &mut Option<Incoming>,
    event: &Event,
) -> Result<Page, Failure> {
    match event.act.as_deref() {
        Some("choose") => {
            let ask = Ask::File {
                title: Words::at(desk).say(Id("choose-co-op-file")),
                kind: "Co-op files",
                endings: &["coop"],
                event: event.clone(),
            };
            Ok(shown(Words::at(desk), None, false, None, &Trouble::none()).staying().asking(ask))
        }
        Some("words") => {
            if let Some(incoming) = incoming {
                incoming.words = Some(Form::of(event).text("words").to_owned());
            }
            Ok(looked_at(desk, incoming))
        }
        Some("take-in") => match incoming.clone() {
            Some(file) => take_in(desk, incoming, &file),
            None => Ok(shown(Words::at(desk), None, false, None, &Trouble::none())),
        },
        _ => {
            *incoming = None;
            Ok(shown(Words::at(desk), None, false, None, &Trouble::none()))
        }
    }
}

/// Looks at the file that somebody chose.
pub(crate) fn chosen(desk: &Desk, incoming: &mut Option<Incoming>, path: Option<&Path>) -> Page {
    *incoming = path.map(|path| Incoming { path: path.to_owned(), words: None });
    match incoming {
        Some(_) => looked_at(desk, incoming),
        None => shown(Words::at(desk), None, false, None, &Trouble::none())
            .staying()
            .saying(Id("take-in-say-nothing")),
    }
}

fn looked_at(desk: &Desk, incoming: &Option<Incoming>) -> Page {
    let Some(file) = incoming else { return shown(Words::at(desk), None, false, None, &Trouble::none()) };
    match desk.preview_import(&file.path, file.words.as_deref()) {
        Ok(view) => {
            shown(Words::at(desk), Some(file), false, Some(&view), &Trouble::none()).focusing("preview")
        }
        // The first time it is no trouble that the file is locked: nobody was asked for the words yet.
        Err(failure) if failure.field.as_deref() == Some("words") && file.words.is_none() => {
            shown(Words::at(desk), Some(file), true, None, &Trouble::none()).focusing("words")
        }
        Err(failure) => {
            let wants_words = failure.field.as_deref() == Some("words");
            shown(Words::at(desk), Some(file), wants_words, None, &failure.into())
        }
    }
}

fn take_in(desk: &mut Desk, incoming: &mut Option<Incoming>, file: &Incoming) -> Result<Page, Failure> {
    match desk.import(&file.path, file.words.as_deref()) {
        Ok(imported) => {
            *incoming = None;
            if imported.conflicts > 0 {
                let page = hand_on::page(desk, &imported.formation)?.focusing("conflicts");
                return Ok(page.saying(Id("take-in-say-conflicts")));
            }
            Ok(tasks::page(desk, &imported.formation)?.saying(Id("take-in-say-done")))
        }
        Err(failure) => Ok(shown(Words::at(desk), Some(file), false, None, &failure.into())),
    }
}

fn shown(
    words: &'static Words,
    file: Option<&Incoming>,
    wants_words: bool,
    view: Option<&ImportView>,
    trouble: &Trouble,
) -> Page {
    let file = file.and_then(|file| Some(file.path.file_name()?.to_string_lossy().into_owned()));
    let main = html(words, &TakeIn { file, wants_words, view, trouble });
    Page::new(Route::TakeIn, Id("palette-take-in"), main).troubled(trouble)
}
