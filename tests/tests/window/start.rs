//! How the app starts and ends, as people start it: without a driver.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::app::Home;
use crate::bus::{Bus, Desktop};
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

/// What is open now may have been preceded by what was closed again: every call is written down, from the first.
#[tokio::test(flavor = "multi_thread")]
async fn no_part_of_it_ever_asks_for_an_internet_socket() {
    let home = Home::new();
    let display = Display::new();
    let calls = home.path().join("calls.txt");
    // With a desktop's buses, which it listens on: they are no internet sockets.
    let bus = Bus::new(&display, &home);
    let _desktop = Desktop::new(&display, &bus, &home);
    let mut command = Command::new("strace");
    command.args(["--follow-forks", "--quiet=all", "--seccomp-bpf", "--trace=socket,connect", "--output"]);
    display.surround(command.arg(&calls).arg(shell()), home.path());
    bus.beside(&mut command, home.path());
    let app = Group::start(command.env("TOADLANE_DATA_DIR", home.store()).stderr(Stdio::null()));
    display.window("Toad Lane").await;
    // The window has no driver to ask, so the keys are pressed until what they do is on the disk.
    let preferences = home.store().join("preferences.json");
    // On a busy machine a page comes later than the next key: each time it is given longer.
    let mut pause = Duration::from_millis(200);
    crate::process::until("the name to be saved", || {
        for place in ["about", "backups", "begin", "settings"] {
            display.press("ctrl+k");
            display.write(place);
            display.press("Return");
            std::thread::sleep(pause);
        }
        pause *= 2;
        // Past the languages and their button.
        (0..3).for_each(|_| display.press("Tab"));
        display.press("ctrl+a");
        display.write("Asha Patel");
        display.press("Return");
        std::thread::sleep(pause);
        fs::read_to_string(&preferences).ok().filter(|said| said.contains("Asha Patel"))
    })
    .await;
    drop(app);
    let calls = fs::read_to_string(calls).unwrap();
    let spoken_to = calls.lines().any(|call| call.contains("connect(") && call.contains("/bus\""));
    assert!(spoken_to, "it writes down what it is meant to, the desktop's bus among it: {calls}");
    let internet: Vec<&str> = calls.lines().filter(|call| call.contains("AF_INET")).collect();
    assert!(internet.is_empty(), "{internet:?}");
}
