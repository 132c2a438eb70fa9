//! Pages as they will be printed: turning them, how large they are shown, and saving what they are of. Knows no paper.

use std::path::{Path, PathBuf};

use desk::view::PrintedPage;
use desk::{Desk, EditionFile, Failure};

use crate::exchange::{Ask, Event};
use crate::form::Form;
use crate::page::{Page, Trouble};
use crate::words::{Id, Say, Words};

/// What is read page by page and can be saved: a paper of the pack, or an edition of the rules.
pub(crate) trait Printed {
    /// What its screen shows.
    type View;

    /// Returns a page of it, counted from 1; beyond the last, the last.
    fn view(&self, desk: &Desk, page: usize) -> Result<Self::View, Failure>;

    /// The page in a view.
    fn printed(view: &Self::View) -> &PrintedPage;

    /// As what an act saves it; none for another act, and for what is not offered.
    fn saved_by(&self, act: &str) -> Option<EditionFile>;

    /// The name that its file is given, unless somebody chooses another.
    fn file_name(&self, desk: &Desk, file: EditionFile) -> Result<String, Failure>;

    /// Saves it, and returns where.
    fn save(&self, desk: &Desk, file: EditionFile, path: &Path) -> Result<PathBuf, Failure>;

    /// Its screen.
    fn screen(&self, words: &'static Words, view: &Self::View, leaf: Leaf<'_>) -> Page;
}

/// How the page that is shown stands.
pub(crate) struct Leaf<'a> {
    pub(crate) zoom: Zoom,
    /// What stands in the box for the page's number.
    pub(crate) wanted: String,
    /// The file that was just saved, and the folder it is in.
    pub(crate) saved: Option<(String, String)>,
    pub(crate) trouble: &'a Trouble,
}

/// Answers an event on a page.
pub(crate) fn answer<P: Printed>(
    desk: &Desk,
    zoom: &mut Zoom,
    what: &P,
    page: usize,
    event: &Event,
) -> Result<Page, Failure> {
    let words = Words::at(desk);
    let view = what.view(desk, page)?;
    if let Some(file) = event.act.as_deref().and_then(|act| what.saved_by(act)) {
        let title = words.say(Id("choose-place-for-file"));
        let (kind, ending) = match file {
            EditionFile::Word => ("Word files", "docx"),
            _ => ("PDF files", "pdf"),
        };
        let name = what.file_name(desk, file)?;
        let ask = Ask::Save { title, kind, ending, name, event: event.clone() };
        return Ok(shown(words, what, &view, *zoom).staying().asking(ask));
    }
    Ok(match turned(event, zoom, P::printed(&view)) {
        None => shown(words, what, &view, *zoom),
        Some(Turned::Resized) => shown(words, what, &view, *zoom).staying().saying(zoom.words()),
        Some(Turned::Nowhere(failure, wanted)) => {
            let trouble = failure.into();
            what.screen(words, &view, Leaf { zoom: *zoom, wanted, saved: None, trouble: &trouble })
        }
        Some(Turned::To(wanted)) => {
            let view = what.view(desk, wanted)?;
            shown(words, what, &view, *zoom).staying().saying(page_words(P::printed(&view)))
        }
    })
}

/// Saves what is read, where somebody chose; nowhere when they chose nothing.
pub(crate) fn chosen<P: Printed>(
    desk: &Desk,
    zoom: Zoom,
    what: &P,
    page: usize,
    event: &Event,
    path: Option<&Path>,
) -> Result<Page, Failure> {
    let words = Words::at(desk);
    let view = what.view(desk, page)?;
    let file = event.act.as_deref().and_then(|act| what.saved_by(act));
    let (Some(path), Some(file)) = (path, file) else {
        return Ok(shown(words, what, &view, zoom).staying().saying(Id("pack-say-no-file")));
    };
    let wanted = P::printed(&view).page.to_string();
    Ok(match what.save(desk, file, path) {
        Ok(saved) => {
            let saved = Some(name_and_folder(&saved));
            what.screen(words, &view, Leaf { zoom, wanted, saved, trouble: &Trouble::none() })
                .focusing("made")
                .saying(Id("pack-say-saved"))
        }
        Err(failure) => {
            let trouble = failure.into();
            what.screen(words, &view, Leaf { zoom, wanted, saved: None, trouble: &trouble })
        }
    })
}

fn shown<P: Printed>(words: &'static Words, what: &P, view: &P::View, zoom: Zoom) -> Page {
    let wanted = P::printed(view).page.to_string();
    what.screen(words, view, Leaf { zoom, wanted, saved: None, trouble: &Trouble::none() })
}

/// How large a page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Zoom {
    /// As wide as the window lets it be.
    #[default]
    Fit,
    /// As large as on paper.
    Usual,
    /// Half as large again.
    Large,
    /// Twice as large.
    Double,
}

impl Zoom {
    pub(crate) const ALL: [Self; 4] = [Self::Fit, Self::Usual, Self::Large, Self::Double];

    /// Its name in the page, and in the stylesheet.
    pub(crate) fn slug(self) -> &'static str {
        match self {
            Self::Fit => "fit",
            Self::Usual => "usual",
            Self::Large => "large",
            Self::Double => "double",
        }
    }

    pub(crate) fn words(self) -> Say {
        let size = |percent: usize| Id("paper-size").with("size", percent);
        match self {
            Self::Fit => Id("paper-fit").into(),
            Self::Usual => size(100),
            Self::Large => size(150),
            Self::Double => size(200),
        }
    }
}

/// What an act does about the page that is shown.
enum Turned {
    /// It is another page, from 1; perhaps one beyond the last.
    To(usize),
    /// It is shown in another size.
    Resized,
    /// Somebody typed what is no page's number: what to say, and what was typed.
    Nowhere(Failure, String),
}

/// Reads what an act does about the page; none for another act.
fn turned(event: &Event, zoom: &mut Zoom, shown: &PrintedPage) -> Option<Turned> {
    let form = Form::of(event);
    Some(match event.act.as_deref()? {
        "earlier" => Turned::To(shown.page.saturating_sub(1)),
        "later" => Turned::To(shown.page + 1),
        "turn" => {
            let typed = form.text("page").trim();
            match typed.parse().ok().filter(|wanted| (1..=shown.pages).contains(wanted)) {
                Some(wanted) => Turned::To(wanted),
                None => Turned::Nowhere(no_such_page(typed, shown.pages), typed.to_owned()),
            }
        }
        "zoom" => {
            let chosen = Zoom::ALL.into_iter().find(|zoom| zoom.slug() == form.text("zoom"));
            *zoom = chosen.unwrap_or_default();
            Turned::Resized
        }
        _ => return None,
    })
}

/// What a screen reader says of a page that was turned to.
fn page_words(shown: &PrintedPage) -> Say {
    Id("paper-say-page").with("page", shown.page).with("pages", shown.pages)
}

/// The name of a file that was saved, and the folder it is in.
fn name_and_folder(saved: &Path) -> (String, String) {
    let name = saved.file_name().unwrap_or_default().to_string_lossy().into_owned();
    (name, saved.parent().unwrap_or(Path::new("")).display().to_string())
}

fn no_such_page(typed: &str, pages: usize) -> Failure {
    let sentence = format!("There is no page \u{201c}{typed}\u{201d} in this paper.");
    Failure::input("page", sentence, format!("Write a number from 1 to {pages}."))
}
