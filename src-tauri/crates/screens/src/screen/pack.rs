//! The pack: its papers, and making it.

use std::path::Path;

use askama::Template;
use desk::view::{Back, PackView, PaperState, SigningPaper, SigningPlace, SigningView};
use desk::{CALENDAR_ENDING, Desk, Exported, Failure, PackKind, SavedEdition};

use crate::exchange::{Ask, Event};
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};
use crate::words::{Id, Say, Words, filters};

#[derive(Template)]
#[template(path = "screens/pack.html")]
struct Pack<'a> {
    view: &'a PackView,
    signing: &'a SigningView,
    id: &'a str,
    made: Option<Made<'a>>,
    trouble: &'a Trouble,
    /// The boxes of the day on which it began, as typed.
    began: [String; 3],
}

/// What was just made.
enum Made<'a> {
    Pack {
        exported: &'a Exported,
        draft: bool,
    },
    /// An edition or a calendar.
    File(&'a Path),
}

impl Made<'_> {
    fn path(&self) -> &Path {
        match self {
            Self::Pack { exported, .. } => &exported.folder,
            Self::File(path) => path,
        }
    }

    fn name(&self) -> String {
        self.path().file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    fn within(&self) -> String {
        self.path().parent().unwrap_or(Path::new("")).display().to_string()
    }
}

/// An edition as it is offered: what it is, what it is good for, and what the button says.
fn offer(edition: SavedEdition) -> (Id, Id, Id) {
    match edition {
        SavedEdition::Explained => {
            (Id("edition-explained"), Id("edition-explained-means"), Id("edition-save-pdf"))
        }
        SavedEdition::Summary => (Id("edition-summary"), Id("edition-summary-means"), Id("edition-save-pdf")),
        SavedEdition::LargePrint => {
            (Id("edition-large-print"), Id("edition-large-print-means"), Id("edition-save-pdf"))
        }
        SavedEdition::Marked => (Id("edition-marked"), Id("edition-marked-means"), Id("edition-save-pdf")),
        SavedEdition::Word => (Id("edition-word"), Id("edition-word-means"), Id("edition-save-word")),
        SavedEdition::MarkedWord => {
            (Id("edition-word-marked"), Id("edition-word-marked-means"), Id("edition-save-word"))
        }
        SavedEdition::WebPage => {
            (Id("edition-web-page"), Id("edition-web-page-means"), Id("edition-save-web-page"))
        }
        SavedEdition::Text => (Id("edition-text"), Id("edition-text-means"), Id("edition-save-text")),
    }
}

/// What files of an edition are called in the desktop's dialog.
fn files(edition: SavedEdition) -> &'static str {
    match edition.ending() {
        "pdf" => "PDF files",
        "docx" => "Word files",
        "html" => "Web pages",
        _ => "Text files",
    }
}

/// Which edition an act saves; none for another act.
fn edition_of(event: &Event) -> Option<SavedEdition> {
    let slug = Form::of(event).text("edition");
    (event.act.as_deref() == Some("save-edition"))
        .then(|| SavedEdition::ALL.into_iter().find(|edition| edition.slug() == slug))?
}

/// The boxes of the day from which a calendar counts; none for another act.
fn calendar_of(event: &Event) -> Option<[String; 3]> {
    let form = Form::of(event);
    (event.act.as_deref() == Some("save-calendar"))
        .then(|| ["began-day", "began-month", "began-year"].map(|name| form.text(name).to_owned()))
}

impl Pack<'_> {
    fn pages(&self) -> usize {
        self.view.papers.iter().map(|paper| paper.pages).sum()
    }

    fn signer(&self, paper: &SigningPaper, place: &SigningPlace) -> String {
        signer(paper, place)
    }

    fn box_of(&self, place: &SigningPlace) -> String {
        format!("back-{}", place.key.replace('/', "-"))
    }

    /// Where the pages of an edition are shown; none for what is no page.
    fn pages_of(&self, edition: SavedEdition) -> Option<Inner> {
        Some(Inner::Edition(edition.read()?, 1))
    }

    fn offer(&self, edition: SavedEdition) -> (Id, Id, Id) {
        offer(edition)
    }
}

/// Who signs at a place: "Asha Patel, director". Where the name is written by hand, the quality alone; where a paper has
/// several such places, which of them it is: "Director, 1 of 2".
fn signer(paper: &SigningPaper, place: &SigningPlace) -> String {
    if !place.name.is_empty() {
        return format!("{}, {}", place.name, place.role.to_lowercase());
    }
    let role = capital(&place.role);
    let alike: Vec<&str> = paper
        .places
        .iter()
        .filter(|other| other.name.is_empty() && other.role == place.role)
        .map(|other| other.key.as_str())
        .collect();
    match alike.iter().position(|key| *key == place.key) {
        Some(at) if alike.len() > 1 => format!("{role}, {} of {}", at + 1, alike.len()),
        _ => role,
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Which pack an act makes; none for another act.
fn kind_of(event: &Event) -> Option<PackKind> {
    match event.act.as_deref() {
        Some("export-final") => Some(PackKind::Final),
        Some("export-draft") => Some(PackKind::Draft),
        _ => None,
    }
}

/// Answers an event on the pack: making one needs a folder, which only the host can ask for; so does saving an edition.
pub(crate) fn answer(desk: &mut Desk, id: &str, event: &Event) -> Result<Page, Failure> {
    if event.act.as_deref() == Some("sign") {
        desk.sign(id, &Form::of(event).all("back").collect())?;
        let (view, signing) = desk.pack_and_signing(id)?;
        let words = Id("pack-say-signed").with("back", signing.back).with("all", signing.all);
        let page = shown(Words::at(desk), id, &view, &signing, None, &Trouble::none());
        return Ok(page.staying().saying(words));
    }
    let page = page(desk, id)?;
    let event = event.clone();
    if let Some(edition) = edition_of(&event) {
        let (title, kind) = (Words::at(desk).say(Id("choose-place-for-file")), files(edition));
        let name = desk.edition_name(id, edition)?;
        return Ok(page.staying().asking(Ask::Save { title, kind, ending: edition.ending(), name, event }));
    }
    if let Some(boxes) = calendar_of(&event) {
        let name = match desk.calendar_name(id, &boxes) {
            Ok(name) => name,
            Err(failure) => return refused(desk, id, boxes, failure),
        };
        let (title, kind) = (Words::at(desk).say(Id("choose-place-for-file")), "Calendar files");
        return Ok(page.staying().asking(Ask::Save { title, kind, ending: CALENDAR_ENDING, name, event }));
    }
    let title = match kind_of(&event) {
        None => return Ok(page),
        Some(PackKind::Draft) => Id("choose-place-for-draft"),
        Some(PackKind::Final) => Id("choose-place-for-pack"),
    };
    Ok(page.staying().asking(Ask::Folder { title: Words::at(desk).say(title), event }))
}

/// What was typed stays beside the refusal.
fn refused(desk: &Desk, id: &str, boxes: [String; 3], failure: Failure) -> Result<Page, Failure> {
    let ((view, signing), trouble) = (desk.pack_and_signing(id)?, failure.into());
    let words = Words::at(desk);
    let pack = Pack { view: &view, signing: &signing, id, made: None, trouble: &trouble, began: boxes };
    Ok(framed(id, &view, html(words, &pack), &trouble))
}

/// Makes the pack in a folder, or saves an edition or a calendar as a file; none when the person chose nothing.
pub(crate) fn chosen(desk: &mut Desk, id: &str, event: &Event, path: Option<&Path>) -> Result<Page, Failure> {
    let (edition, calendar) = (edition_of(event), calendar_of(event));
    let is_file = edition.is_some() || calendar.is_some();
    let saved = match (edition, calendar, path) {
        (Some(edition), _, Some(path)) => Some(desk.save_edition(id, edition, path)),
        (_, Some(boxes), Some(path)) => Some(desk.save_calendar(id, &boxes, path)),
        _ => None,
    };
    match (saved, kind_of(event), path) {
        (Some(saved), ..) => {
            let (view, signing) = desk.pack_and_signing(id)?;
            Ok(match &saved {
                Ok(path) => {
                    made(Words::at(desk), id, &view, &signing, Made::File(path), Id("pack-say-saved"))
                }
                Err(failure) => failed(Words::at(desk), id, &view, &signing, failure),
            })
        }
        (_, Some(kind), Some(folder)) => {
            let exported = desk.export_pack(id, folder, kind);
            let (view, signing) = desk.pack_and_signing(id)?;
            let draft = kind == PackKind::Draft;
            Ok(match &exported {
                Ok(exported) => made(
                    Words::at(desk),
                    id,
                    &view,
                    &signing,
                    Made::Pack { exported, draft },
                    Id("pack-say-made"),
                ),
                Err(failure) => failed(Words::at(desk), id, &view, &signing, failure),
            })
        }
        _ if is_file => Ok(page(desk, id)?.staying().saying(Id("pack-say-no-file"))),
        _ => Ok(page(desk, id)?.staying().saying(Id("pack-say-no-folder"))),
    }
}

fn made(
    words: &'static Words,
    id: &str,
    view: &PackView,
    signing: &SigningView,
    made: Made<'_>,
    said: impl Into<Say>,
) -> Page {
    shown(words, id, view, signing, Some(made), &Trouble::none()).focusing("made").saying(said)
}

fn failed(
    words: &'static Words,
    id: &str,
    view: &PackView,
    signing: &SigningView,
    failure: &Failure,
) -> Page {
    let failure = Failure { field: None, ..failure.clone() };
    shown(words, id, view, signing, None, &failure.into())
}

fn page(desk: &Desk, id: &str) -> Result<Page, Failure> {
    let (view, signing) = desk.pack_and_signing(id)?;
    Ok(shown(Words::at(desk), id, &view, &signing, None, &Trouble::none()))
}

fn shown(
    words: &'static Words,
    id: &str,
    view: &PackView,
    signing: &SigningView,
    made: Option<Made<'_>>,
    trouble: &Trouble,
) -> Page {
    let pack = Pack { view, signing, id, made, trouble, began: Default::default() };
    framed(id, view, html(words, &pack), trouble)
}

fn framed(id: &str, view: &PackView, main: String, trouble: &Trouble) -> Page {
    Page::new(Route::In(id.to_owned(), Inner::Pack), Id("screen-pack"), main)
        .framed(view.frame.clone())
        .troubled(trouble)
}
