//! Rules of sponsoring bodies: looking at a package, keeping it on this desk, taking it off again.

use std::path::Path;

use askama::Template;
use desk::view::ShelfView;
use desk::{Desk, Failure, Package, PackageFault, PackageReport};

use crate::exchange::{Ask, Event};
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::Route;
use crate::words::{Id, Words, filters};

/// Faults and questions shown before the rest is counted.
const SHOWN: usize = 30;

/// A package that somebody looks at, until it is added or put away. The page never learns where it lies.
pub(crate) struct LookedAt {
    /// The folder's name.
    name: String,
    /// What was read: what is added is what was shown, whatever becomes of the folder.
    package: Package,
}

#[derive(Template)]
#[template(path = "screens/models.html")]
struct Models<'a> {
    view: ShelfView,
    looked: Option<Look<'a>>,
    /// The key of the package that somebody asked to take off.
    removing: &'a str,
    trouble: &'a Trouble,
}

/// What a package holds, as the page shows it.
struct Look<'a> {
    name: &'a str,
    report: PackageReport,
}

impl Look<'_> {
    fn faults(&self) -> impl Iterator<Item = &PackageFault> {
        self.report.faults.iter().take(SHOWN)
    }

    fn more_faults(&self) -> usize {
        self.report.faults.len().saturating_sub(SHOWN)
    }
}

/// Answers an event on the models.
pub(crate) fn answer(
    desk: &mut Desk,
    looked_at: &mut Option<LookedAt>,
    event: &Event,
) -> Result<Page, Failure> {
    let key = Form::of(event).text("package");
    match event.act.as_deref() {
        Some("choose") => {
            let title = Words::at(desk).say(Id("choose-model"));
            let ask = Ask::Folder { title, event: event.clone() };
            Ok(shown(desk, looked_at.as_ref(), "", &Trouble::none())?.staying().asking(ask))
        }
        Some("choose-file") => {
            let title = Words::at(desk).say(Id("choose-model-file"));
            let ask = Ask::File { title, kind: "Text files", endings: &["txt"], event: event.clone() };
            Ok(shown(desk, looked_at.as_ref(), "", &Trouble::none())?.staying().asking(ask))
        }
        Some("add") => add(desk, looked_at),
        Some("ask-remove") => Ok(shown(desk, None, key, &Trouble::none())?.focusing("removing")),
        Some("remove") => {
            desk.remove_package(key)?;
            Ok(shown(desk, None, "", &Trouble::none())?.saying(Id("models-say-removed")))
        }
        _ => {
            *looked_at = None;
            shown(desk, None, "", &Trouble::none())
        }
    }
}

/// Looks at the folder that somebody chose.
pub(crate) fn chosen(
    desk: &Desk,
    looked_at: &mut Option<LookedAt>,
    folder: Option<&Path>,
) -> Result<Page, Failure> {
    *looked_at = None;
    let Some(folder) = folder else {
        return Ok(shown(desk, None, "", &Trouble::none())?.staying().saying(Id("models-say-none")));
    };
    match Package::read(folder) {
        Ok(package) => {
            let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            *looked_at = Some(LookedAt { name, package });
            let page = shown(desk, looked_at.as_ref(), "", &Trouble::none())?;
            Ok(page.focusing("looked"))
        }
        Err(failure) => shown(desk, None, "", &failure.into()),
    }
}

fn add(desk: &mut Desk, looked_at: &mut Option<LookedAt>) -> Result<Page, Failure> {
    let Some(looked) = looked_at else { return shown(desk, None, "", &Trouble::none()) };
    match desk.add_package(&looked.package) {
        Ok(()) => {
            *looked_at = None;
            let page = shown(desk, None, "", &Trouble::none())?;
            Ok(page.focusing("shelf").saying(Id("models-say-added")))
        }
        Err(failure) => shown(desk, looked_at.as_ref(), "", &failure.into()),
    }
}

fn shown(
    desk: &Desk,
    looked_at: Option<&LookedAt>,
    removing: &str,
    trouble: &Trouble,
) -> Result<Page, Failure> {
    let looked =
        looked_at.map(|looked| Look { name: &looked.name, report: desk.look_at_package(&looked.package) });
    let view = desk.shelf_view()?;
    let main = html(Words::at(desk), &Models { view, looked, removing, trouble });
    Ok(Page::new(Route::Models, Id("start-models"), main).troubled(trouble))
}
