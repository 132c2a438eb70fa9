//! Puts a pack on the disk: whole or not at all, and never over something that is there.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::{MANIFEST, Pack};
use crate::failure::Failure;
use crate::stop::Stop;

/// Returns a folder name for a pack: the co-op's name in plain letters, and the date. No person's name
/// and nothing a disk cannot take.
pub fn folder_name(coop: &str, date: jiff::civil::Date, draft: bool) -> String {
    let mut name = String::new();
    for c in coop.chars() {
        if c.is_alphanumeric() {
            name.extend(c.to_lowercase());
        } else if !name.ends_with('-') && !name.is_empty() {
            name.push('-');
        }
    }
    let name: String = name.trim_matches('-').chars().take(60).collect();
    let name = if name.is_empty() { "co-op" } else { name.trim_matches('-') };
    let draft = if draft { "-draft" } else { "" };
    format!("{name}-{date}{draft}")
}

/// Writes `pack` into a new folder called `name` inside `parent`; when there is one already, the new one
/// gets a number. Returns the folder.
///
/// # Errors
/// When the disk refuses or somebody asked to stop: nothing is left behind then.
pub fn write_pack(pack: &Pack, parent: &Path, name: &str, stop: &Stop) -> Result<PathBuf, Failure> {
    let part = parent.join(format!(".{name}.part"));
    let result = write_whole(pack, parent, name, &part, stop);
    if result.is_err() {
        // What stands there is ours alone; a failure to tidy up must not hide the first one.
        let _ = fs::remove_dir_all(&part);
    }
    result
}

fn write_whole(pack: &Pack, parent: &Path, name: &str, part: &Path, stop: &Stop) -> Result<PathBuf, Failure> {
    fs::create_dir_all(parent).map_err(|error| Failure::files(parent, &error))?;
    if part.exists() {
        fs::remove_dir_all(part).map_err(|error| Failure::files(part, &error))?;
    }
    fs::create_dir(part).map_err(|error| Failure::files(part, &error))?;
    for file in &pack.files {
        // A stick takes its time over each.
        stop.go_on()?;
        write_file(&part.join(&file.name), &file.bytes)?;
    }
    write_file(&part.join(MANIFEST), pack.manifest.text().as_bytes())?;
    let folder = free_name(parent, name);
    fs::rename(part, &folder).map_err(|error| Failure::files(&folder, &error))?;
    Ok(folder)
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let write = || -> std::io::Result<()> {
        let mut file = File::create_new(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(|error| Failure::files(path, &error))
}

fn free_name(parent: &Path, name: &str) -> PathBuf {
    let first = parent.join(name);
    if !first.exists() {
        return first;
    }
    (2..).map(|number| parent.join(format!("{name}-{number}"))).find(|path| !path.exists()).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::failure::FailureCode;
    use crate::{Assets, PackKind, WorkedOut, examples, pack};

    #[test]
    fn folder_names_are_plain() {
        let date = jiff::civil::date(2026, 11, 24);
        let cases = [
            ("Northgate Bakers Co-operative Limited", "northgate-bakers-co-operative-limited-2026-11-24"),
            ("../../etc", "etc-2026-11-24"),
            ("Gŵydd & Hwyaden Cyf.", "gŵydd-hwyaden-cyf-2026-11-24"),
            ("", "co-op-2026-11-24"),
        ];
        for (coop, expected) in cases {
            assert_eq!(folder_name(coop, date, false), expected);
        }
    }

    #[test]
    fn who_asks_to_stop_finds_nothing_half_done() {
        let assets = Assets::embedded().unwrap();
        let (_, text) = examples().into_iter().next().unwrap();
        let formation = formation::answers_file::read(&assets.library, text).unwrap();
        let worked_out = WorkedOut::new(&assets, formation, jiff::civil::date(2026, 11, 24)).unwrap();
        let (going_on, stopped) = (Stop::default(), Stop::default());
        stopped.ask();
        let refused = pack::make(&worked_out, PackKind::Draft, &stopped).unwrap_err();
        assert_eq!(refused.code, FailureCode::Stopped);

        let made = pack::make(&worked_out, PackKind::Draft, &going_on).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let left = || fs::read_dir(folder.path()).unwrap().count();
        let refused = write_pack(&made, folder.path(), "pack", &stopped).unwrap_err();
        assert_eq!((refused.code, left()), (FailureCode::Stopped, 0));
        // What somebody stopped before stops nothing that comes after.
        stopped.forget();
        write_pack(&made, folder.path(), "pack", &stopped).unwrap();
        assert_eq!(left(), 1);
    }
}
