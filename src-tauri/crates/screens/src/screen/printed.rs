//! Pages as they will be printed: turning them, and how large they are shown. Knows no paper.

use std::path::Path;

use desk::Failure;
use desk::view::PrintedPage;

use crate::exchange::Event;
use crate::form::Form;
use crate::words::{Id, Say};

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
pub(crate) enum Turned {
    /// It is another page, from 1; perhaps one beyond the last.
    To(usize),
    /// It is shown in another size.
    Resized,
    /// Somebody typed what is no page's number: what to say, and what was typed.
    Nowhere(Failure, String),
}

/// Reads what an act does about the page; none for another act.
pub(crate) fn turned(event: &Event, zoom: &mut Zoom, shown: &PrintedPage) -> Option<Turned> {
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
pub(crate) fn page_words(shown: &PrintedPage) -> Say {
    Id("paper-say-page").with("page", shown.page).with("pages", shown.pages)
}

/// The name of a file that was saved, and the folder it is in.
pub(crate) fn name_and_folder(saved: &Path) -> (String, String) {
    let name = saved.file_name().unwrap_or_default().to_string_lossy().into_owned();
    (name, saved.parent().unwrap_or(Path::new("")).display().to_string())
}

fn no_such_page(typed: &str, pages: usize) -> Failure {
    let sentence = format!("There is no page \u{201c}{typed}\u{201d} in this paper.");
    Failure::input("page", sentence, format!("Write a number from 1 to {pages}."))
}
