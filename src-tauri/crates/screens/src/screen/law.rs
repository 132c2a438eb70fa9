//! Newer figures of the law: looking at what they would change, taking them in, going back to the app's own.

use std::path::Path;

use askama::Template;
use desk::{Desk, Failure, LawChange, LawReport, LawView, NewerLaw};

use crate::exchange::{Ask, Event};
use crate::page::{Page, Trouble, html};
use crate::route::Route;
use crate::words::{Id, Words, filters};

/// Changes and faults shown before the rest is counted.
const SHOWN: usize = 100;

/// Newer figures that somebody looks at, until they are taken in or put away. The page never learns where they lie.
pub(crate) struct LookedAt(NewerLaw);

#[derive(Template)]
#[template(path = "screens/law.html")]
struct LawPage<'a> {
    view: LawView,
    looked: Option<LawReport>,
    trouble: &'a Trouble,
}

impl LawPage<'_> {
    fn shown<'c>(&self, changes: &'c [LawChange]) -> &'c [LawChange] {
        changes.get(..SHOWN).unwrap_or(changes)
    }

    fn more(&self, all: usize) -> usize {
        all.saturating_sub(SHOWN)
    }
}

/// Answers an event on the figures of the law.
pub(crate) fn answer(
    desk: &mut Desk,
    looked_at: &mut Option<LookedAt>,
    event: &Event,
) -> Result<Page, Failure> {
    match event.act.as_deref() {
        Some("choose") => {
            let title = Words::at(desk).say(Id("choose-law-folder"));
            let ask = Ask::Folder { title, event: event.clone() };
            Ok(shown(desk, looked_at.as_ref(), &Trouble::none())?.staying().asking(ask))
        }
        Some("choose-file") => {
            let title = Words::at(desk).say(Id("choose-law-file"));
            let ask =
                Ask::File { title, kind: "Text files", endings: &["toml", "txt"], event: event.clone() };
            Ok(shown(desk, looked_at.as_ref(), &Trouble::none())?.staying().asking(ask))
        }
        Some("take") => take(desk, looked_at),
        Some("own") => {
            desk.put_law_away()?;
            *looked_at = None;
            Ok(shown(desk, None, &Trouble::none())?.saying(Id("law-say-own")))
        }
        _ => {
            *looked_at = None;
            shown(desk, None, &Trouble::none())
        }
    }
}

/// Looks at what somebody chose.
pub(crate) fn chosen(
    desk: &Desk,
    looked_at: &mut Option<LookedAt>,
    path: Option<&Path>,
) -> Result<Page, Failure> {
    *looked_at = None;
    let Some(path) = path else {
        return Ok(shown(desk, None, &Trouble::none())?.staying().saying(Id("law-say-none")));
    };
    match NewerLaw::read(path) {
        Ok(newer) => {
            *looked_at = Some(LookedAt(newer));
            Ok(shown(desk, looked_at.as_ref(), &Trouble::none())?.focusing("looked"))
        }
        Err(failure) => shown(desk, None, &failure.into()),
    }
}

fn take(desk: &mut Desk, looked_at: &mut Option<LookedAt>) -> Result<Page, Failure> {
    let Some(LookedAt(newer)) = looked_at else { return shown(desk, None, &Trouble::none()) };
    match desk.take_law(newer) {
        Ok(()) => {
            *looked_at = None;
            Ok(shown(desk, None, &Trouble::none())?.focusing("used").saying(Id("law-say-taken")))
        }
        Err(failure) => shown(desk, looked_at.as_ref(), &failure.into()),
    }
}

fn shown(desk: &Desk, looked_at: Option<&LookedAt>, trouble: &Trouble) -> Result<Page, Failure> {
    let looked = looked_at.map(|LookedAt(newer)| desk.look_at_law(newer)).transpose()?;
    let main = html(Words::at(desk), &LawPage { view: desk.law_view()?, looked, trouble });
    Ok(Page::new(Route::Law, Id("law-heading"), main).troubled(trouble))
}
