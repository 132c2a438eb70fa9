//! A sponsor's package of rules: reading it from a folder, from one bound file or from a field of the store, and writing
//! it into these.
//!
//! What may be in it, and what it may do, is `formation::library::package`'s to say. Here it is read: plain
//! files below one folder, no links, never more than a package may have.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use formation::letters;
use formation::library::package::{LARGEST_FILE, LARGEST_PACKAGE, MOST_FILES, models_in};
use formation::library::{LibraryFault, Model, SourceFile};
use serde_json::{Value as Json, json};

use crate::bound::{self, BoundError};
use crate::failure::Failure;

/// How deep folders may lie in each other.
const DEEPEST: usize = 4;

/// A package: paths below its folder, and texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    files: BTreeMap<String, String>,
}

/// Why a folder is no package that could be looked at.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// A link, a pipe, or a folder that lies too deep.
    #[error("is no plain file of a package")]
    NoPlainFile,
    /// A name that is no text.
    #[error("has a name that is no text")]
    NameIsNoText,
    /// One file too many.
    #[error("is more than a package may hold: it may have {MOST_FILES} files")]
    TooManyFiles,
    /// A file that is too large.
    #[error("is larger than {} kB", LARGEST_FILE / 1_000)]
    FileTooLarge,
    /// All files together are too large.
    #[error("is more than a package may hold: it may have {} MB in all", LARGEST_PACKAGE / 1_000_000)]
    TooLarge,
    /// Something else than text.
    #[error("holds something else than plain text")]
    NoText,
    /// What was chosen is neither a folder nor a file.
    #[error("is no folder and no file")]
    NoFolder,
    /// The file that was chosen holds no package.
    #[error(transparent)]
    Bound(#[from] BoundError),
}

impl Package {
    /// Reads the package in a folder, or the one that was bound into a file. Files whose names begin with a dot are passed
    /// over: they are the desktop's.
    ///
    /// # Errors
    /// When the folder or a file cannot be read, holds a link, or is larger than a package may be.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        Ok(Self { files: texts_at(path)? })
    }

    /// Returns it as one file.
    pub fn bound(&self) -> String {
        bound::bind(&self.files)
    }

    /// Reads what [`Package::to_json`] wrote; none when it is nothing like it.
    pub(crate) fn from_json(json: &Json) -> Option<Self> {
        let files = json.get("files")?.as_object()?;
        let files = files.iter().map(|(path, text)| Some((path.clone(), text.as_str()?.to_owned())));
        Some(Self { files: files.collect::<Option<_>>()? })
    }

    /// Writes it as a field of the store.
    pub(crate) fn to_json(&self) -> Json {
        json!({ "files": self.files })
    }

    /// Its files, as the library reads them.
    pub(crate) fn files(&self) -> Vec<SourceFile<'_>> {
        self.files.iter().map(|(path, text)| SourceFile { path, text }).collect()
    }

    /// Its sample answers: path and text.
    pub(crate) fn samples(&self) -> impl Iterator<Item = (&str, &str)> {
        let files = self.files.iter().filter(|(path, _)| path.starts_with("examples/"));
        files.map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Whether a path is one of its files.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The models that it says it has, as far as their files can be read.
    pub(crate) fn models(&self) -> Vec<Model> {
        models_in(&self.files())
    }

    /// Characters in it that nobody can see: the store takes none, and no paper could print them.
    pub(crate) fn hidden_characters(&self) -> Vec<LibraryFault> {
        let hidden = |c: &char| letters::is_hidden(*c);
        let fault = |file: &str, line: usize, character: char| LibraryFault {
            file: file.escape_debug().to_string(),
            line,
            message: format!("there is a hidden character (U+{:04X})", u32::from(character)),
        };
        let in_text = |(path, text): (&String, &String)| {
            let in_name = path.chars().find(hidden).map(|character| fault(path, 1, character));
            let mut lines = text.split('\n').enumerate();
            let in_line = lines.find_map(|(at, line)| Some((at + 1, line.chars().find(hidden)?)));
            in_name.or_else(|| in_line.map(|(line, character)| fault(path, line, character)))
        };
        self.files.iter().filter_map(in_text).collect()
    }
}

/// Returns the texts in a folder, or in a bound file, by their paths below it: never more than a package may have.
pub(crate) fn texts_at(path: &Path) -> Result<BTreeMap<String, String>, Failure> {
    let mut taking = Taking { files: BTreeMap::new(), bytes: 0 };
    if path.is_dir() {
        taking.take(path, "", 0)?;
        return Ok(taking.files);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if !path.is_file() {
        return Err(Failure::package(&name, PackageError::NoFolder));
    }
    let text = text_of(path, &name, LARGEST_BOUND, PackageError::TooLarge)?;
    let files = bound::unbind(&text).map_err(|error| Failure::package(&name, error.into()))?;
    for (path, text) in files {
        taking.keep(path, text)?;
    }
    Ok(taking.files)
}

/// Returns the text of one file, which may be as large as one of a package.
pub(crate) fn text_at(path: &Path, name: &str) -> Result<String, Failure> {
    text_of(path, name, LARGEST_FILE, PackageError::FileTooLarge)
}

/// A bound file names its files, and has a sign more here and there.
const LARGEST_BOUND: usize = LARGEST_PACKAGE + LARGEST_FILE;

/// Reads a text of no more than `most` bytes.
fn text_of(path: &Path, name: &str, most: usize, too_large: PackageError) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| Failure::files(path, &error))?;
    // Never more than may be: what the disk says of a length need not be so.
    let limit = u64::try_from(most + 1).unwrap_or(u64::MAX);
    file.take(limit).read_to_end(&mut bytes).map_err(|error| Failure::files(path, &error))?;
    if bytes.len() > most {
        return Err(Failure::package(name, too_large));
    }
    String::from_utf8(bytes).map_err(|_| Failure::package(name, PackageError::NoText))
}

/// A package while it is read.
struct Taking {
    files: BTreeMap<String, String>,
    bytes: usize,
}

impl Taking {
    fn take(&mut self, folder: &Path, below: &str, depth: usize) -> Result<(), Failure> {
        let here = |error: std::io::Error| Failure::files(folder, &error);
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder).map_err(here)? {
            entries.push(entry.map_err(here)?);
            // A folder with a million files is not listed to its end.
            if entries.len() > 2 * MOST_FILES {
                return Err(Failure::package(below, PackageError::TooManyFiles));
            }
        }
        // Whatever order the disk has: the same fault is found first.
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let (path, name) = (entry.path(), entry.file_name());
            let shown = joined(below, &name.to_string_lossy());
            if name.as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let name = name.to_str().ok_or_else(|| Failure::package(&shown, PackageError::NameIsNoText))?;
            let name = joined(below, name);
            // Not followed: a link may lead out of the package.
            let kind = fs::symlink_metadata(&path).map_err(|error| Failure::files(&path, &error))?;
            if kind.is_dir() && depth < DEEPEST {
                self.take(&path, &name, depth + 1)?;
            } else if kind.is_file() {
                self.take_file(&path, name)?;
            } else {
                return Err(Failure::package(&name, PackageError::NoPlainFile));
            }
        }
        Ok(())
    }

    fn take_file(&mut self, path: &Path, name: String) -> Result<(), Failure> {
        if name.ends_with("README.md") {
            return Ok(());
        }
        if self.files.len() >= MOST_FILES {
            return Err(Failure::package(&name, PackageError::TooManyFiles));
        }
        let text = text_of(path, &name, LARGEST_FILE, PackageError::FileTooLarge)?;
        self.keep(name, text)
    }

    /// Keeps a text, as long as there are not too many.
    fn keep(&mut self, name: String, text: String) -> Result<(), Failure> {
        if name.ends_with("README.md") {
            return Ok(());
        }
        if self.files.len() >= MOST_FILES {
            return Err(Failure::package(&name, PackageError::TooManyFiles));
        }
        if text.len() > LARGEST_FILE {
            return Err(Failure::package(&name, PackageError::FileTooLarge));
        }
        self.bytes += text.len();
        if self.bytes > LARGEST_PACKAGE {
            return Err(Failure::package(&name, PackageError::TooLarge));
        }
        self.files.insert(name, text);
        Ok(())
    }
}

/// A name below a folder of the package, with `/`.
fn joined(below: &str, name: &str) -> String {
    if below.is_empty() { name.to_owned() } else { format!("{below}/{name}") }
}
