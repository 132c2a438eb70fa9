//! A page: what each region of the window shows, and how that becomes a reply.

use std::any::Any;

use askama::Template;
use desk::view::{FrameView, Reversible, Saved};
use desk::{Failure, Language, ReadersEdition};

use crate::exchange::{Ask, Patch, Reply};
use crate::route::Route;
use crate::shell;
use crate::words::{Id, Say, Words, filters};

/// Returns a template's HTML, in these words. Writing to memory cannot fail; were it to, the page says so.
pub(crate) fn html(words: &'static Words, template: &impl Template) -> String {
    let words: &dyn Any = words;
    template
        .render_with_values(&(filters::WORDS, words))
        .unwrap_or_else(|_| "<h1>This page could not be written</h1>".to_owned())
}

/// What a screen shows.
pub(crate) struct Page {
    /// Where it is.
    pub route: Route,
    /// The page's title, without the app's name and without personal data.
    pub title: Say,
    /// The formation's frame; none on screens of no formation.
    pub frame: Option<FrameView>,
    /// The main region.
    pub main: String,
    /// What stands beside it; empty for nothing.
    pub aside: String,
    /// Slug of the part of the questions it belongs to; empty for none.
    pub part: String,
    /// What went wrong in the act that led here.
    pub trouble: Trouble,
    /// What a screen reader says.
    pub say: Option<Say>,
    /// The element that takes the focus; none to leave it where it is.
    pub focus: Option<String>,
    /// Whether somebody begins at its top though the screen is the same: another page of a list.
    pub begins: bool,
    /// What the host must ask before the act can be done.
    pub ask: Option<Ask>,
    /// Whether there is a desk to go to.
    pub open: bool,
    /// What can be undone, and done again, on the formation's screens.
    pub reversible: Reversible,
}

/// Where the focus goes on a new screen.
pub(crate) const HEADING: &str = "heading";

/// Where the focus goes when something went wrong.
const TROUBLE: &str = "trouble";

impl Page {
    /// A page that somebody goes to.
    pub(crate) fn new(route: Route, title: impl Into<Say>, main: String) -> Self {
        Self {
            route,
            title: title.into(),
            frame: None,
            main,
            aside: String::new(),
            part: String::new(),
            trouble: Trouble::none(),
            say: None,
            focus: Some(HEADING.to_owned()),
            begins: false,
            ask: None,
            open: true,
            reversible: Reversible::default(),
        }
    }

    /// Leaves out the ways to the desk, which is not open.
    pub(crate) fn without_desk(mut self) -> Self {
        self.open = false;
        self
    }

    pub(crate) fn framed(mut self, frame: FrameView) -> Self {
        self.frame = Some(frame);
        self
    }

    pub(crate) fn in_part(mut self, part: &str) -> Self {
        part.clone_into(&mut self.part);
        self
    }

    pub(crate) fn beside(mut self, aside: String) -> Self {
        self.aside = aside;
        self
    }

    pub(crate) fn troubled(mut self, trouble: &Trouble) -> Self {
        self.trouble = trouble.clone();
        if let Some(failure) = &trouble.0 {
            self.focus = Some(TROUBLE.to_owned());
            self.say = Some(failure.sentence.clone().into());
        }
        self
    }

    pub(crate) fn saying(mut self, words: impl Into<Say>) -> Self {
        self.say = Some(words.into());
        self
    }

    /// Leaves the focus where the person is working.
    pub(crate) fn staying(mut self) -> Self {
        self.focus = None;
        self
    }

    /// Shows it from its top, as another screen is, and focuses what begins there.
    pub(crate) fn beginning(mut self, id: impl Into<String>) -> Self {
        self.begins = true;
        self.focusing(id)
    }

    pub(crate) fn asking(mut self, ask: Ask) -> Self {
        self.ask = Some(ask);
        self
    }

    pub(crate) fn focusing(mut self, id: impl Into<String>) -> Self {
        self.focus = Some(id.into());
        self
    }

    /// The reply in these words. `was` is the language that the window shows.
    pub(crate) fn reply(self, words: &'static Words, was: Language) -> Reply {
        let title = words.say(self.title);
        let title = match self.trouble.0 {
            Some(_) => words.say(Id("frame-title-error").with("title", title)),
            None => title,
        };
        let head = Head {
            frame: self.frame.as_ref(),
            trouble: self.trouble.0.is_some(),
            at: self.route.to_string(),
            open: self.open,
            reversible: &self.reversible,
        };
        let nav = self.frame.as_ref().map(|frame| html(words, &Nav::of(frame, &self.route, &self.part)));
        let patch = |region: &str, html: String| Patch { region: region.to_owned(), html };
        let mut patches = vec![
            patch("head", html(words, &head)),
            patch("nav", nav.unwrap_or_default()),
            patch("main", self.main),
            patch("aside", self.aside),
        ];
        // The window begins in English. In another language it hears its own words each time: it may have been loaded anew.
        if words.language() != Language::English || was != Language::English {
            patches.extend(shell::patches(words));
        }
        Reply {
            at: self.route.to_string(),
            title: format!("{title} \u{2013} Toad Lane"),
            language: Some(words.language().tag()),
            page: None,
            anew: self.begins,
            patches,
            focus: self.focus,
            say: self.say.map(|say| words.say(say)),
            // Said by whoever has the desk.
            checking: false,
            ask: self.ask,
            size: None,
        }
    }
}

/// What went wrong, as a page shows it: once at the top, once at the field.
#[derive(Debug, Clone, Default)]
pub(crate) struct Trouble(pub(crate) Option<Failure>);

impl Trouble {
    pub(crate) fn none() -> Self {
        Self(None)
    }

    /// Returns the failure when it is about the field whose element has this id.
    pub(crate) fn at(&self, id: &str) -> Option<&Failure> {
        self.0.as_ref().filter(|failure| failure.field.as_deref() == Some(id))
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self(Some(failure))
    }
}

#[derive(Template)]
#[template(path = "parts/head.html")]
struct Head<'a> {
    frame: Option<&'a FrameView>,
    trouble: bool,
    at: String,
    open: bool,
    reversible: &'a Reversible,
}

impl Head<'_> {
    /// The acts that take back and do again: slug, word, what they would do, and what is said when there is nothing.
    fn reverting(&self) -> [(&'static str, Id, Option<&str>, Id); 2] {
        let Reversible { undo, redo } = self.reversible;
        [
            ("undo", Id("frame-undo"), undo.as_deref(), Id("frame-undo-nothing")),
            ("redo", Id("frame-redo"), redo.as_deref(), Id("frame-redo-nothing")),
        ]
    }

    fn saved(&self) -> Say {
        match self.frame.map(|frame| &frame.saved) {
            _ if self.trouble => Id("frame-not-saved").into(),
            Some(Saved::At(time)) => Id("frame-saved-at").with("time", time),
            _ => Id("frame-saved").into(),
        }
    }

    /// The places that belong to no formation.
    fn places() -> [(&'static str, Id); 5] {
        [
            ("desk", Id("place-desk")),
            ("backups", Id("place-backups")),
            ("bin", Id("place-bin")),
            ("settings", Id("place-settings")),
            ("about", Id("place-about")),
        ]
    }
}

#[derive(Template)]
#[template(path = "parts/nav.html")]
struct Nav<'a> {
    frame: &'a FrameView,
    /// The screen: "question", "people".
    screen: &'static str,
    /// Slug of the part of the questions that is shown; empty on other screens.
    part: &'a str,
}

impl<'a> Nav<'a> {
    fn of(frame: &'a FrameView, route: &Route, part: &'a str) -> Self {
        use crate::route::Inner;
        let screen = match route {
            Route::In(_, Inner::Tasks) => "tasks",
            Route::In(_, Inner::Question(..)) => "question",
            Route::In(_, Inner::Answers(_)) => "answers",
            Route::In(_, Inner::People | Inner::Person(_) | Inner::Organisation(_)) => "people",
            Route::In(_, Inner::Registrar | Inner::RegistrarAnswer(_)) => "registrar",
            Route::In(_, Inner::Rules(_) | Inner::Rule(_) | Inner::NewRule(_) | Inner::Marked(_)) => "rules",
            Route::In(_, Inner::Move(_)) => "rules",
            Route::In(_, Inner::Checks) => "checks",
            Route::In(_, Inner::Edition(ReadersEdition::Marked(_), _)) => "rules",
            Route::In(_, Inner::Edition(ReadersEdition::Shared, _)) => "privacy",
            Route::In(_, Inner::Pack | Inner::Paper(..) | Inner::Edition(..)) => "pack",
            Route::In(_, Inner::History(_)) => "history",
            Route::In(_, Inner::HandOn) => "hand-on",
            Route::In(_, Inner::Privacy) => "privacy",
            Route::In(_, Inner::Notes) => "notes",
            _ => "",
        };
        Self { frame, screen, part }
    }
}
