//! Compares a pack on the disk with its manifest.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::Path;

use super::FORMAT;
use super::manifest::{MANIFEST, Manifest, sha256};
use crate::failure::Failure;

/// How a pack differs from its manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A paper is not there.
    Missing(String),
    /// A paper has other bytes.
    Changed(String),
    /// A file the manifest does not name.
    Added(String),
    /// The manifest itself was changed.
    Manifest(String),
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(file) => write!(f, "{file} is missing"),
            Self::Changed(file) => write!(f, "{file} was changed"),
            Self::Added(file) => write!(f, "{file} does not belong to the pack"),
            Self::Manifest(why) => write!(f, "{MANIFEST} was changed: {why}"),
        }
    }
}

/// Returns every difference between the pack in `folder` and its manifest; none when it is whole.
///
/// # Errors
/// When the folder or a file in it cannot be read.
pub fn verify(folder: &Path) -> Result<Vec<Difference>, Failure> {
    let manifest_path = folder.join(MANIFEST);
    let text = fs::read_to_string(&manifest_path).map_err(|error| Failure::files(&manifest_path, &error))?;
    let manifest: Manifest = match serde_json::from_str(&text) {
        Ok(manifest) => manifest,
        Err(error) => return Ok(vec![Difference::Manifest(error.to_string())]),
    };
    let mut differences = Vec::new();
    if manifest.format != FORMAT {
        differences.push(Difference::Manifest(format!("its format is {}, not {FORMAT}", manifest.format)));
    }
    if manifest.worked_out_seal() != manifest.seal {
        differences.push(Difference::Manifest("its seal does not fit".to_owned()));
    }
    let mut named = BTreeSet::from([MANIFEST.to_owned()]);
    for document in &manifest.documents {
        // A manifest from elsewhere must not lead out of the folder.
        if Path::new(&document.file).components().count() != 1 || document.file.starts_with("..") {
            differences.push(Difference::Manifest(format!("it names {}", document.file)));
            continue;
        }
        named.insert(document.file.clone());
        let path = folder.join(&document.file);
        match fs::read(&path) {
            Ok(bytes) if sha256(&bytes) == document.sha256 => {}
            Ok(_) => differences.push(Difference::Changed(document.file.clone())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                differences.push(Difference::Missing(document.file.clone()));
            }
            Err(error) => return Err(Failure::files(&path, &error)),
        }
    }
    for name in names_in(folder)? {
        if !named.contains(&name) {
            differences.push(Difference::Added(name));
        }
    }
    Ok(differences)
}

fn names_in(folder: &Path) -> Result<BTreeSet<String>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::files(folder, &error))?;
    entries
        .map(|entry| {
            entry
                .map(|entry| entry.file_name().to_string_lossy().into_owned())
                .map_err(|error| Failure::files(folder, &error))
        })
        .collect()
}
