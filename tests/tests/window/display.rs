//! A private X display, with hands for what WebDriver cannot reach: the desktop's own dialogs.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt as _, EventMask};

use crate::process::{Group, until};

/// One display for one test, so that two dialogs of one title are never mixed up.
pub struct Display {
    pub name: String,
    _server: Group,
}

impl Display {
    pub fn new() -> Self {
        // It begins anew when its last client leaves, and a client that comes at that moment is turned away: a look for a
        // window that is not there yet would now and then keep the app from starting.
        let mut server = Group::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let mut name = String::from(":");
        BufReader::new(server.0.stdout.take().unwrap()).read_line(&mut name).unwrap();
        Self { name: name.trim().to_owned(), _server: server }
    }

    /// What a program of this test runs in: its own folders, none of the desktop's buses.
    pub fn surround<'c>(&self, command: &'c mut Command, home: &Path) -> &'c mut Command {
        command
            .env("DISPLAY", &self.name)
            .env("GDK_BACKEND", "x11")
            .env("LANG", "C.UTF-8")
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("NO_AT_BRIDGE", "1")
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("DBUS_SYSTEM_BUS_ADDRESS", "disabled:")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("TOADLANE_DATA_DIR")
            .env_remove("TOADLANE_FOLDER")
            .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
            .env_remove("WEBKIT_DISABLE_COMPOSITING_MODE")
    }

    fn hand(&self, arguments: &[&str]) -> Option<String> {
        let output = Command::new("xdotool").env("DISPLAY", &self.name).args(arguments).output();
        let output = output.unwrap_or_else(|error| panic!("xdotool does not start: {error}"));
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Waits for a window of this title and gives it the keyboard: there is no window manager to do so.
    pub async fn window(&self, title: &str) -> String {
        let pattern = format!("^{title}$");
        let what = format!("the window \u{201c}{title}\u{201d}");
        let window = until(&what, || {
            let found = self.hand(&["search", "--onlyvisible", "--name", &pattern])?;
            found.lines().last().map(str::to_owned)
        })
        .await;
        self.hand(&["windowfocus", "--sync", &window]);
        window
    }

    pub fn has_window(&self, title: &str) -> bool {
        self.hand(&["search", "--onlyvisible", "--name", &format!("^{title}$")]).is_some()
    }

    pub fn press(&self, key: &str) {
        self.hand(&["key", key]).unwrap_or_else(|| panic!("{key} cannot be pressed"));
    }

    pub fn write(&self, text: &str) {
        self.hand(&["type", "--delay", "10", text]).unwrap_or_else(|| panic!("{text} cannot be typed"));
    }

    /// Types a folder into GTK's dialog and chooses it.
    pub async fn choose_folder(&self, title: &str, folder: &Path) {
        self.window(title).await;
        self.press("ctrl+l");
        self.write(folder.to_str().unwrap());
        // The first Return may only complete what was typed.
        for _ in 0..5 {
            self.press("Return");
            let begun = Instant::now();
            while begun.elapsed() < Duration::from_secs(3) {
                if !self.has_window(title) {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
        panic!("the dialog does not take {}", folder.display());
    }

    /// Asks a window to close, as the close button of a window manager does.
    pub fn close(&self, window: &str) {
        let (connection, _) = x11rb::connect(Some(&self.name)).unwrap();
        let atom = |name: &[u8]| connection.intern_atom(false, name).unwrap().reply().unwrap().atom;
        let (protocols, delete) = (atom(b"WM_PROTOCOLS"), atom(b"WM_DELETE_WINDOW"));
        let window = window.parse().unwrap();
        let message = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
        connection.send_event(false, window, EventMask::NO_EVENT, message).unwrap().check().unwrap();
    }
}
