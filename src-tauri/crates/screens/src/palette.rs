//! The palette: what can be gone to from anywhere, found by a few letters of its name.

use askama::Template;
use desk::Desk;

use crate::exchange::Patch;
use crate::page::html;
use crate::route::Route;

/// The field that holds what is looked for.
pub(crate) const FIELD: &str = "palette-words";
/// The region that lists what was found.
const REGION: &str = "found";
/// More than this nobody steps through.
const MOST: usize = 12;

/// Something to go to.
struct Place {
    /// Its name.
    name: String,
    /// What it is: "Question".
    kind: &'static str,
    /// Its address.
    to: String,
}

#[derive(Template)]
#[template(path = "parts/found.html")]
struct Found<'a> {
    places: &'a [Place],
}

/// Screens of a formation.
const INSIDE: [(&str, &str); 11] = [
    ("Task list", "tasks"),
    ("All answers", "answers"),
    ("People", "people"),
    ("Read the rules", "rules"),
    ("The registrar\u{2019}s questions", "registrar"),
    ("Checks", "checks"),
    ("The pack", "pack"),
    ("History", "history"),
    ("Hand it on", "hand-on"),
    ("Privacy", "privacy"),
    ("Adviser\u{2019}s notes", "notes"),
];

/// Screens of no formation.
const OUTSIDE: [(&str, &str); 8] = [
    ("Your co-ops", "desk"),
    ("Begin a co-op", "start"),
    ("Take in a file", "take-in"),
    ("Backups", "backups"),
    ("The bin", "bin"),
    ("Settings", "settings"),
    ("Lock with a passphrase", "passphrase"),
    ("About Toad Lane", "about"),
];

/// Returns the list of what was found, and what a screen reader says about it.
pub(crate) fn found(desk: &Desk, at: &Route, words: &str) -> (Patch, String) {
    let wanted: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let fits = |place: &Place| {
        let name = place.name.to_lowercase();
        wanted.iter().all(|word| name.contains(word.as_str()))
    };
    let mut places: Vec<Place> = everything(desk, at).into_iter().filter(fits).collect();
    // What begins with the words comes before what only has them somewhere.
    if let Some(first) = wanted.first() {
        places.sort_by_key(|place| !place.name.to_lowercase().starts_with(first.as_str()));
    }
    let count = places.len();
    places.truncate(MOST);
    let say = match count {
        0 => "Nothing found.".to_owned(),
        1 => "1 found.".to_owned(),
        count if count > MOST => format!("{count} found. The first {MOST} are listed."),
        count => format!("{count} found."),
    };
    (Patch { region: REGION.to_owned(), html: html(&Found { places: &places }) }, say)
}

/// What there is to go to. Whatever cannot be worked out is left out: the palette must not be in the way.
fn everything(desk: &Desk, at: &Route) -> Vec<Place> {
    let mut places = Vec::new();
    let mut add = |name: String, kind, to: String| places.push(Place { name, kind, to });
    if let Route::In(id, _) = at {
        for (name, screen) in INSIDE {
            add(name.to_owned(), "Screen", format!("f/{id}/{screen}"));
        }
        if let Ok(view) = desk.answers_view(id) {
            for row in view.parts.into_iter().flat_map(|(_, rows)| rows) {
                add(row.question, "Question", format!("f/{id}/question/{}", row.slug));
            }
        }
        if let Ok(view) = desk.people_view(id) {
            for person in view.people {
                add(person.name, "Person", format!("f/{id}/person/{}", person.id));
            }
        }
        if let Ok(view) = desk.rules_view(id) {
            for row in view.parts.into_iter().flat_map(|part| part.rules) {
                let rule = row.rule;
                let name = format!("{}. {}", rule.number, rule.heading);
                add(name, "Rule", format!("f/{id}/rules/{}", rule.slug));
            }
        }
    }
    for (name, to) in OUTSIDE {
        add(name.to_owned(), "Screen", to.to_owned());
    }
    for (id, name) in desk.names().unwrap_or_default() {
        add(name, "Co-op", format!("f/{id}/tasks"));
    }
    places
}
