//! The same in another language, whose words are longer.

use std::fs;

use crate::Preview;
use crate::stage::{self, Stage, event};

/// Screens as they are at the beginning, and then filled in.
pub fn in_welsh(preview: &mut Preview) {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    preview.page("cy-settings", &stage.act("settings", "set-language", &[("language", "cy")]));
    preview.page("cy-desk-empty", &stage.go("desk"));
    preview.page("cy-start", &stage.go("start"));
    let begin = [("kind", "worker/cs"), ("nation", "wales"), ("name", "")];
    let at = stage.act("start", "begin", &begin).at;
    let id = at.split('/').nth(1).unwrap().to_owned();
    let screens = [
        "tasks",
        "answers",
        "people",
        "person/new",
        "organisation/new",
        "rules",
        "checks",
        "pack",
        "history",
        "hand-on",
        "privacy",
        "notes",
    ];
    for screen in screens {
        preview.page(&format!("cy-{}", screen.replace('/', "-")), &stage.go(&format!("f/{id}/{screen}")));
    }
    let questions = [
        "governance",
        "member-test",
        "general-meeting-quorum",
        "special-majority",
        "registered-office",
        "year-end",
        "board-size",
        "participation",
    ];
    for slug in questions {
        preview.page(&format!("cy-question-{slug}"), &stage.go(&format!("f/{id}/question/{slug}")));
    }
    let empty = stage.act(&format!("f/{id}/question/purpose"), "agree", &[]);
    preview.page("cy-question-error", &empty);
    preview.page("cy-desk", &stage.go("desk"));
    for screen in ["starters", "find", "about", "bin", "backups", "take-in"] {
        preview.page(&format!("cy-{screen}"), &stage.go(screen));
    }
    filled(preview, &mut stage);
}

/// What a co-op that is filled in has: every kind of address that the rest has no page of.
fn filled(preview: &mut Preview, stage: &mut Stage) {
    let id = stage.example("gwlan-y-dwr");
    let at = |screen: &str| format!("f/{id}/{screen}");
    let people = stage::region(&stage.go(&at("people")), "main");
    let person =
        people.split("/person/").find(|rest| !rest.starts_with("new") && !rest.starts_with('<')).unwrap();
    let person = person.split('"').next().unwrap().to_owned();
    let sheet = stage::region(&stage.go(&at("registrar")), "main");
    let sheet = sheet.split("/registrar/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let quorum = [("heading", "C\u{175}orwm"), ("text", "1. Tri ohonom."), ("status", "agreed")];
    stage.act(&at("rule/quorum"), "save", &quorum);
    let moment = stage.act(&at("history"), "look", &[("place", "1")]);
    let number = moment.at.rsplit('/').next().unwrap().to_owned();
    preview.page("cy-moment", &moment);
    for (name, screen) in [
        ("person-filled", format!("person/{person}")),
        ("rules-filled", "rules".to_owned()),
        ("rules-at-rule", "rules/quorum".to_owned()),
        ("rule", "rule/quorum".to_owned()),
        ("rule-after", "rule-after/quorum".to_owned()),
        ("marked", "marked".to_owned()),
        ("marked-usual", "marked/usual".to_owned()),
        ("marked-moment", format!("marked/{number}")),
        ("registrar", "registrar".to_owned()),
        ("registrar-answer", format!("registrar/{sheet}")),
        ("paper", "pack/constitution/1".to_owned()),
        ("edition-explained", "read/explained/2".to_owned()),
        ("edition-summary", "read/summary/1".to_owned()),
        ("edition-large-print", "read/large-print/1".to_owned()),
        ("edition-marked-model", "read/marked/model/1".to_owned()),
        ("edition-marked-usual", "read/marked/usual/1".to_owned()),
        ("edition-marked-moment", format!("read/marked/{number}/1")),
        ("edition-to-share", "read/to-share/1".to_owned()),
        ("pack-filled", "pack".to_owned()),
        ("privacy-filled", "privacy".to_owned()),
        ("answers-open", "answers/open".to_owned()),
        ("question-from-all", "question/purpose/all".to_owned()),
        ("question-from-open", "question/purpose/open".to_owned()),
    ] {
        preview.page(&format!("cy-{name}"), &stage.go(&at(&screen)));
    }
    let own =
        [("choice", "own"), ("share", "75"), ("at-least", "7"), ("at-most", ""), ("status", "proposed")];
    preview.page("cy-question-marked", &stage.act(&at("question/general-meeting-quorum"), "answer", &own));
    let wholefoods = stage.example("pennine-wholefoods");
    preview.page("cy-organisation-filled", &stage.go(&format!("f/{wholefoods}/organisation/calder")));
    preview.page_at("cy-start-found", stage, "start/worker/cs");
    for screen in ["starter/food-shop", "notices"] {
        preview.page(&format!("cy-{}", screen.replace('/', "-")), &stage.go(screen));
    }
    let folder = tempfile::tempdir().unwrap();
    stage.screens.chosen(event(&at("hand-on"), "export-text", &[]), Some(folder.path()));
    let file = fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    preview.page("cy-take-in-preview", &stage.screens.chosen(event("take-in", "choose", &[]), Some(&file)));
}
