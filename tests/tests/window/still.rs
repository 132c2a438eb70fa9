//! What appears above must not push away what somebody is about to press.

use crate::app::{App, Chooser, Home, bounded};
use crate::group::{self, NAME};

/// Writes down where the next tick stands whenever something is pressed.
const WATCH: &str = "window.stood = []; window.addEventListener('pointerdown', () => \
    window.stood.push(document.getElementById('role-director').getBoundingClientRect().top), true); return null";

const MOVED: &str =
    "return document.getElementById('role-director').getBoundingClientRect().top - window.stood.at(-1)";

#[tokio::test(flavor = "multi_thread")]
async fn a_finding_that_appears_above_moves_no_tick_away() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        group::begin(&app, NAME).await;
        app.follow("People").await;
        app.heading("People").await;
        app.follow("Enter a person").await;
        app.fill("First name", "Owain").await;
        app.run(WATCH).await;
        app.choose("Member").await;
        app.main_says("is a member and not a director").await;
        let moved = app.run(MOVED).await.as_f64().unwrap();
        // A finding is some hundred pixels high; a page scrolls by whole ones.
        assert!(moved.abs() < 3.0, "the next tick moved by {moved} pixels");
        app.close().await;
    })
    .await;
}
