//! The desk that cannot be opened: what is wrong, and every way to put it right, best first.

use std::path::Path;

use askama::Template;
use desk::view::RecoveryView;
use desk::{Failure, FailureCode, Opening};

use crate::exchange::{Ask, Event};
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::Route;
use crate::screen::{passphrase, plain};
use crate::screens::Screens;
use crate::words::{Id, filters};

#[derive(Template)]
#[template(path = "screens/recovery.html")]
struct Recovery<'a> {
    failure: &'a Failure,
    view: &'a RecoveryView,
    /// What was just done, a finished sentence.
    done: Option<&'a str>,
    trouble: &'a Trouble,
}

#[derive(Template)]
#[template(path = "screens/locked.html")]
struct Locked<'a> {
    trouble: &'a Trouble,
}

/// Answers any event while the desk is not open.
pub(crate) fn answer(screens: &mut Screens, event: &Event) -> Page {
    let alone = event.act.as_deref() == Some("salvage-alone");
    let number = Form::of(event).text("backup").parse().unwrap_or(0);
    let tried = match event.act.as_deref() {
        // More may have been found meanwhile; somebody may be reading.
        Some("checked") => return shown(screens, None, &Trouble::none()).staying(),
        Some("unlock") => unlocked(screens, event).map(|()| None),
        Some("try-again") => screens.while_closed(|_| Ok(())).map(|_| None),
        Some("restore") => tried(screens, |opening| opening.restore_backup(number)),
        Some("salvage" | "salvage-alone") => tried(screens, |opening| opening.salvage(alone)),
        Some("restore-file") => {
            let ask = Ask::File {
                title: screens.words().say(Id("choose-backup")),
                kind: "Backups of Toad Lane",
                endings: &["store"],
                event: event.clone(),
            };
            return shown(screens, None, &Trouble::none()).staying().asking(ask);
        }
        Some("export") => {
            let title = screens.words().say(Id("choose-place-for-text"));
            let ask = Ask::Folder { title, event: event.clone() };
            return shown(screens, None, &Trouble::none()).staying().asking(ask);
        }
        _ => Ok(None),
    };
    told(screens, tried)
}

/// Goes on with what asked for a folder or a file.
pub(crate) fn chosen(screens: &mut Screens, event: &Event, path: Option<&Path>) -> Page {
    let Some(path) = path else {
        return shown(screens, None, &Trouble::none()).staying().saying(Id("backups-say-nothing"));
    };
    let tried = match event.act.as_deref() {
        Some("restore-file") => tried(screens, |opening| opening.restore_file(path)),
        _ => {
            screens.look_no_more();
            screens.opening().and_then(|opening| opening.export_readable(path)).map(|(file, count)| {
                let said =
                    Id("recovery-say-text").with("count", count).with("file", file.display().to_string());
                Some(screens.words().say(said))
            })
        }
    };
    told(screens, tried)
}

/// Opens the desk with what was typed: the passphrase, or the recovery code where that was typed instead.
fn unlocked(screens: &mut Screens, event: &Event) -> Result<(), Failure> {
    screens.unlock(passphrase::secret(event))?;
    screens.while_closed(|_| Ok(()))?
}

fn tried(
    screens: &mut Screens,
    work: impl FnOnce(&mut Opening) -> Result<desk::recovery::Recovered, Failure>,
) -> Result<Option<String>, Failure> {
    let recovered = screens.while_closed(work)??;
    let words = screens.words();
    let mut sentence = words.say(Id("recovery-say-open").with("count", recovered.added));
    if let Some(aside) = recovered.aside {
        let aside = Id("recovery-say-aside").with("file", aside.display().to_string());
        sentence.push_str(&format!(" {}", words.say(aside)));
    }
    Ok(Some(sentence))
}

/// The desk, if it is open by now; or what is wrong still.
fn told(screens: &mut Screens, tried: Result<Option<String>, Failure>) -> Page {
    match tried {
        Ok(done) => shown(screens, done.as_deref(), &Trouble::none()),
        Err(failure) => shown(screens, None, &failure.into()),
    }
}

fn shown(screens: &mut Screens, done: Option<&str>, trouble: &Trouble) -> Page {
    let words = screens.words();
    let failure = match screens.desk() {
        Ok(desk) => {
            let page = crate::screen::desk_of_formations::opened(desk, done);
            return match done {
                Some(done) => page.saying(done),
                None => page,
            };
        }
        Err(failure) => failure,
    };
    if failure.code == FailureCode::Locked {
        let main = html(words, &Locked { trouble });
        return Page::new(Route::Unknown, Id("locked-title"), main).without_desk().troubled(trouble);
    }
    let view = match screens.opening() {
        Ok(_) if failure.code == FailureCode::Damaged => screens.recovery_view(),
        Ok(_) => {
            // Whoever tried again hears that it is as it was: nothing on the page would say so.
            let page = plain::not_open_yet(words, &failure);
            return if trouble.0.is_some() { page.saying(failure.sentence) } else { page };
        }
        Err(_) => return plain::cannot_start(words, &failure),
    };
    match view {
        Ok(view) => {
            let main = html(words, &Recovery { failure: &failure, view: &view, done, trouble });
            let page = Page::new(Route::Unknown, Id("recovery-title"), main);
            let page = page.without_desk().troubled(trouble);
            if done.is_some() { page.focusing("done") } else { page }
        }
        Err(failure) => plain::cannot_start(words, &failure),
    }
}
