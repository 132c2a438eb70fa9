//! A page: what each region of the window shows, and how that becomes a reply.

use askama::Template;
use askama::filters::HtmlSafe;
use desk::Failure;
use desk::view::{FrameView, Reversible, Saved};

use crate::exchange::{Ask, Patch, Reply};
use crate::route::Route;

/// Returns a template's HTML. Writing to memory cannot fail; were it to, the page says so.
pub(crate) fn html(template: &impl Template) -> String {
    template.render().unwrap_or_else(|_| "<h1>This page could not be written</h1>".to_owned())
}

/// What a screen shows.
pub(crate) struct Page {
    /// Where it is.
    pub route: Route,
    /// The page's title, without the app's name and without personal data.
    pub title: String,
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
    pub say: Option<String>,
    /// The element that takes the focus; none to leave it where it is.
    pub focus: Option<String>,
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
    pub(crate) fn new(route: Route, title: impl Into<String>, main: String) -> Self {
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
            self.say = Some(failure.sentence.clone());
        }
        self
    }

    pub(crate) fn saying(mut self, words: impl Into<String>) -> Self {
        self.say = Some(words.into());
        self
    }

    /// Leaves the focus where the person is working.
    pub(crate) fn staying(mut self) -> Self {
        self.focus = None;
        self
    }

    pub(crate) fn asking(mut self, ask: Ask) -> Self {
        self.ask = Some(ask);
        self
    }

    pub(crate) fn focusing(mut self, id: impl Into<String>) -> Self {
        self.focus = Some(id.into());
        self
    }

    pub(crate) fn reply(self) -> Reply {
        let error = if self.trouble.0.is_some() { "Error: " } else { "" };
        let head = Head {
            frame: self.frame.as_ref(),
            trouble: self.trouble.0.is_some(),
            at: self.route.to_string(),
            open: self.open,
            reversible: &self.reversible,
        };
        let nav = self.frame.as_ref().map(|frame| html(&Nav::of(frame, &self.route, &self.part)));
        let patch = |region: &str, html: String| Patch { region: region.to_owned(), html };
        Reply {
            at: self.route.to_string(),
            title: format!("{error}{} \u{2013} Toad Lane", self.title),
            patches: vec![
                patch("head", html(&head)),
                patch("nav", nav.unwrap_or_default()),
                patch("main", self.main),
                patch("aside", self.aside),
            ],
            focus: self.focus,
            say: self.say,
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

/// Words in a large heading: one with a hyphen, such as "co-op", stays on its line.
#[derive(Template)]
#[template(
    source = r#"{% for word in self.0.split_inclusive(' ') %}{% if word.contains('-') %}<span class="unbroken">{{ word }}</span>{% else %}{{ word }}{% endif %}{% endfor %}"#,
    ext = "html"
)]
pub(crate) struct Unbroken<'a>(pub(crate) &'a str);

/// Its template escapes every word.
impl HtmlSafe for Unbroken<'_> {}

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
    /// The acts that take back and do again: slug, word, and what they would do.
    fn reverting(&self) -> [(&'static str, &'static str, Option<&str>); 2] {
        let Reversible { undo, redo } = self.reversible;
        [("undo", "Undo", undo.as_deref()), ("redo", "Redo", redo.as_deref())]
    }

    fn saved(&self) -> String {
        match self.frame.map(|frame| &frame.saved) {
            _ if self.trouble => "The last change is not saved yet".to_owned(),
            Some(Saved::At(time)) => format!("All changes saved, {time}"),
            _ => "All changes are saved".to_owned(),
        }
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
            Route::In(_, Inner::Question(_)) => "question",
            Route::In(_, Inner::Answers) => "answers",
            Route::In(_, Inner::People | Inner::Person(_)) => "people",
            Route::In(_, Inner::Registrar | Inner::RegistrarAnswer(_)) => "registrar",
            Route::In(_, Inner::Rules(_) | Inner::Rule(_) | Inner::NewRule(_) | Inner::Marked(_)) => "rules",
            Route::In(_, Inner::Move(_)) => "rules",
            Route::In(_, Inner::Checks) => "checks",
            Route::In(_, Inner::Pack | Inner::Paper(..)) => "pack",
            Route::In(_, Inner::History(_)) => "history",
            Route::In(_, Inner::HandOn) => "hand-on",
            Route::In(_, Inner::Privacy) => "privacy",
            Route::In(_, Inner::Notes) => "notes",
            _ => "",
        };
        Self { frame, screen, part }
    }
}
