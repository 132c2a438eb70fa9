//! A desk on a store of its own with a clock that stands still: what tests and the preview play on.

#![allow(dead_code, missing_docs, reason = "two programs use it, each a part of it")]

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI16, AtomicUsize, Ordering};

use desk::{Host, Opening, Places};
use jiff::civil::{Date, date};
use screens::{Event, Reply, Screens};

/// A company, a society and one with classes of members: between them every kind of question is asked.
pub const EXAMPLES: [&str; 3] = ["northgate-bakers", "gwlan-y-dwr", "ashlow-growers"];

/// A host whose day is always the same, in a year that a test may turn, and whose ids count up.
#[derive(Clone)]
struct StillHost {
    ids: Arc<AtomicUsize>,
    year: Arc<AtomicI16>,
}

impl StillHost {
    fn counting_from(first: usize) -> Self {
        Self { ids: Arc::new(AtomicUsize::new(first)), year: Arc::new(AtomicI16::new(2026)) }
    }
}

impl Host for StillHost {
    fn today(&self) -> Date {
        date(self.year.load(Ordering::Relaxed), 11, 24)
    }

    fn now_ms(&self) -> i64 {
        1_795_528_920_000
    }

    fn time_of_day(&self) -> String {
        "14:02".to_owned()
    }

    fn date_and_time(&self, _ms: i64) -> String {
        "24 November 2026, 14:02".to_owned()
    }

    fn new_id(&self) -> String {
        // The store asks for ids of this shape.
        format!("{:08x}-0000-4000-8000-000000000000", self.ids.fetch_add(1, Ordering::Relaxed) + 1)
    }
}

/// The screens over an empty store in `folder`.
pub struct Stage {
    pub screens: Screens,
}

impl Stage {
    pub fn new(folder: &Path) -> Self {
        let is_there = folder.join("toad-lane.store").exists();
        if is_there { Self::apart(folder) } else { Self::counting_from(folder, 0) }
    }

    /// The same on another computer, or at another time: its ids are others.
    pub fn apart(folder: &Path) -> Self {
        static STAGES: AtomicUsize = AtomicUsize::new(0);
        Self::counting_from(folder, STAGES.fetch_add(1_000_000, Ordering::Relaxed) + 1_000_000)
    }

    /// A host of its own.
    pub fn host() -> Box<dyn Host> {
        Box::new(StillHost::counting_from(77_000))
    }

    fn counting_from(folder: &Path, first: usize) -> Self {
        Self::with(folder, StillHost::counting_from(first))
    }

    /// The same in a year that goes on while it is open.
    pub fn in_year(folder: &Path, year: &Arc<AtomicI16>) -> Self {
        Self::with(folder, StillHost { year: Arc::clone(year), ..StillHost::counting_from(1) })
    }

    fn with(folder: &Path, host: StillHost) -> Self {
        let places = Places { store: folder.to_path_buf() };
        // A desk that is opened anew goes on counting.
        Self { screens: Screens::open(Opening::new(places, move || Box::new(host.clone()))) }
    }

    pub fn go(&mut self, at: &str) -> Reply {
        self.screens.handle(&Event { at: at.to_owned(), ..Event::default() })
    }

    pub fn act(&mut self, at: &str, act: &str, fields: &[(&str, &str)]) -> Reply {
        self.screens.handle(&event(at, act, fields))
    }

    /// Puts an example on the desk and returns its formation's id.
    pub fn example(&mut self, file: &str) -> String {
        let before = self.formations();
        self.act("desk", "example", &[("example", file)]);
        let after = self.formations();
        after.into_iter().find(|id| !before.contains(id)).expect("the example is on the desk")
    }

    /// The ids that the desk links to.
    fn formations(&mut self) -> Vec<String> {
        let desk = region(&self.go("desk"), "main");
        let links = desk.split("href=\"#/f/").skip(1);
        links.filter_map(|rest| rest.split('/').next().map(str::to_owned)).collect()
    }
}

/// A desk with one co-op on it, begun from an example.
pub struct Begun {
    pub stage: Stage,
    pub id: String,
    pub store: tempfile::TempDir,
}

impl Begun {
    pub fn new(example: &str) -> Self {
        let store = tempfile::tempdir().unwrap();
        let mut stage = Stage::new(store.path());
        let id = stage.example(example);
        Self { stage, id, store }
    }

    /// The address of one of its screens.
    pub fn at(&self, screen: &str) -> String {
        format!("f/{}/{screen}", self.id)
    }

    pub fn go(&mut self, screen: &str) -> Reply {
        self.stage.go(&self.at(screen))
    }

    pub fn act(&mut self, screen: &str, act: &str, fields: &[(&str, &str)]) -> Reply {
        self.stage.act(&self.at(screen), act, fields)
    }

    /// Has it exist for this purpose.
    pub fn say(&mut self, purpose: &str) {
        let reply = self.act("question/purpose", "answer", &[("text", purpose), ("status", "agreed")]);
        assert!(!reply.title.starts_with("Error"), "{}", region(&reply, "main"));
    }
}

pub fn event(at: &str, act: &str, fields: &[(&str, &str)]) -> Event {
    Event {
        at: at.to_owned(),
        act: Some(act.to_owned()),
        fields: fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        shows: None,
    }
}

/// What a reply puts in a region.
pub fn region(reply: &Reply, name: &str) -> String {
    let patch = reply.patches.iter().find(|patch| patch.region == name);
    patch.map(|patch| patch.html.clone()).unwrap_or_default()
}
