//! Screens without a formation that only say something: about the app, or what cannot be shown.

use askama::Template;
use desk::Failure;

use crate::page::{Page, html};
use crate::route::Route;
use crate::words::{Id, Words, filters};

#[derive(Template)]
#[template(path = "screens/sentence.html")]
struct Sentence<'a> {
    heading: &'a str,
    sentence: &'a str,
    what_to_do: &'a str,
    /// Whether the desk can be gone back to.
    way_back: bool,
}

/// There is no such screen.
pub(crate) fn unknown(words: &'static Words) -> Page {
    let main = html(
        words,
        &Sentence {
            heading: "That page is not here",
            sentence: "The link may be old, or the co-op was removed from this computer.",
            what_to_do: "Nothing is lost by this. Go back to the desk and choose from there.",
            way_back: true,
        },
    );
    Page::new(Route::Unknown, "Page not found", main)
}

/// What was asked for cannot be shown.
pub(crate) fn failed(words: &'static Words, failure: &Failure) -> Page {
    let main = html(
        words,
        &Sentence {
            heading: "This cannot be shown",
            sentence: &failure.sentence,
            what_to_do: &failure.what_to_do,
            way_back: true,
        },
    );
    Page::new(Route::Unknown, "Cannot be shown", main)
}

/// The desk could not be opened.
pub(crate) fn cannot_start(words: &'static Words, failure: &Failure) -> Page {
    let main = html(
        words,
        &Sentence {
            heading: "Toad Lane cannot open your co-ops",
            sentence: &failure.sentence,
            what_to_do: &failure.what_to_do,
            way_back: false,
        },
    );
    Page::new(Route::Unknown, "Cannot start", main).without_desk()
}

#[derive(Template)]
#[template(path = "screens/about.html")]
struct About {
    version: &'static str,
}

/// What the app is, and what it does not do.
pub(crate) fn about(words: &'static Words) -> Page {
    Page::new(Route::About, Id("place-about"), html(words, &About { version: env!("CARGO_PKG_VERSION") }))
}
