//! Every screen is shown, is whole, and its parts belong together.

use std::collections::BTreeSet;

use desk::Failure;
use screens::{Event, Screens};

use crate::markup::{Tag, html, outline, tags};
use crate::naming;
use crate::stage::{EXAMPLES, Stage, region};

/// Every address of a formation.
pub fn addresses(stage: &mut Stage, id: &str) -> Vec<String> {
    let mut out: Vec<String> = [
        "tasks",
        "answers",
        "people",
        "person/new",
        "organisation/new",
        "rules",
        "rule/quorum",
        "rule-after/quorum",
        "marked",
        "marked/usual",
        "checks",
        "pack",
        "pack/constitution/1",
        "pack/founding-minutes/2",
        "registrar",
        "history",
        "hand-on",
        "privacy",
        "notes",
    ]
    .iter()
    .map(|screen| format!("f/{id}/{screen}"))
    .collect();
    for screen in ["answers", "people", "registrar", "history"] {
        let main = region(&stage.go(&format!("f/{id}/{screen}")), "main");
        let links = tags(&main).into_iter().filter(|tag| tag.name == "a");
        out.extend(links.filter_map(|tag| Some(tag.get("href")?.strip_prefix("#/")?.to_owned())));
    }
    // One sheet of the registrar's leads to papers that another led to.
    let mut seen = BTreeSet::new();
    out.retain(|at| seen.insert(at.clone()));
    out
}

#[test]
fn the_screens_of_founding_organisations_are_whole() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("pennine-wholefoods");
    let screens =
        ["people", "organisation/new", "organisation/calder", "person/new", "person/asha", "privacy"];
    for screen in screens {
        let at = format!("f/{id}/{screen}");
        let reply = stage.go(&at);
        assert_eq!(reply.at, at);
        whole(&tags(&html(&reply)), &at);
    }
    let people = region(&stage.go(&format!("f/{id}/people")), "main");
    assert!(
        people.contains("Hebble Bakers Limited") && people.contains("Registered society, 7834"),
        "{people}"
    );
    assert!(people.contains("Acts for Hebble Bakers Limited"), "{people}");
    let calder = region(&stage.go(&format!("f/{id}/organisation/calder")), "main");
    assert!(calder.contains("Asha Nadkarni</a>: <span>Its secretary"), "{calder}");
}

#[test]
fn every_screen_of_every_example_is_whole() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    for example in EXAMPLES {
        let id = stage.example(example);
        for at in addresses(&mut stage, &id) {
            let reply = stage.go(&at);
            assert_eq!(reply.at, at, "{example}");
            assert_eq!(reply.focus.as_deref(), Some("heading"), "{example}, {at}");
            whole(&tags(&html(&reply)), &format!("{example}, {at}"));
            naming::apart(&html(&reply), &format!("{example}, {at}"));
        }
    }
    for at in [
        "desk",
        "start",
        "start/worker/cs",
        "find",
        "starters",
        "starter/bakery",
        "starter/none",
        "about",
        "notices",
        "bin",
        "backups",
        "take-in",
        "settings",
        "models",
        "passphrase",
        "no/such/screen",
        "f/none/tasks",
    ] {
        let page = html(&stage.go(at));
        whole(&tags(&page), at);
        naming::apart(&page, at);
    }
}

/// One heading, no id twice, every label and reference leads somewhere, every control has a name and an id.
pub fn whole(tags: &[Tag], at: &str) {
    let mut ids = BTreeSet::new();
    for id in tags.iter().filter_map(|tag| tag.get("id")) {
        assert!(ids.insert(id), "{at}: the id {id} stands twice");
    }
    assert_eq!(tags.iter().filter(|tag| tag.name == "h1").count(), 1, "{at}");
    for tag in tags {
        for reference in ["for", "aria-describedby", "aria-labelledby"] {
            for id in tag.get(reference).into_iter().flat_map(str::split_whitespace) {
                assert!(ids.contains(id), "{at}: {reference} names {id}, which is not there");
            }
        }
        if matches!(tag.name.as_str(), "input" | "textarea" | "select") && tag.get("type") != Some("hidden") {
            let id = tag.get("id").unwrap_or_else(|| panic!("{at}: a control without an id"));
            assert!(tag.get("name").is_some(), "{at}: {id} has no name");
            assert!(tags.iter().any(|label| label.get("for") == Some(id)), "{at}: {id} has no label");
        }
        for barred in ["style", "onclick", "src", "action", "target"] {
            assert!(tag.get(barred).is_none(), "{at}: {} has {barred}", tag.name);
        }
    }
}

#[test]
fn screens_read_as_they_were_written() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let mut out = String::new();
    let mut add = |name: &str, html: &str| out.push_str(&format!("== {name}\n{}\n", outline(html)));
    let desk = region(&stage.go("desk"), "main");
    // Examples come and go with the library.
    add("empty desk", desk.split("<section class=\"examples\"").next().unwrap());
    add("start", &region(&stage.go("start"), "main"));
    add("about", &region(&stage.go("about"), "main"));
    let notices = region(&stage.go("notices"), "main");
    assert!(
        notices.contains("Apache License")
            && notices.contains("ZETETIC LLC")
            && notices.contains("rusqlite 0.")
    );
    add("unknown", &region(&stage.go("nowhere"), "main"));
    let id = stage.example("northgate-bakers");
    let removing = region(&stage.act("desk", "ask-remove", &[("formation", &id)]), "main");
    add("desk, removing", removing.split("<section class=\"examples\"").next().unwrap());
    add("head", &region(&stage.go(&format!("f/{id}/tasks")), "head"));
    add("navigation", &region(&stage.go(&format!("f/{id}/tasks")), "nav"));
    add("a person", &region(&stage.go(&format!("f/{id}/person/new")), "main"));
    insta::assert_snapshot!(out);
}

#[test]
fn the_page_says_why_the_desk_cannot_be_opened() {
    let failure = Failure::fault("its texts are damaged");
    let mut screens = Screens::cannot_start(failure.clone());
    for at in ["desk", "f/1/tasks", "start"] {
        let reply = screens.handle(&Event { at: at.to_owned(), ..Event::default() });
        let main = region(&reply, "main");
        assert!(main.contains(&failure.sentence) && main.contains(&failure.what_to_do), "{main}");
    }
}

#[test]
fn who_closed_the_other_window_opens_the_desk_from_the_page_that_asked_for_it() {
    let store = tempfile::tempdir().unwrap();
    let first = Stage::new(store.path());
    let mut second = Stage::new(store.path());
    assert!(region(&second.go("desk"), "main").contains("id=\"try-again\""));
    let still = second.act("desk", "try-again", &[]);
    assert!(region(&still, "main").contains("open already"));
    assert!(still.say.unwrap().contains("open already"));
    drop(first);
    let opened = second.act("desk", "try-again", &[]);
    assert!(region(&opened, "main").contains("Your co-ops"));
}

#[test]
fn titles_hold_no_names() {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    for at in addresses(&mut stage, &id) {
        let title = stage.go(&at).title;
        for name in ["Asha", "Patel", "Northgate"] {
            assert!(!title.contains(name), "{at}: {title}");
        }
    }
}

#[test]
fn only_html_made_from_blocks_is_put_in_raw() {
    let ui = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui");
    for folder in ["screens", "parts"] {
        for file in std::fs::read_dir(ui.join(folder)).unwrap() {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            for (at, _) in text.match_indices("safe") {
                let start = text[..at].rfind("{{").unwrap_or(0);
                let end = text[at..].find("}}").map_or(text.len(), |end| at + end + 2);
                let raw = text[start..end].replace(' ', "");
                assert!(
                    !raw.contains("|safe")
                        || ["{{rule.html.0|safe}}", "{{words.0|safe}}", "{{printed.svg.0|safe}}"]
                            .contains(&raw.as_str()),
                    "{}: {raw}",
                    path.display()
                );
            }
        }
    }
}
