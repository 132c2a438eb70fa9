//! The palette: what can be gone to from anywhere, found by a few letters of its name.

use askama::Template;
use desk::Desk;

use crate::exchange::Patch;
use crate::page::html;
use crate::route::Route;
use crate::words::{Id, Say, Told, Words, filters};

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
    /// Whether the name is English on whatever page.
    is_english: bool,
    /// What it is: "Question".
    kind: Id,
    /// Its address.
    to: String,
}

#[derive(Template)]
#[template(path = "parts/found.html")]
struct Found<'a> {
    places: &'a [Place],
    /// How many there are.
    say: &'a Say,
}

/// Screens of a formation.
const INSIDE: [(Id, &str); 11] = [
    (Id("screen-tasks"), "tasks"),
    (Id("screen-answers"), "answers"),
    (Id("screen-people"), "people"),
    (Id("screen-rules"), "rules"),
    (Id("screen-registrar"), "registrar"),
    (Id("screen-checks"), "checks"),
    (Id("screen-pack"), "pack"),
    (Id("screen-history"), "history"),
    (Id("screen-hand-on"), "hand-on"),
    (Id("screen-privacy"), "privacy"),
    (Id("screen-notes"), "notes"),
];

/// Screens of no formation.
const OUTSIDE: [(Id, &str); 8] = [
    (Id("palette-desk"), "desk"),
    (Id("palette-start"), "start"),
    (Id("palette-take-in"), "take-in"),
    (Id("place-backups"), "backups"),
    (Id("palette-bin"), "bin"),
    (Id("place-settings"), "settings"),
    (Id("palette-passphrase"), "passphrase"),
    (Id("palette-about"), "about"),
];

/// Returns the list of what was found, and what a screen reader says about it.
pub(crate) fn found(desk: &Desk, at: &Route, looked_for: &str) -> (Patch, String) {
    let words = Words::at(desk);
    let wanted: Vec<String> = looked_for.split_whitespace().map(str::to_lowercase).collect();
    let fits = |place: &Place| {
        let name = place.name.to_lowercase();
        wanted.iter().all(|word| name.contains(word.as_str()))
    };
    let mut places: Vec<Place> = everything(desk, words, at).into_iter().filter(fits).collect();
    // What begins with the words comes before what only has them somewhere.
    if let Some(first) = wanted.first() {
        places.sort_by_key(|place| !place.name.to_lowercase().starts_with(first.as_str()));
    }
    let count = places.len();
    places.truncate(MOST);
    let say: Say = if count > MOST {
        Id("palette-say-more").with("count", count).with("most", MOST)
    } else {
        Id("palette-say").with("count", count)
    };
    (
        Patch { region: REGION.to_owned(), html: html(words, &Found { places: &places, say: &say }) },
        words.say(say),
    )
}

/// What there is to go to. Whatever cannot be worked out is left out: the palette must not be in the way.
fn everything(desk: &Desk, words: &Words, at: &Route) -> Vec<Place> {
    let mut places = Vec::new();
    let mut add = |name: String, is_english, kind, to: String| {
        places.push(Place { name, is_english, kind, to });
    };
    if let Route::In(id, _) = at {
        for (name, screen) in INSIDE {
            add(words.say(name), false, Id("palette-kind-screen"), format!("f/{id}/{screen}"));
        }
        if let Ok(view) = desk.answers_view(id) {
            for row in view.parts.into_iter().flat_map(|part| part.rows) {
                let told = Told::question(words, &row.slug, &row.question);
                let to = format!("f/{id}/question/{}", row.slug);
                add(told.text().to_owned(), told.is_foreign(), Id("palette-kind-question"), to);
            }
        }
        if let Ok(view) = desk.people_view(id) {
            for organisation in view.organisations {
                let to = format!("f/{id}/organisation/{}", organisation.id);
                add(organisation.name, false, Id("palette-kind-organisation"), to);
            }
            for person in view.people {
                add(person.name, false, Id("palette-kind-person"), format!("f/{id}/person/{}", person.id));
            }
        }
        if let Ok(view) = desk.rules_view(id) {
            for row in view.parts.into_iter().flat_map(|part| part.rules) {
                let rule = row.rule;
                let name = format!("{}. {}", rule.number, rule.heading);
                add(name, true, Id("palette-kind-rule"), format!("f/{id}/rules/{}", rule.slug));
            }
        }
    }
    for (name, to) in OUTSIDE {
        add(words.say(name), false, Id("palette-kind-screen"), to.to_owned());
    }
    for (id, name) in desk.names().unwrap_or_default() {
        add(name, false, Id("palette-kind-co-op"), format!("f/{id}/tasks"));
    }
    places
}
