//! The desktop locks its own screen, or the computer goes to sleep: a desk with a passphrase locks along, and what was
//! half written is there when it is opened again.

use serde_json::json;

use crate::app::{App, Chooser, Home, bounded};
use crate::bus::Desktop;
use crate::group::{self, NAME};

const PASSPHRASE: &str = "four legs good two legs better";
const QUESTION: &str = "In one or two sentences, why does the co-op exist?";

const SAVER: &str = "/org/freedesktop/ScreenSaver";
const LOGIN: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const OURS: &str = "/org/freedesktop/login1/session/ours";
const THEIRS: &str = "/org/freedesktop/login1/session/theirs";
const SESSION: &str = "org.freedesktop.login1.Session";

/// Path, interface, name, and what it carries.
type Signal = (&'static str, &'static str, &'static str, &'static str);

/// Each says that nobody looks at the screen any more: whoever draws the screen's lock, the login, the computer.
const AWAY: [Signal; 3] = [
    (SAVER, "org.freedesktop.ScreenSaver", "ActiveChanged", "(true,)"),
    (OURS, SESSION, "Lock", "()"),
    (LOGIN, MANAGER, "PrepareForSleep", "(true,)"),
];

/// The same from other desktops.
const AWAY_ELSEWHERE: [Signal; 3] = [
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "(true,)"),
    ("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver", "ActiveChanged", "(true,)"),
    ("/org/mate/ScreenSaver", "org.mate.ScreenSaver", "ActiveChanged", "(true,)"),
];

/// Somebody is back, or it is somebody else, or it is said otherwise than a desktop says it.
const THERE: [Signal; 9] = [
    (SAVER, "org.freedesktop.ScreenSaver", "ActiveChanged", "(false,)"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", "(false,)"),
    (SAVER, "org.freedesktop.ScreenSaver", "ActiveChanged", "('true',)"),
    (SAVER, "org.freedesktop.ScreenSaver", "ActiveChanged", "()"),
    (SAVER, "org.example.ScreenSaver", "ActiveChanged", "(true,)"),
    (LOGIN, MANAGER, "PrepareForSleep", "(false,)"),
    (LOGIN, MANAGER, "PrepareForShutdown", "(true,)"),
    (THEIRS, SESSION, "Lock", "()"),
    (OURS, SESSION, "Unlock", "()"),
];

fn say(desktop: &mut Desktop, (path, owner, name, carries): Signal) {
    desktop.says(path, owner, name, carries);
}

/// Waits until the page has been told so many times. One bus keeps the order of what is said: if it was told more
/// often, something counted that does not.
async fn was_told(app: &App, times: usize) {
    let script =
        "const look = () => window.told >= TIMES ? done(window.told) : setTimeout(look, 20); look();";
    assert_eq!(app.run_async(&script.replace("TIMES", &times.to_string())).await, json!(times));
}

async fn set_a_passphrase(app: &App) {
    app.go("passphrase").await;
    app.choose("I have written the eight words on paper").await;
    app.fill("Passphrase", PASSPHRASE).await;
    app.fill("The same again", PASSPHRASE).await;
    app.press("Lock my co-ops with it").await;
    app.main_says("A passphrase locks your co-ops").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_that_nobody_touches_locks_itself() {
    bounded(async {
        let home = Home::new();
        let app = App::start(&home, Chooser::Named).await;
        group::begin(&app, NAME).await;
        group::open(&app, QUESTION).await;
        let question = app.run("return location.hash.replace(/^#\\//, '')").await;
        set_a_passphrase(&app).await;
        app.go(question.as_str().unwrap()).await;
        app.heading(QUESTION).await;
        app.fill("Your answer", "Half a thought, and then").await;
        // A quarter of an hour goes by, as far as the page can tell.
        app.run("const now = Date.now; Date.now = () => now() + 15 * 60 * 1000; return null;").await;
        app.heading("Your co-ops are locked").await;
        let text = app.text().await;
        assert!(!text.contains("Northgate") && !text.contains("Half a thought"), "{text}");
        app.fill("Passphrase", PASSPHRASE).await;
        app.press("Open").await;
        app.leaves("Your co-ops are locked").await;
        app.go(question.as_str().unwrap()).await;
        app.heading(QUESTION).await;
        assert_eq!(app.value("Your answer").await, "Half a thought, and then");
        app.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_with_a_passphrase_locks_with_the_screen() {
    bounded(async {
        let home = Home::new();
        let (app, _bus, mut desktop) = App::on_a_desktop(&home, Chooser::Named).await;
        group::begin(&app, NAME).await;
        let listen = "window.told = 0;
            window.addEventListener('toadlane-screen-locked', () => (window.told += 1)); return null;";
        app.run(listen).await;

        // Without a passphrase there is nothing to lock, and the page stays as it is.
        group::open(&app, QUESTION).await;
        THERE.into_iter().chain(AWAY_ELSEWHERE).chain(AWAY).for_each(|signal| say(&mut desktop, signal));
        was_told(&app, AWAY_ELSEWHERE.len() + AWAY.len()).await;
        app.fill("Your answer", "Nobody locked this").await;
        app.announces("Saved").await;
        app.heading(QUESTION).await;
        let question = app.run("return location.hash.replace(/^#\\//, '')").await;

        set_a_passphrase(&app).await;

        for (number, signal) in AWAY.into_iter().enumerate() {
            app.go(question.as_str().unwrap()).await;
            app.heading(QUESTION).await;
            let words = format!("Half a thought, number {number}, and then");
            app.run("window.told = 0; return null;").await;
            app.fill("Your answer", &words).await;
            // Somebody is typing: all of these together lock nothing.
            THERE.into_iter().chain([signal]).for_each(|signal| say(&mut desktop, signal));
            app.heading("Your co-ops are locked").await;
            was_told(&app, 1).await;
            let text = app.text().await;
            assert!(!text.contains("Northgate") && !text.contains("Half a thought"), "{signal:?}: {text}");
            // Several parts of a desktop may say the same, while somebody types the passphrase already.
            app.fill("Passphrase", PASSPHRASE).await;
            say(&mut desktop, AWAY[0]);
            was_told(&app, 2).await;
            assert_eq!(app.value("Passphrase").await, PASSPHRASE, "{signal:?}");
            app.press("Open").await;
            app.leaves("Your co-ops are locked").await;
            app.go(question.as_str().unwrap()).await;
            app.heading(QUESTION).await;
            assert_eq!(app.value("Your answer").await, words, "{signal:?}");
        }
        app.close().await;
    })
    .await;
}
