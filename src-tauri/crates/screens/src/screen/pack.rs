//! The pack: its papers, and making it.

use std::path::Path;

use askama::Template;
use desk::view::{Back, PackView, PaperState, SigningPlace, SigningView};
use desk::{Desk, Exported, Failure, PackKind, SavedEdition};

use crate::exchange::{Ask, Event};
use crate::form::Form;
use crate::page::{Page, Trouble, html};
use crate::route::{Inner, Route};

#[derive(Template)]
#[template(path = "screens/pack.html")]
struct Pack<'a> {
    view: &'a PackView,
    signing: &'a SigningView,
    id: &'a str,
    made: Option<Made<'a>>,
    trouble: &'a Trouble,
}

/// What was just made.
enum Made<'a> {
    Pack { exported: &'a Exported, draft: bool },
    Edition(&'a Path),
}

impl Made<'_> {
    fn path(&self) -> &Path {
        match self {
            Self::Pack { exported, .. } => &exported.folder,
            Self::Edition(path) => path,
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
fn offer(edition: SavedEdition) -> (&'static str, &'static str, &'static str) {
    match edition {
        SavedEdition::Explained => (
            "Explained",
            "Each rule beside what it means and what you chose. To read before the founding meeting.",
            "PDF",
        ),
        SavedEdition::Summary => ("Summary", "Two pages in plain words, for people who join later.", "PDF"),
        SavedEdition::LargePrint => {
            ("Large print", "Letters of 18 point, for people who see less well.", "PDF")
        }
        SavedEdition::Marked => (
            "Marked",
            "What differs from the usual answers of the model, with a table of the changes. For an adviser or the registrar.",
            "PDF",
        ),
        SavedEdition::Word => ("Word", "The text to edit and comment on in a word processor.", "Word file"),
        SavedEdition::MarkedWord => {
            ("Word, marked", "The same differences as tracked changes, to accept or reject.", "Word file")
        }
        SavedEdition::WebPage => {
            ("Web page", "For a website, and for screen readers that like it better than a PDF.", "web page")
        }
        SavedEdition::Text => ("Text", "The words alone, for an e-mail or any other program.", "text file"),
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

impl Pack<'_> {
    fn pages(&self) -> usize {
        self.view.papers.iter().map(|paper| paper.pages).sum()
    }

    fn signer(&self, place: &SigningPlace) -> String {
        signer(place)
    }

    fn box_of(&self, place: &SigningPlace) -> String {
        format!("back-{}", place.key.replace('/', "-"))
    }

    fn offer(&self, edition: SavedEdition) -> (&'static str, &'static str, &'static str) {
        offer(edition)
    }
}

/// Who signs at a place: "Asha Patel, director", or the quality alone where the name is written by hand.
fn signer(place: &SigningPlace) -> String {
    match place.name.as_str() {
        "" => capital(&place.role),
        name => format!("{name}, {}", place.role.to_lowercase()),
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
        let signing = desk.signing_view(id)?;
        let words = format!("{} of {} signed and back.", signing.back, signing.all);
        let page = shown(id, &desk.pack_view(id)?, &signing, None, &Trouble::none());
        return Ok(page.staying().saying(words));
    }
    let page = page(desk, id)?;
    let event = event.clone();
    if let Some(edition) = edition_of(&event) {
        let (title, kind) = ("Where should the file go?".to_owned(), files(edition));
        let name = desk.edition_name(id, edition)?;
        return Ok(page.staying().asking(Ask::Save { title, kind, ending: edition.ending(), name, event }));
    }
    let title = match kind_of(&event) {
        None => return Ok(page),
        Some(PackKind::Draft) => "Where should the draft go?",
        Some(PackKind::Final) => "Where should the pack go?",
    };
    Ok(page.staying().asking(Ask::Folder { title: title.to_owned(), event }))
}

/// Makes the pack in a folder, or saves an edition as a file; none when the person chose nothing.
pub(crate) fn chosen(desk: &mut Desk, id: &str, event: &Event, path: Option<&Path>) -> Result<Page, Failure> {
    match (edition_of(event), kind_of(event), path) {
        (Some(edition), _, Some(path)) => {
            let saved = desk.save_edition(id, edition, path);
            let (view, signing) = (desk.pack_view(id)?, desk.signing_view(id)?);
            Ok(match &saved {
                Ok(path) => made(id, &view, &signing, Made::Edition(path), "The file is saved."),
                Err(failure) => failed(id, &view, &signing, failure),
            })
        }
        (_, Some(kind), Some(folder)) => {
            let exported = desk.export_pack(id, folder, kind);
            let (view, signing) = (desk.pack_view(id)?, desk.signing_view(id)?);
            let draft = kind == PackKind::Draft;
            Ok(match &exported {
                Ok(exported) => {
                    made(id, &view, &signing, Made::Pack { exported, draft }, "The pack is made.")
                }
                Err(failure) => failed(id, &view, &signing, failure),
            })
        }
        (Some(_), ..) => Ok(page(desk, id)?.staying().saying("No file chosen. Nothing was saved.")),
        _ => Ok(page(desk, id)?.staying().saying("No folder chosen. Nothing was made.")),
    }
}

fn made(id: &str, view: &PackView, signing: &SigningView, made: Made<'_>, words: &str) -> Page {
    shown(id, view, signing, Some(made), &Trouble::none()).focusing("made").saying(words)
}

fn failed(id: &str, view: &PackView, signing: &SigningView, failure: &Failure) -> Page {
    let failure = Failure { field: None, ..failure.clone() };
    shown(id, view, signing, None, &failure.into())
}

fn page(desk: &Desk, id: &str) -> Result<Page, Failure> {
    Ok(shown(id, &desk.pack_view(id)?, &desk.signing_view(id)?, None, &Trouble::none()))
}

fn shown(
    id: &str,
    view: &PackView,
    signing: &SigningView,
    made: Option<Made<'_>>,
    trouble: &Trouble,
) -> Page {
    let main = html(&Pack { view, signing, id, made, trouble });
    Page::new(Route::In(id.to_owned(), Inner::Pack), "The pack", main)
        .framed(view.frame.clone())
        .troubled(trouble)
}
