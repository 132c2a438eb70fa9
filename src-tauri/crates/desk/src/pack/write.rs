//! Puts a pack on the disk: whole or not at all, and never over something that is there.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::{MANIFEST, Pack};
use crate::failure::Failure;
use crate::stop::Stop;

/// What the name of a draft ends with.
const DRAFT: &str = "-draft";
/// What a folder is called while it is filled: this, its name, and the ending.
const UNFINISHED: (&str, &str) = (".", ".part");

/// Bytes a folder's name has at most. An edition or a `.coop` file adds a few of its own, and no disk must refuse it.
const LONGEST_NAME: usize = 100;

/// Returns a folder name for a pack: the co-op's name in plain letters, and the date. No person's name
/// and nothing a disk cannot take: as a date ends it, it is never one of the names that Windows keeps for itself.
pub fn folder_name(coop: &str, date: jiff::civil::Date, draft: bool) -> String {
    let end = format!("-{date}{}", if draft { DRAFT } else { "" });
    let mut name = String::new();
    for c in coop.chars() {
        if c.is_alphanumeric() {
            name.extend(c.to_lowercase());
        } else if !name.ends_with('-') && !name.is_empty() {
            name.push('-');
        }
    }
    let name: String = name.chars().take(60).collect();
    let most = name.floor_char_boundary(LONGEST_NAME.saturating_sub(end.len()));
    let name = match name[..most].trim_matches('-') {
        "" => "co-op",
        name => name,
    };
    format!("{name}{end}")
}

/// Writes `pack` into a new folder called `name` inside `parent`; when there is one already, the new one
/// gets a number. Returns the folder.
///
/// # Errors
/// When the disk refuses or somebody asked to stop: nothing is left behind then.
pub fn write_pack(pack: &Pack, parent: &Path, name: &str, stop: &Stop) -> Result<PathBuf, Failure> {
    sweep(parent);
    let part = parent.join(format!("{}{name}{}", UNFINISHED.0, UNFINISHED.1));
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
    make_last(parent).map_err(|error| Failure::files(&folder, &error))?;
    Ok(folder)
}

/// Makes a new name in a folder last through a power cut. On Windows renaming does it.
fn make_last(folder: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    File::open(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// Takes away what processes that were killed have left of packs: they hold home addresses. Whatever cannot be taken
/// away is left: it is in nobody's way.
fn sweep(parent: &Path) {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| is_unfinished(&entry.file_name().to_string_lossy())) {
        // Not through a link, and nothing but a folder.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether a name is one that only we give, and only to a pack that is not finished: with a date at its end.
fn is_unfinished(name: &str) -> bool {
    let inner = name.strip_prefix(UNFINISHED.0).and_then(|name| name.strip_suffix(UNFINISHED.1));
    let inner = inner.map(|name| name.strip_suffix(DRAFT).unwrap_or(name)).unwrap_or_default();
    let date = inner.len().checked_sub("-2026-11-24".len()).and_then(|at| inner.get(at..));
    date.and_then(|date| date.strip_prefix('-')).is_some_and(|date| date.parse::<jiff::civil::Date>().is_ok())
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
    fn what_a_kill_left_of_a_pack_is_ours_by_its_name() {
        let ours = [".northgate-2026-11-24.part", ".co-op-2026-11-24-draft.part", ".gŵydd-2026-11-24.part"];
        let others = [
            "northgate-2026-11-24.part",
            ".northgate-2026-11-24",
            ".northgate.part",
            ".2026-11-24.part",
            ".x-2026-13-24.part",
            ".ŵŵŵŵŵŵ.part",
            ".part",
            "",
        ];
        assert!(ours.iter().all(|name| is_unfinished(name)));
        assert_eq!(others.iter().filter(|name| is_unfinished(name)).count(), 0);
        let folder = tempfile::tempdir().unwrap();
        for name in ours.iter().chain(&others[..5]) {
            fs::create_dir(folder.path().join(name)).unwrap();
            fs::write(folder.path().join(name).join("01-cover-sheet.pdf"), "half").unwrap();
        }
        fs::write(folder.path().join(".a-file-2026-11-24.part"), "somebody\u{2019}s").unwrap();
        sweep(folder.path());
        let mut left: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        left.sort();
        let mut expected = [&others[..5], &[".a-file-2026-11-24.part"][..]].concat();
        expected.sort_unstable();
        assert_eq!(left, expected);
    }

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
