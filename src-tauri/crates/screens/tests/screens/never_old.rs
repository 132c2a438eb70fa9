//! The app remembers what it worked out. Whatever was done, each screen must say what an app says that was just opened and
//! remembers nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicI16, Ordering};

use screens::{Event, Screens};

use crate::stage::{Begun, Stage, event, region};

/// Screens of a co-op that say what follows from its answers.
const SCREENS: [&str; 11] = [
    "tasks",
    "answers",
    "people",
    "rules",
    "checks",
    "pack",
    "pack/constitution/2",
    "pack/founders-register/1",
    "read/summary/1",
    "marked/usual",
    "history",
];

/// What all screens say: the main part of each, and what stands beside it.
fn everything(screens: &mut Screens, id: &str) -> Vec<(String, String)> {
    let inside = SCREENS.iter().map(|screen| format!("f/{id}/{screen}"));
    let mut said: Vec<(String, String)> = Vec::new();
    for at in inside.chain(["desk".to_owned()]) {
        let reply = screens.handle(&Event { at: at.clone(), ..Event::default() });
        let regions = ["main", "nav", "aside"].map(|name| region(&reply, name));
        said.push((at, regions.concat()));
    }
    for (act, fields) in [
        ("search", [("search", "bread"), ("", "")]),
        ("filter", [("words", "north"), ("programme", "")]),
        ("filter", [("words", "bread"), ("programme", "")]),
        ("all", [("", ""), ("", "")]),
    ] {
        said.push((format!("desk, {act}"), region(&screens.handle(&event("desk", act, &fields)), "main")));
    }
    said
}

/// An act: the screen, what is done there, and the fields.
type Done = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const ACTS: [Done; 14] = [
    ("question/purpose", "answer", &[("text", "To bake bread."), ("status", "agreed")]),
    ("rules", "move-down", &[("rule", "quorum")]),
    ("rule/quorum", "save", &[("heading", "Quorum of bakers"), ("text", "All of us."), ("why", "")]),
    ("rules", "remove", &[("rule", "notice"), ("why", "")]),
    ("rules", "undo", &[]),
    ("rules", "redo", &[]),
    ("people", "remove", &[("person", "asha")]),
    ("people", "undo", &[]),
    ("notes", "keep", &[("programme", "Bread"), ("stage", "begun"), ("next-step", "north")]),
    ("pack", "sign", &[("back", "founders-register/asha-1")]),
    ("question/name", "answer", &[("text", "Bread for the North Limited"), ("status", "agreed")]),
    ("checks", "agree-usual", &[]),
    ("rules", "put-back", &[("rule", "quorum")]),
    ("question/purpose", "answer", &[("text", "To bake cake."), ("status", "agreed")]),
];

#[test]
fn whatever_was_done_screens_say_what_a_desk_says_that_was_just_opened() {
    let Begun { mut stage, id, store } = Begun::new("northgate-bakers");
    let other = stage.example("gwlan-y-dwr");
    let mut before = everything(&mut stage.screens, &id);
    let mut changed = 0;
    for (screen, act, fields) in ACTS {
        stage.act(&format!("f/{id}/{screen}"), act, fields);
        let said = everything(&mut stage.screens, &id);
        // What was said twice is the same: the second time it comes out of what is remembered.
        assert_eq!(said, everything(&mut stage.screens, &id), "{act} on {screen}, looked at twice");
        drop(stage);
        stage = Stage::new(store.path());
        let anew = everything(&mut stage.screens, &id);
        for ((at, said), (_, anew)) in said.iter().zip(&anew) {
            assert!(said == anew, "after {act} on {screen}, {at} says:\n{said}\nand anew:\n{anew}");
        }
        changed += usize::from(said != before);
        before = said;
    }
    assert!(changed >= 10, "only {changed} acts changed anything that is shown");
    // What goes off the desk, and comes back.
    for (act, shown) in [("remove", false), ("bring-back", true)] {
        stage.act("desk", act, &[("formation", &other)]);
        let desk = region(&stage.go("desk"), "main");
        assert_eq!(desk.contains(&format!("#/f/{other}/tasks")), shown, "{act}: {desk}");
    }
}

#[test]
fn another_day_is_another() {
    let Begun { stage, id, store } = Begun::new("northgate-bakers");
    drop(stage);
    let year = Arc::new(AtomicI16::new(2026));
    let open = |year: &Arc<AtomicI16>| Stage::in_year(store.path(), year).screens;
    let mut screens = open(&year);
    let first = everything(&mut screens, &id);
    year.store(2028, Ordering::Relaxed);
    let next = everything(&mut screens, &id);
    drop(screens);
    for ((at, said), (_, anew)) in next.iter().zip(&everything(&mut open(&year), &id)) {
        assert!(said == anew, "two years later, {at} says:\n{said}\nand anew:\n{anew}");
    }
    // By then somebody has to look again whether the figures of the law are still right; and each paper has its day.
    for screen in ["checks", "pack/founders-register/1"] {
        let of = |all: &[(String, String)]| all.iter().find(|(at, _)| at.ends_with(screen)).cloned();
        assert!(of(&first) != of(&next), "{screen} says the same two years later");
    }
}
