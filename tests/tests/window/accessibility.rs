//! What a screen reader is told of every screen of the real window: not what the page's HTML should lead to, but what
//! comes out of the web view on the accessibility bus.

use std::collections::BTreeMap;

use serde_json::json;

use crate::app::{App, Chooser, Home, bounded};
use crate::bus::Reader;

/// Screens of no co-op.
const OUTSIDE: [&str; 13] = [
    "desk",
    "start",
    "start/worker/clg",
    "find",
    "starters",
    "starter/bakery",
    "about",
    "bin",
    "backups",
    "take-in",
    "settings",
    "passphrase",
    "no/such/screen",
];

/// Screens of a co-op, with a question of each kind of answer.
const INSIDE: [&str; 37] = [
    "tasks",
    "answers",
    "people",
    "person/new",
    "person/asha",
    "organisation/new",
    "rules",
    "rule/quorum",
    "rule-after/quorum",
    "marked",
    "marked/usual",
    "checks",
    "pack",
    "pack/constitution/1",
    "history",
    "hand-on",
    "privacy",
    "notes",
    "question/registered-office",
    "question/admission",
    "question/officers",
    "question/sic-codes",
    "question/adjourned-least",
    "question/registered-email",
    "question/objects",
    "question/expulsion-majority",
    "question/borrowing-limit",
    "question/reserve-share",
    "question/purpose",
    "question/general-meeting-quorum",
    "question/board-size",
    "question/board-seats",
    "question/member-test",
    "question/name",
    "question/year-end",
    "question/borrowing-security",
    "question/none",
];

/// What the page has for people to use, by the role that a screen reader has to hear: in all, ticked, and wrong.
const SHOWN: &str = "const shown = (e) => e.checkVisibility() && !e.closest('dialog:not([open])');
    const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(shown);
    const kinds = { checkbox: 'check box', radio: 'radio button', range: 'slider', password: 'password text' };
    const tags = { A: 'link', BUTTON: 'push button', SUMMARY: 'push button', SELECT: 'combo box' };
    const roles = {};
    for (const e of all) { const role = e.hasAttribute('aria-pressed') ? 'toggle button' : tags[e.tagName] ?? kinds[e.type] ?? 'entry'; roles[role] = (roles[role] ?? 0) + 1; }
    const ticked = all.filter((e) => /radio|checkbox/.test(e.type) && e.checked).length;
    const wrong = all.filter((e) => e.getAttribute('aria-invalid') === 'true').length;
    return [roles, ticked, wrong];";

/// What takes the focus and is no control: text that a link leads to, and regions.
const READ: [&str; 9] =
    ["document web", "heading", "landmark", "panel", "section", "form", "static", "grouping", "notification"];

/// Returns how many controls there are.
async fn look(app: &App, reader: &mut Reader, at: &str) -> usize {
    // What is further down a long page is laid out a little later.
    let stands =
        "const look = () => document.querySelector('.later') ? setTimeout(look, 20) : done(null); look();";
    app.run_async(stands).await;
    let shown = app.run(SHOWN).await;
    let heard = reader.hears();
    let mut roles: BTreeMap<&str, usize> = BTreeMap::new();
    for (role, name) in heard.focusable.iter().filter(|(role, _)| !READ.contains(&role.as_str())) {
        assert!(!name.trim().is_empty(), "{at}: a {role} without a name, among {:#?}", heard.focusable);
        *roles.entry(role).or_default() += 1;
    }
    let heard = json!([roles, heard.checked, heard.invalid]);
    assert_eq!(heard, shown, "{at}: roles, ticked, wrong");
    roles.values().sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_control_of_every_screen_has_a_name_and_a_role_for_a_screen_reader() {
    bounded(async {
        let home = Home::new();
        let (app, bus) = App::heard(&home, Chooser::Named).await;
        let mut reader = Reader::new(&app.display, &bus, &home);
        let mut seen = 0;
        let id = app.example("Northgate Bakers").await;
        for at in OUTSIDE.iter().map(|at| (*at).to_owned()).chain(INSIDE.map(|at| format!("f/{id}/{at}"))) {
            app.go(&at).await;
            seen += look(&app, &mut reader, &at).await;
        }
        // What is wrong is said of the field.
        app.go(&format!("f/{id}/person/new")).await;
        app.fill("First name", "Cai").await;
        app.fill("Year", "next year").await;
        app.press("Done").await;
        app.main_says("Not saved").await;
        seen += look(&app, &mut reader, "a person with a fault").await;
        assert_ne!(app.run("return document.querySelectorAll('[aria-invalid]').length").await, json!(0));
        assert!(seen > 1_000, "only {seen} controls");
        app.close().await;
    })
    .await;
}
