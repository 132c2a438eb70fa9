//! Backups: copies of everything, made, carried away and gone back to.

use std::path::Path;

use askama::Template;
use desk::view::{BackupRow, BackupView};
use desk::{Desk, Failure};

use crate::exchange::{Ask, Event};
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::Route;
use crate::screens::Screens;
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/backups.html")]
struct Backups<'a> {
    backups: &'a [BackupRow],
    /// What going back to the backup in question would change.
    restoring: Option<&'a BackupView>,
    /// What was just done, a finished sentence.
    done: Option<&'a str>,
    notice: Option<&'a Failure>,
    trouble: &'a Trouble,
}

/// The acts that need the desk to be closed meanwhile.
pub(crate) fn needs_closed_desk(event: &Event) -> bool {
    event.act.as_deref() == Some("restore")
}

/// Answers an event on the backups.
pub(crate) fn answer(desk: &mut Desk, event: &Event) -> Result<Page, Failure> {
    let ask = |title: &str| Ask::Folder { title: title.to_owned(), event: event.clone() };
    match event.act.as_deref() {
        Some("back-up") => match desk.back_up() {
            Ok(()) => done(desk, "A backup was made and checked."),
            Err(failure) => shown(desk, None, None, &failure.into()),
        },
        Some("back-up-to") => Ok(page(desk)?.staying().asking(ask("Where should the backup go?"))),
        Some("restore-file") => Ok(page(desk)?.staying().asking(Ask::File {
            title: "Which backup should be put back?".to_owned(),
            kind: "Backups of Toad Lane",
            ending: "store",
            event: event.clone(),
        })),
        Some("ask-restore") => match desk.backup_view(number(event)) {
            Ok(view) => Ok(shown(desk, Some(&view), None, &Trouble::none())?.focusing("restoring")),
            Err(failure) => shown(desk, None, None, &failure.into()),
        },
        _ => page(desk),
    }
}

fn number(event: &Event) -> u64 {
    Form::of(event).text("backup").parse().unwrap_or(0)
}

/// Goes on with what asked for a folder or a file.
pub(crate) fn chosen(screens: &mut Screens, event: &Event, path: Option<&Path>) -> Result<Page, Failure> {
    let Some(path) = path else {
        return Ok(page(screens.desk()?)?.staying().saying(Id("backups-say-nothing")));
    };
    if event.act.as_deref() == Some("restore-file") {
        return restored(screens, |opening| opening.restore_file(path));
    }
    let desk = screens.desk()?;
    match desk.back_up_to(path) {
        Ok(file) => done(desk, &format!("A checked copy of everything is in {}.", file.display())),
        Err(failure) => shown(desk, None, None, &failure.into()),
    }
}

/// Goes back to a backup, with the desk closed meanwhile.
pub(crate) fn restore(screens: &mut Screens, event: &Event) -> Result<Page, Failure> {
    let number = number(event);
    restored(screens, |opening| opening.restore_backup(number))
}

fn restored(
    screens: &mut Screens,
    work: impl FnOnce(&mut desk::Opening) -> Result<desk::recovery::Recovered, Failure>,
) -> Result<Page, Failure> {
    match screens.while_closed(work)? {
        Ok(recovered) => {
            let desk = screens.desk()?;
            let aside =
                recovered.aside.map(|path| format!(" What was here before is in {}.", path.display()));
            done(desk, &format!("The backup is put back.{}", aside.unwrap_or_default()))
        }
        Err(failure) => shown(screens.desk()?, None, None, &failure.into()),
    }
}

fn done(desk: &Desk, sentence: &str) -> Result<Page, Failure> {
    Ok(shown(desk, None, Some(sentence), &Trouble::none())?.focusing("done").saying(sentence))
}

fn page(desk: &Desk) -> Result<Page, Failure> {
    shown(desk, None, None, &Trouble::none())
}

fn shown(
    desk: &Desk,
    restoring: Option<&BackupView>,
    done: Option<&str>,
    trouble: &Trouble,
) -> Result<Page, Failure> {
    let backups = desk.backups_view()?;
    let main = html(
        Words::at(desk),
        &Backups { backups: &backups, restoring, done, notice: desk.notice(), trouble },
    );
    Ok(Page::new(Route::Backups, Id("place-backups"), main).troubled(trouble))
}
