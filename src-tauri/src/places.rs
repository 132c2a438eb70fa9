//! Where the files live: the platform's folder for an app's data, or the one that the environment names.

use std::env;
use std::path::PathBuf;

use desk::{Failure, FailureCode, Places};
use tauri::{Manager, Runtime};

/// Names another folder for the store: for tests, and for whoever keeps their co-ops elsewhere.
const DATA_DIR: &str = "TOADLANE_DATA_DIR";

/// The app's folder inside the platform's.
const FOLDER: &str = "toad-lane";

/// Finds the places.
///
/// # Errors
/// When neither the environment nor the platform names a folder.
pub fn find<R: Runtime>(app: &impl Manager<R>) -> Result<Places, Failure> {
    let chosen = env::var_os(DATA_DIR).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let store = match chosen {
        Some(folder) => folder,
        None => app.path().data_dir().map_err(|_| nowhere())?.join(FOLDER),
    };
    Ok(Places { store })
}

fn nowhere() -> Failure {
    Failure {
        code: FailureCode::Files,
        sentence: "This computer does not say where your files belong.".to_owned(),
        what_to_do: format!("Set HOME, or name a folder in {DATA_DIR}, and start again."),
        field: None,
    }
}
