//! From the first instruction to a window on the screen, and from the last window to the end.

use tauri::{Manager, RunEvent};

use crate::bridge::{self, Session};
use crate::dialogs::Dialogs;
use crate::{places, windows};

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Nothing to draw on.
    #[error(
        "Toad Lane needs a desktop to open its window on, and there is none here. Start it from a desktop, or \
         use toadlane-cli, which needs none."
    )]
    NoDisplay,
    /// The desktop's web view refuses.
    #[error("Toad Lane cannot open its window: {0}. Install WebKitGTK 4.1, or start it again.")]
    Window(#[from] tauri::Error),
}

/// Opens the window and returns when it has been closed.
pub fn run() -> Result<(), StartError> {
    #[cfg(target_os = "linux")]
    linux::prepare()?;
    let app = windows::without_powers(tauri::Builder::default())
        .plugin(tauri_plugin_dialog::init())
        .plugin(windows::kept_as_left())
        .invoke_handler(tauri::generate_handler![bridge::event])
        .build(tauri::generate_context!())?;
    app.manage(Session::new(places::find(&app), Dialogs::chosen_by_host()));
    let handle = app.handle().clone();
    // The store opens while the web view starts: whichever is later is all that a person waits for.
    tauri::async_runtime::spawn_blocking(move || handle.state::<Session>().open());
    windows::open_main(&app)?;
    #[cfg(target_os = "linux")]
    crate::screen_lock::listen(app.handle());
    let handle = app.handle().clone();
    tauri::async_runtime::spawn_blocking(move || bridge::resize_as_set(&handle));
    app.run_return(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<Session>().close();
        }
    });
    Ok(())
}

/// Tells a person who started the app from a menu, and has no terminal to read in, why there is no window.
pub fn tell(error: &StartError) {
    #[cfg(target_os = "linux")]
    linux::tell(&error.to_string());
    #[cfg(not(target_os = "linux"))]
    let _ = error;
}

/// What only Linux needs before there is a window.
#[cfg(target_os = "linux")]
mod linux {
    use std::env;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    use gtk::prelude::{DialogExt, GtkWindowExt};

    use super::StartError;
    use crate::windows;

    /// WebKitGTK's switch for drawing without the graphics card's shared buffers.
    const PLAIN_RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

    /// Chooses the renderer, and asks GTK for a display, because Tauri panics where there is none.
    pub fn prepare() -> Result<(), StartError> {
        draw_plainly();
        gtk::init().map_err(|_| StartError::NoDisplay)
    }

    /// Says it in a small window of the desktop's own, where there is a desktop.
    pub fn tell(words: &str) {
        if !gtk::is_initialized() || windows::automated() {
            return;
        }
        let (flags, kind, buttons) =
            (gtk::DialogFlags::MODAL, gtk::MessageType::Error, gtk::ButtonsType::Close);
        let dialog = gtk::MessageDialog::new(None::<&gtk::Window>, flags, kind, buttons, words);
        dialog.set_title("Toad Lane");
        dialog.run();
    }

    /// Starts this program anew with the plain renderer, unless somebody chose already.
    ///
    /// Forms and text gain nothing from shared buffers. Without them the window is there in half the time,
    /// with a quarter less memory, and does not stay blank with graphics drivers that get them wrong. A
    /// program cannot change its own environment safely, so it becomes itself again, with the same id. Not
    /// under WebDriver, whose screenshots wait for ever without shared buffers.
    fn draw_plainly() {
        if env::var_os(PLAIN_RENDERER).is_some() || windows::automated() {
            return;
        }
        let Ok(program) = env::current_exe() else { return };
        // Returns only if it failed; then the usual renderer will do.
        let _ = Command::new(program).args(env::args_os().skip(1)).env(PLAIN_RENDERER, "1").exec();
    }
}
