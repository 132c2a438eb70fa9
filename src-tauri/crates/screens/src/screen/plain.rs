//! Screens without a formation that only say something: about the app, or what cannot be shown.

use askama::Template;
use desk::Failure;

use crate::page::{Page, html};
use crate::route::Route;
use crate::words::{Id, Say, Words, filters};

#[derive(Template)]
#[template(path = "screens/sentence.html")]
struct Sentence {
    heading: Id,
    sentence: Say,
    what_to_do: Say,
    /// Whether the two sentences are English whatever the page is.
    is_english: bool,
    way_on: WayOn,
}

/// Where a sentence leads on to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WayOn {
    /// The desk.
    Desk,
    /// Opening the desk once more.
    TryAgain,
    Nowhere,
}

impl Sentence {
    /// What went wrong under a heading of its own.
    fn of(heading: Id, failure: &Failure) -> Self {
        Self {
            heading,
            sentence: failure.sentence.as_str().into(),
            what_to_do: failure.what_to_do.as_str().into(),
            is_english: true,
            way_on: WayOn::Desk,
        }
    }
}

/// There is no such screen.
pub(crate) fn unknown(words: &'static Words) -> Page {
    let sentence = Sentence {
        heading: Id("unknown-heading"),
        sentence: Id("unknown-sentence").into(),
        what_to_do: Id("unknown-what-to-do").into(),
        is_english: false,
        way_on: WayOn::Desk,
    };
    Page::new(Route::Unknown, Id("unknown-title"), html(words, &sentence))
}

/// What was asked for cannot be shown.
pub(crate) fn failed(words: &'static Words, failure: &Failure) -> Page {
    let main = html(words, &Sentence::of(Id("failed-heading"), failure));
    Page::new(Route::Unknown, Id("failed-title"), main)
}

/// The desk could not be opened, and nothing can be tried from here.
pub(crate) fn cannot_start(words: &'static Words, failure: &Failure) -> Page {
    not_open(words, failure, WayOn::Nowhere)
}

/// The desk could not be opened, but may be once somebody did what is asked.
pub(crate) fn not_open_yet(words: &'static Words, failure: &Failure) -> Page {
    not_open(words, failure, WayOn::TryAgain)
}

fn not_open(words: &'static Words, failure: &Failure, way_on: WayOn) -> Page {
    let sentence = Sentence { way_on, ..Sentence::of(Id("start-failed-heading"), failure) };
    Page::new(Route::Unknown, Id("start-failed-title"), html(words, &sentence)).without_desk()
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
