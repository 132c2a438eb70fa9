//! How the app starts and ends, as people start it: without a driver.

use std::fs;
use std::process::{Command, Stdio};

use crate::app::Home;
use crate::display::Display;
use crate::process::{Group, members, open_sockets, shell};

fn start(display: &Display, home: &Home) -> Group {
    let mut command = Command::new(shell());
    display.surround(&mut command, home.path());
    Group::start(command.env("TOADLANE_DATA_DIR", home.store()).stderr(Stdio::null()))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_opens_talks_to_no_network_and_closes() {
    let home = Home::new();
    let display = Display::new();
    let mut app = start(&display, &home);
    let window = display.window("Toad Lane").await;
    crate::process::until("the web view", || (members(app.0.id()).len() >= 3).then_some(())).await;
    let surroundings = fs::read(format!("/proc/{}/environ", app.0.id())).unwrap();
    let surroundings = String::from_utf8_lossy(&surroundings).into_owned();
    assert!(surroundings.contains("WEBKIT_DISABLE_DMABUF_RENDERER=1"), "{surroundings}");
    assert_eq!(open_sockets(app.0.id()), Vec::<String>::new());
    display.close(&window);
    assert!(app.ended().success());
    // The next start finds the store free.
    let again = start(&display, &home);
    display.window("Toad Lane").await;
    drop(again);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_elses_renderer_is_kept() {
    let home = Home::new();
    let display = Display::new();
    let mut command = Command::new(shell());
    display.surround(&mut command, home.path()).env("WEBKIT_DISABLE_DMABUF_RENDERER", "0");
    let app = Group::start(command.env("TOADLANE_DATA_DIR", home.store()).stderr(Stdio::null()));
    // It has chosen its surroundings before it opens the store. Whether the window then paints with that renderer
    // is the graphics driver's matter.
    crate::process::until("the store", || home.store().join("toad-lane.store").exists().then_some(())).await;
    let surroundings = fs::read(format!("/proc/{}/environ", app.0.id())).unwrap();
    assert!(String::from_utf8_lossy(&surroundings).contains("WEBKIT_DISABLE_DMABUF_RENDERER=0"));
}
