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

#[tokio::test(flavor = "multi_thread")]
async fn whoever_goes_back_finds_the_place_where_they_were() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        let coop = app.example("Northgate").await;
        app.go(&format!("f/{coop}/rules")).await;
        app.heading("Articles of association").await;
        // A long page is laid out to its end when somebody turns the wheel.
        app.run("document.dispatchEvent(new WheelEvent('wheel')); return null").await;
        let there = app.run("window.scrollTo(0, 4000); return window.scrollY").await.as_f64().unwrap();
        assert!(there > 1000.0, "the rules are long: {there}");
        app.go(&format!("f/{coop}/checks")).await;
        app.heading("Checks").await;
        app.run("history.back(); return null").await;
        app.heading("Articles of association").await;
        let now = app.run("return window.scrollY").await.as_f64().unwrap();
        assert!((now - there).abs() < 3.0, "from {there} to {now}");
        app.close().await;
    })
    .await;
}
