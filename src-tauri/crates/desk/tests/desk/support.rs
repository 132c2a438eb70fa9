//! A desk with a clock that tests turn, and co-ops to put on it.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use desk::encryption::Access;
use desk::view::AddressView;
use desk::{Answer, Begin, Desk, Host, OrganisationFields, PersonFields, Places};
use serde_json::Value as Json;
use tempfile::TempDir;

pub const DAY: i64 = 24 * 60 * 60 * 1_000;

/// A folder for a store, and the clock of the computer it is on.
pub struct Computer {
    folder: TempDir,
    pub clock: Clock,
}

#[derive(Clone)]
pub struct Clock {
    now: Arc<AtomicI64>,
    ids: Arc<AtomicU64>,
    computer: &'static str,
}

impl Clock {
    pub fn set(&self, day: i64) {
        self.now.store(day * DAY, Ordering::Relaxed);
    }
}

impl Host for Clock {
    fn today(&self) -> jiff::civil::Date {
        jiff::civil::date(2026, 11, 24)
    }

    fn now_ms(&self) -> i64 {
        self.now.fetch_add(1, Ordering::Relaxed)
    }

    fn time_of_day(&self) -> String {
        "14:02".to_owned()
    }

    fn date_and_time(&self, ms: i64) -> String {
        format!("day {}", ms.div_euclid(DAY))
    }

    fn new_id(&self) -> String {
        format!("{}-{}", self.computer, self.ids.fetch_add(1, Ordering::Relaxed))
    }
}

impl Computer {
    pub fn new(name: &'static str) -> Self {
        let clock = Clock {
            now: Arc::new(AtomicI64::new(20_000 * DAY)),
            ids: Arc::new(AtomicU64::new(1)),
            computer: name,
        };
        Self { folder: tempfile::tempdir().unwrap(), clock }
    }

    pub fn places(&self) -> Places {
        Places { store: self.folder.path().join("store") }
    }

    pub fn access(&self) -> Access {
        Access::find(&self.places(), None).unwrap()
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn open(&self) -> Desk {
        Desk::open(&self.places(), Box::new(self.clock.clone())).unwrap()
    }

    /// Whether any file holds some text.
    pub fn holds(&self, needle: &str) -> bool {
        holds(&self.places().store, needle)
    }
}

fn holds(folder: &Path, needle: &str) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return holds(&path, needle);
        }
        let bytes = fs::read(path).unwrap();
        bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
    })
}

pub fn begin(desk: &mut Desk, name: &str) -> String {
    let begin = Begin {
        coop_type: "worker".to_owned(),
        form: "clg".to_owned(),
        nation: "england".to_owned(),
        name: name.to_owned(),
    };
    desk.begin(&begin).unwrap()
}

pub fn decide(desk: &mut Desk, id: &str, slug: &str, value: impl Into<Json>) {
    let answer = Answer { value: Some(value.into()), status: "agreed".to_owned(), reason: String::new() };
    desk.decide(id, slug, &answer).unwrap();
}

pub fn text(desk: &Desk, id: &str, slug: &str) -> Option<String> {
    let formation = desk.formation(id).unwrap();
    let value = formation.given(slug)?;
    match value {
        formation::decision::Value::Text(text) => Some(text.clone()),
        other => panic!("{other:?}"),
    }
}

pub fn person(first: &str, last: &str) -> PersonFields {
    PersonFields {
        first: first.to_owned(),
        last: last.to_owned(),
        born: ["12".to_owned(), "4".to_owned(), "1990".to_owned()],
        home: AddressView {
            lines: "12 Well Lane".to_owned(),
            town: "Halifax".to_owned(),
            postcode: "HX1 2AB".to_owned(),
            country: "England".to_owned(),
        },
        email: format!("{}@example.org", first.to_lowercase()),
        roles: vec!["member".to_owned()],
        ..PersonFields::default()
    }
}

pub fn organisation(name: &str) -> OrganisationFields {
    OrganisationFields {
        name: name.to_owned(),
        form: "society".to_owned(),
        number: "29412R".to_owned(),
        office: AddressView {
            lines: "Unit 3, Hangingroyd Mill".to_owned(),
            town: "Hebden Bridge".to_owned(),
            postcode: "HX7 8AA".to_owned(),
            country: "England".to_owned(),
        },
        email: "office@calder.example".to_owned(),
        ..OrganisationFields::default()
    }
}
