//! The keys that work everywhere: undo and redo, going anywhere, larger and smaller, and the list of keys.

use serde_json::json;

use crate::app::{App, Chooser, Home, bounded};
use crate::group::{self, NAME, OPEN};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_done_is_undone_and_anything_is_reached_by_keys() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        group::begin(&app, NAME).await;
        let (question, fields) = OPEN[1];
        group::agree(&app, question, fields).await;
        app.display.window("Toad Lane").await;
        // Not in a field, so the keys are the page's.
        app.run("document.activeElement.blur(); return null;").await;
        app.display.press("ctrl+z");
        app.announces("Undone: In one or two sentences").await;
        app.display.press("ctrl+shift+z");
        app.announces("Done again: In one or two sentences").await;

        app.display.press("ctrl+k");
        app.announces("found").await;
        app.display.write("why does");
        app.announces("1 found").await;
        let chosen = "const words = document.getElementById('palette-words');
            const chosen = document.getElementById(words.getAttribute('aria-activedescendant'));
            return [document.activeElement === words, chosen?.getAttribute('aria-selected') ?? null];";
        assert_eq!(app.run(chosen).await, json!([true, "true"]));
        app.picture("palette").await;
        app.display.press("Return");
        app.heading(question).await;
        assert_eq!(app.run("return document.querySelector('dialog[open]')").await, json!(null));

        // In a field Ctrl+Z is the field's own.
        app.fill("Your answer", "typed and not yet saved").await;
        app.display.press("ctrl+z");
        app.announces("Saved").await;
        app.run("document.activeElement.blur(); return null;").await;

        app.display.press("F1");
        app.says("Go to any screen, question, rule or person").await;
        app.display.press("Escape");
        app.display.press("ctrl+plus");
        app.announces("110 percent").await;
        let wide = app.run("return innerWidth").await.as_f64().unwrap();
        app.display.press("ctrl+0");
        app.announces("100 percent").await;
        let usual = app.run("return innerWidth").await.as_f64().unwrap();
        assert!(wide < usual, "everything is larger: {wide} instead of {usual}");
        app.display.press("ctrl+s");
        app.announces("All changes saved").await;

        app.follow("History").await;
        app.heading("History").await;
        let slider = "const slider = document.getElementById('place'); slider.focus(); return slider.max;";
        app.run(slider).await;
        app.display.press("Left");
        app.heading("As it was on").await;
        assert_eq!(app.run("return document.activeElement.id").await, json!("place"));
        app.picture("moment").await;
        app.close().await;
    })
    .await;
}
