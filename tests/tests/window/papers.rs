//! Rules written by hand, the paper as it will be printed, and an edition of the rules, in the real window.

use std::fs;

use serde_json::json;

use crate::app::{App, Chooser, Home, bounded};
use crate::group::{self, NAME};

const HEADING: &str = "Bread for everybody";
const TEXT: &str = "The co-op bakes each day, for whoever is hungry.";

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_of_their_own_is_on_the_page_that_is_shown_and_in_the_file_that_is_saved() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        group::begin(&app, NAME).await;
        app.follow("Read the rules").await;
        app.says("minutes to read aloud").await;
        // What is further down is laid out a little later, all of it, and nothing moves any more then.
        let laid_out = "const look = () => document.querySelector('.later') ? setTimeout(look, 20) : done(
            [...document.querySelectorAll('.rule-heading')].every((one) => one.checkVisibility({ contentVisibilityAuto: true })));
            look();";
        assert_eq!(app.run_async(laid_out).await, json!(true));
        app.picture("rules").await;
        app.press_summary("Change or comment").await;
        app.follow("Add another").await;
        app.says("What it costs.").await;
        app.fill("Heading", HEADING).await;
        app.picture("new rule").await;
        app.fill("What it says", TEXT).await;
        // It is saved as it is written, and has an address then; the caret stays where it is.
        app.announces("saved as you go").await;
        let writes = "return [document.activeElement.id, location.hash.includes('/rule/')]";
        assert_eq!(app.run(writes).await, json!(["rule-text", true]));
        assert_eq!(app.value("What it says").await, TEXT);
        app.press("Done").await;
        app.says("Of your own making").await;
        app.says(TEXT).await;

        app.follow("The pack").await;
        app.heading("The pack").await;
        app.follow("Articles").await;
        app.heading("Articles").await;
        // Drawn, and not stopped by the window's policy: it has a size and many letters.
        let drawn = "const box = document.querySelector('.sheet svg').getBoundingClientRect();
            return [box.width > 300, box.height > box.width, document.querySelectorAll('.sheet svg path').length > 20];";
        assert_eq!(app.run(drawn).await, json!([true, true, true]));
        app.picture("paper").await;
        app.press("Next page").await;
        app.says("Read page 2 as text").await;
        app.display.window("Toad Lane").await;
        app.display.press("ctrl+Next");
        app.says("Read page 3 as text").await;

        app.follow("The pack").await;
        app.heading("The pack").await;
        app.press("Save as text").await;
        app.says("The file is saved").await;
        app.picture("pack").await;
        let saved = fs::read_dir(home.exports()).unwrap().map(|entry| entry.unwrap().path()).next().unwrap();
        let text = fs::read_to_string(saved).unwrap();
        assert!(text.contains(HEADING) && text.contains(TEXT), "{text}");
        assert!(text.contains("DRAFT"), "what is open still stops the final pack");
        app.close().await;
    })
    .await;
}
