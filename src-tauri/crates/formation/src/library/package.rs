//! A sponsor's package: models, rules and questions of another body, read beside the app's own.
//!
//! A package is not trusted. It may add and never replace: no file and no question of it may go by a name that
//! is taken. Its texts run in the same sandbox as ours, and cannot take in anything but known passages.

use std::collections::BTreeSet;

use super::{Library, LibraryError, LibraryFault, Model, SourceFile, model};
use crate::answers_file::BUILT_IN_MODEL;
use crate::text::Origin;

/// The most files a package may have.
pub const MOST_FILES: usize = 1_000;
/// The most bytes a file of a package may have.
pub const LARGEST_FILE: usize = 200_000;
/// The most bytes a package may have.
///
/// A formation keeps the package that it follows, and a file that hands a formation on has it once for each edition
/// that the formation ever followed: so it must be small beside the 8 MB of such a file.
pub const LARGEST_PACKAGE: usize = 1_000_000;

/// The folders of a package, and how their files end.
const FOLDERS: [(&str, &str); 5] = [
    ("models", ".toml"),
    ("clauses", ".md"),
    ("decisions", ".toml"),
    ("passages", ".md"),
    ("examples", ".toml"),
];

/// Returns the models that a package says it has, as far as their files can be read; nothing else of it is looked at.
pub fn models_in(package: &[SourceFile<'_>]) -> Vec<Model> {
    let files = package
        .iter()
        .filter(|file| folder_and_name(file.path).is_some_and(|(folder, _)| folder == "models"));
    files.filter_map(|file| model::read(file).ok()).collect()
}

impl Library {
    /// Reads the app's own files and a package beside them.
    ///
    /// # Errors
    /// Every fault found, with file and line.
    pub fn read_with_package(
        own: &[SourceFile<'_>],
        package: &[SourceFile<'_>],
    ) -> Result<Self, LibraryError> {
        let faults = misfits(own, package);
        if !faults.is_empty() {
            return Err(LibraryError { faults });
        }
        let library = Self::read_in_order(&[(Origin::Own, own), (Origin::Sponsors, package)])?;
        let faults: Vec<LibraryFault> = library
            .models()
            .iter()
            .filter(|model| model.id == BUILT_IN_MODEL && package.iter().any(|file| file.path == model.file))
            .map(|model| {
                let message =
                    format!("the id \u{201c}{BUILT_IN_MODEL}\u{201d} is the app's own; choose another");
                fault(&model.file, message)
            })
            .collect();
        if faults.is_empty() { Ok(library) } else { Err(LibraryError { faults }) }
    }
}

/// What can be said before a file is read: names, sizes, and what is missing.
fn misfits(own: &[SourceFile<'_>], package: &[SourceFile<'_>]) -> Vec<LibraryFault> {
    let taken: BTreeSet<(&str, &str)> = own.iter().filter_map(|file| folder_and_name(file.path)).collect();
    let mut faults = Vec::new();
    if package.len() > MOST_FILES {
        faults.push(fault("models", format!("the package has more than {MOST_FILES} files")));
    }
    if package.iter().map(|file| file.text.len()).sum::<usize>() > LARGEST_PACKAGE {
        faults
            .push(fault("models", format!("the package is larger than {} MB", LARGEST_PACKAGE / 1_000_000)));
    }
    for file in package {
        let Some((folder, name)) = folder_and_name(file.path) else {
            let folders: Vec<&str> = FOLDERS.iter().map(|(folder, _)| *folder).collect();
            faults.push(fault(file.path, format!("does not belong here; there are {}", folders.join(", "))));
            continue;
        };
        if taken.contains(&(folder, name)) {
            faults
                .push(fault(file.path, "goes by a name of the app's own library; choose another".to_owned()));
        }
        if file.text.len() > LARGEST_FILE {
            faults.push(fault(file.path, format!("is larger than {} kB", LARGEST_FILE / 1_000)));
        }
    }
    for (folder, what) in [("models", "a model"), ("examples", "sample answers")] {
        if !package.iter().any(|file| folder_and_name(file.path).is_some_and(|(its, _)| its == folder)) {
            faults.push(fault(folder, format!("{what} must be in the package")));
        }
    }
    faults
}

/// The folder that says what a file is, and the name it goes by there; none for what no package has.
fn folder_and_name(path: &str) -> Option<(&str, &str)> {
    let (folder, rest) = path.split_once('/')?;
    let (_, ending) = FOLDERS.iter().find(|(known, _)| *known == folder)?;
    let name = rest.rsplit('/').next()?.strip_suffix(ending)?;
    let plain = rest.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
    (plain && !name.is_empty()).then_some((folder, name))
}

fn fault(file: &str, message: String) -> LibraryFault {
    LibraryFault { file: file.to_owned(), line: 1, message }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::tried::library_texts;

    const MODEL: &str = r#"
id = "ridings"
title = "Worker co-operative"
edition = "2026"
sponsor = "Ridings"
licence = "CC0-1.0"
types = ["worker"]
forms = ["cs"]
nations = ["england"]
decisions = ["0-first"]
[[part]]
heading = "Who we are"
clauses = ["name"]
"#;

    /// What is said of a package with these files besides a sound model and sample answers.
    fn said(more: &[(&str, &str)]) -> Vec<String> {
        let texts = library_texts();
        let own: Vec<SourceFile<'_>> = texts.iter().map(|(path, text)| SourceFile { path, text }).collect();
        let sound = [("models/ridings.toml", MODEL), ("examples/a.toml", "format = 1")];
        let package: Vec<SourceFile<'_>> = sound
            .iter()
            .filter(|(path, _)| !more.iter().any(|(other, _)| other == path))
            .chain(more)
            .filter(|(_, text)| !text.is_empty())
            .map(|(path, text)| SourceFile { path, text })
            .collect();
        match Library::read_with_package(&own, &package) {
            Ok(_) => Vec::new(),
            Err(error) => error.faults.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn a_sound_package_is_read() {
        assert_eq!(said(&[]), Vec::<String>::new());
    }

    #[test]
    fn a_package_adds_and_never_replaces() {
        let large = "x".repeat(LARGEST_FILE + 1);
        let own_id = MODEL.replace("\"ridings\"", "\"toad-lane\"");
        let cases: &[(&str, &str, &str)] = &[
            ("clauses/1-who-we-are/name.md", "x", "goes by a name of the app's own library"),
            ("clauses/elsewhere/name.md", "x", "goes by a name of the app's own library"),
            ("decisions/0-first.toml", "x", "goes by a name of the app's own library"),
            ("words.toml", "x", "does not belong here"),
            ("documents/memorandum.md", "x", "does not belong here"),
            ("clauses/../models/x.toml", "x", "does not belong here"),
            ("clauses/.hidden.md", "x", "does not belong here"),
            ("clauses/run.sh", "x", "does not belong here"),
            ("clauses/large.md", &large, "is larger than 200 kB"),
            ("models/ridings.toml", "", "a model must be in the package"),
            ("examples/a.toml", "", "sample answers must be in the package"),
            ("models/ridings.toml", &own_id, "is the app's own; choose another"),
            ("models/ridings.toml", "id = 3", "models/ridings.toml:1:"),
            (
                "clauses/grows.md",
                "+++\nslot = \"A1\"\nheading = \"H\"\n+++\nOne.\n{% set a = a ~ a %}\n",
                "clauses/grows.md:6: the tag \u{201c}set\u{201d} has no place",
            ),
            (
                "clauses/grows.md",
                "+++\nslot = \"A1\"\nheading = \"H\"\nwhen = \"'x' * 99 == name\"\n+++\nOne.\n",
                "the sign \u{201c}*\u{201d} has no place",
            ),
            (
                "decisions/more.toml",
                "part = \"more\"\nheading = \"More\"\nintro = \"More.\"\n[[decision]]\nslug = \"name\"\nslot = \"A1\"\n\
                 question = \"Name?\"\nexplain = \"e\"\nwhy = \"w\"\nusual = \"u\"\nkind = \"text\"\n",
                "\u{201c}name\u{201d} stands there twice",
            ),
        ];
        for (path, text, wanted) in cases {
            let said = said(&[(path, text)]);
            assert!(said.iter().any(|line| line.contains(wanted)), "{path}: {said:#?}");
        }
    }
}
