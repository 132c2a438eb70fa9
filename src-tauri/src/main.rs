#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
//! Toad Lane's window: the desktop shell, and nothing more.
//!
//! Puts the screens into a window, the platform's folders and clock behind the desk, and the desktop's own
//! dialogs before a person. Must not know what a formation is: whatever a screen shows or does is the
//! business of `screens` and `desk`.

mod bridge;
mod dialogs;
mod host;
mod places;
#[cfg(target_os = "linux")]
mod screen_lock;
mod start;
mod windows;

use std::io::Write;
use std::process::ExitCode;

/// The window could not be opened: nothing was asked, nothing was changed.
const NO_WINDOW: u8 = 2;

fn main() -> ExitCode {
    match start::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Without a window and without a terminal there is nobody left to tell.
            let _ = writeln!(std::io::stderr(), "{error}");
            start::tell(&error);
            ExitCode::from(NO_WINDOW)
        }
    }
}
