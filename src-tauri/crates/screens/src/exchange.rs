//! What passes between a window and the screens: an event in, a reply out.
//!
//! Plain data that knows neither HTML nor the window. A page can name where it is, what was done and what
//! was typed; it can never name a file or a folder: those are asked for by the host, in [`Ask`].

use serde::{Deserialize, Serialize};

/// What a person did in the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The screen they are on, or go to: "desk", "f/1b4e…/question/name".
    pub at: String,
    /// What they do there; none when they only go there.
    #[serde(default)]
    pub act: Option<String>,
    /// The names and values of the form's fields, in the order of the page.
    #[serde(default)]
    pub fields: Vec<(String, String)>,
    /// The number of the page that the window shows; none when it shows none yet.
    #[serde(default)]
    pub shows: Option<u64>,
}

/// What the page does next.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Reply {
    /// The screen that is shown from now on.
    pub at: String,
    /// The page's title. It holds no personal data.
    pub title: String,
    /// The tag of the page's language; none to leave it as it is.
    pub language: Option<&'static str>,
    /// The number of this page, by which the window says that it shows it; none where the page stays as it is.
    pub page: Option<u64>,
    /// Whether it is another screen than the one before, or another page of a list: nothing of that stays.
    pub anew: bool,
    /// What changes, region by region.
    pub patches: Vec<Patch>,
    /// The id of the element that takes the focus; the page keeps it where it is when there is none.
    pub focus: Option<String>,
    /// What a screen reader says, politely.
    pub say: Option<String>,
    /// Whether the page asks again soon: the store is still being checked, and if it is damaged, that must be told.
    pub checking: bool,
    /// What the host must ask before the act can be done. Never sent to the page.
    #[serde(skip)]
    pub ask: Option<Ask>,
    /// How large the host shows everything from now on, in hundredths of the usual size; none to leave it. Never sent to
    /// the page.
    #[serde(skip)]
    pub size: Option<u16>,
}

/// New content for one region of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Patch {
    /// The id of the region's element.
    pub region: String,
    /// Its new content. Every value in it is escaped. An empty template stands for the element with its id, as it is on the
    /// page.
    pub html: String,
}

/// What only the host can ask for, with the desktop's own dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// A folder in which the act puts its files.
    Folder {
        /// The dialog's title: "Where should the pack go?".
        title: String,
        /// The event that the answer completes.
        event: Event,
    },
    /// A name and a folder for a file that the act writes. Whoever asks also asks before something is replaced.
    Save {
        /// The dialog's title: "Where should the file go?".
        title: String,
        /// What such files are called: "PDF files".
        kind: &'static str,
        /// What their names end with: "pdf".
        ending: &'static str,
        /// The name that is offered.
        name: String,
        /// The event that the answer completes.
        event: Event,
    },
    /// A file that the act reads.
    File {
        /// The dialog's title: "Which file came to you?".
        title: String,
        /// What such files are called: "Co-op files".
        kind: &'static str,
        /// What their names end with: "coop".
        endings: &'static [&'static str],
        /// The event that the answer completes.
        event: Event,
    },
}

impl Ask {
    /// The dialog's title.
    pub fn title(&self) -> &str {
        match self {
            Self::Folder { title, .. } | Self::Save { title, .. } | Self::File { title, .. } => title,
        }
    }

    /// The event that the answer completes.
    pub fn into_event(self) -> Event {
        match self {
            Self::Folder { event, .. } | Self::Save { event, .. } | Self::File { event, .. } => event,
        }
    }
}
