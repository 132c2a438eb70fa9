//! The desktop's own dialogs. Only this side of the bridge can open them: the page cannot name a folder.

use std::path::PathBuf;

use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::DialogExt;

/// Who is asked for a folder.
pub enum Folders {
    /// The person, with the desktop's dialog.
    Person,
    /// Nobody: a test has named it. A release cannot be told so.
    #[cfg(any(debug_assertions, test))]
    Named(Option<PathBuf>),
}

impl Folders {
    /// The person; in a debug build, whatever folder `TOADLANE_FOLDER` names.
    pub fn chosen_by_host() -> Self {
        #[cfg(any(debug_assertions, test))]
        if let Some(folder) = std::env::var_os("TOADLANE_FOLDER") {
            return Self::Named(Some(folder.into()));
        }
        Self::Person
    }

    /// Asks for a folder; none when the person cancels. Waits, so it must not run on the main thread.
    pub fn ask<R: Runtime>(&self, app: &AppHandle<R>, title: &str) -> Option<PathBuf> {
        match self {
            Self::Person => ask_person(app, title),
            #[cfg(any(debug_assertions, test))]
            Self::Named(folder) => folder.clone(),
        }
    }
}

fn ask_person<R: Runtime>(app: &AppHandle<R>, title: &str) -> Option<PathBuf> {
    let mut dialog = app.dialog().file().set_title(title);
    // Not every desktop has a folder for documents.
    if let Ok(folder) = app.path().document_dir().or_else(|_| app.path().home_dir()) {
        dialog = dialog.set_directory(folder);
    }
    if let Some(window) = app.webview_windows().values().next() {
        dialog = dialog.set_parent(window);
    }
    dialog.blocking_pick_folder().and_then(|folder| folder.into_path().ok())
}
