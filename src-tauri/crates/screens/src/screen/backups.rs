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
    match event.act.as_deref() {
        Some("back-up") => match desk.back_up() {
            Ok(()) => done(desk, &Words::at(desk).say(Id("backups-say-made"))),
            Err(failure) => shown(desk, None, None, &failure.into()),
        },
        Some("back-up-to") => {
            let title = Words::at(desk).say(Id("choose-place-for-backup"));
            Ok(page(desk)?.staying().asking(Ask::Folder { title, event: event.clone() }))
        }
        Some("restore-file") => Ok(page(desk)?.staying().asking(Ask::File {
            title: Words::at(desk).say(Id("choose-backup")),
            kind: "Backups of Toad Lane",
            endings: &["store"],
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
        Ok(file) => {
            let said = Id("backups-say-copied").with("file", file.display().to_string());
            done(desk, &Words::at(desk).say(said))
        }
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
            let words = Words::at(desk);
            let mut said = words.say(Id("backups-say-back"));
            if let Some(path) = recovered.aside {
                let aside = Id("backups-say-aside").with("file", path.display().to_string());
                said.push_str(&format!(" {}", words.say(aside)));
            }
            done(desk, &said)
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
