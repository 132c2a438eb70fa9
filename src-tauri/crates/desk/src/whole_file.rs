//! Writing a file whole or not at all: what was there stays until the new one is complete on the disk.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use crate::failure::Failure;

/// Disks take names of 255 bytes. What is longer than this is cut while a file is not complete.
const LONGEST_NAME: usize = 240;

/// Writes `bytes` to `path`, over what may be there. Only its owner may read it: it may hold home addresses.
///
/// # Errors
/// When the folder cannot be written, or a folder is in the way; what was there is then as it was.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    put(path, bytes).map_err(|error| Failure::files(path, &error))
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let Some(name) = path.file_name() else { return Err(io::ErrorKind::InvalidFilename.into()) };
    if path.is_dir() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let part = path.with_file_name(unfinished(name));
    let written = fill(&part, bytes).and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        // A file that is not complete must not be taken for one.
        let _ = fs::remove_file(&part);
        return written;
    }
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// What a file of this name is called until it is complete. A name may be as long as the disk takes one; what is added
/// to it must not make it longer than that.
fn unfinished(name: &OsStr) -> OsString {
    let mut part = OsString::from(".");
    match name.to_str() {
        Some(text) if text.len() > LONGEST_NAME => part.push(&text[..text.floor_char_boundary(LONGEST_NAME)]),
        _ => part.push(name),
    }
    part.push(".part");
    part
}

fn fill(part: &Path, bytes: &[u8]) -> io::Result<()> {
    // Left by a process that was killed: ours by its name.
    match fs::remove_file(part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(part)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_a_link_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.txt");
        write(&path, b"one").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        #[cfg(unix)]
        {
            use std::os::unix::fs::{PermissionsExt, symlink};
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            let link = folder.path().join("link");
            symlink(&path, &link).unwrap();
            write(&link, b"three").unwrap();
            assert_eq!(fs::read(&path).unwrap(), b"two");
        }
        assert!(write(folder.path(), b"x").is_err(), "a folder is in the way");
        assert!(write(&folder.path().join("none/out.txt"), b"x").is_err());
        let left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(!left.iter().any(|name| name.to_string_lossy().ends_with(".part")), "{left:?}");
    }
    #[test]
    fn a_name_may_be_as_long_as_the_disk_takes_it() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["n".repeat(255), "ŵ".repeat(127), "n".repeat(241), "n".repeat(240)] {
            let path = folder.path().join(&name);
            write(&path, b"one").unwrap();
            write(&path, b"two").unwrap();
            assert_eq!(fs::read(&path).unwrap(), b"two", "{} bytes", name.len());
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4, "nothing half is left");
        let failure = write(&folder.path().join("n".repeat(256)), b"x").unwrap_err();
        assert!(!failure.what_to_do.is_empty(), "{failure}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
    }

    /// Whoever has the old file open goes on reading the old one, whole; the new one is there under its name. (On Windows
    /// the viewer may forbid it: then the old file stays.)
    #[cfg(unix)]
    #[test]
    fn a_file_that_another_program_holds_open_is_replaced_under_its_name_alone() {
        use std::io::Read;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.pdf");
        write(&path, b"what was printed").unwrap();
        let mut held = File::open(&path).unwrap();
        held.try_lock().unwrap();
        write(&path, b"new").unwrap();
        let mut read = String::new();
        held.read_to_string(&mut read).unwrap();
        assert_eq!(read, "what was printed");
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }
}
