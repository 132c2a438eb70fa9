//! The desktop's own dialogs. Only this side of the bridge can open them: the page cannot name a folder or a file.

use std::path::PathBuf;

use screens::Ask;
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::DialogExt;

/// Who is asked for a folder or a file.
pub enum Dialogs {
    /// The person, with the desktop's dialogs.
    Person,
    /// Nobody: a test has named them. A release cannot be told so.
    #[cfg(any(debug_assertions, test))]
    Named {
        /// The folder.
        folder: Option<PathBuf>,
        /// The file.
        file: Option<PathBuf>,
    },
}

impl Dialogs {
    /// The person; in a debug build, whatever `TOADLANE_FOLDER` and `TOADLANE_FILE` name.
    pub fn chosen_by_host() -> Self {
        #[cfg(any(debug_assertions, test))]
        {
            let named = |name| std::env::var_os(name).map(PathBuf::from);
            let (folder, file) = (named("TOADLANE_FOLDER"), named("TOADLANE_FILE"));
            if folder.is_some() || file.is_some() {
                return Self::Named { folder, file };
            }
        }
        Self::Person
    }

    /// Asks for a folder or a file; none when the person cancels. Waits, so it must not run on the main thread.
    pub fn ask<R: Runtime>(&self, app: &AppHandle<R>, ask: &Ask) -> Option<PathBuf> {
        match (self, ask) {
            (Self::Person, _) => ask_person(app, ask),
            #[cfg(any(debug_assertions, test))]
            (Self::Named { folder, .. }, Ask::Folder { .. }) => folder.clone(),
            #[cfg(any(debug_assertions, test))]
            (Self::Named { folder, .. }, Ask::Save { name, .. }) => Some(folder.as_ref()?.join(name)),
            #[cfg(any(debug_assertions, test))]
            (Self::Named { file, .. }, Ask::File { .. }) => file.clone(),
        }
    }
}

fn ask_person<R: Runtime>(app: &AppHandle<R>, ask: &Ask) -> Option<PathBuf> {
    let mut dialog = app.dialog().file().set_title(ask.title());
    // Not every desktop has a folder for documents.
    if let Ok(folder) = app.path().document_dir().or_else(|_| app.path().home_dir()) {
        dialog = dialog.set_directory(folder);
    }
    if let Some(window) = app.webview_windows().values().next() {
        dialog = dialog.set_parent(window);
    }
    let chosen = match ask {
        Ask::Folder { .. } => dialog.blocking_pick_folder(),
        // The desktop asks before something is replaced.
        Ask::Save { kind, ending, name, .. } => {
            dialog.add_filter(*kind, &[ending]).set_file_name(name).blocking_save_file()
        }
        Ask::File { kind, endings, .. } => dialog.add_filter(*kind, endings).blocking_pick_file(),
    };
    chosen.and_then(|path| path.into_path().ok())
}
