//! A sponsor's package of rules on the disk: reading it, and saying whether it is sound.
//!
//! What may be in it, and what it may do, is `formation::library::package`'s to say. Here it is read: plain
//! files below one folder, no links, never more than a package may have.

use std::fs;
use std::path::{Path, PathBuf};

use formation::answers_file;
use formation::library::SourceFile;
use formation::library::package::{LARGEST_PACKAGE, MOST_FILES};
use jiff::civil::Date;

use crate::assets::{AssetError, Assets};
use crate::failure::Failure;
use crate::worked_out::WorkedOut;

/// How deep folders may lie in each other.
const DEEPEST: usize = 4;

/// A package as it lies on the disk: paths below its folder, and texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    files: Vec<(String, String)>,
}

/// What there is to say of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageReport {
    /// What is wrong with its texts, each with file and line; nothing else is looked at while there is any.
    pub faults: Vec<String>,
    /// Its models: title and how many rules.
    pub models: Vec<(String, usize)>,
    /// Its sample answers, and what stops them.
    pub samples: Vec<SampleReport>,
}

/// What there is to say of one file of sample answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleReport {
    /// Its path below the package's folder.
    pub file: String,
    /// Rules of the constitution it makes.
    pub rules: usize,
    /// What stops it: why it cannot be read, or the blockers found.
    pub stops: Vec<String>,
}

impl PackageReport {
    /// Returns whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty() && self.samples.iter().all(|sample| sample.stops.is_empty())
    }
}

impl Package {
    /// Reads the package in `folder`.
    ///
    /// # Errors
    /// When the folder or a file cannot be read, holds a link, or is larger than a package may be.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let mut package = Self { files: Vec::new() };
        package.take(folder, folder, 0)?;
        package.files.sort();
        Ok(package)
    }

    /// Checks the package as on `today`: its texts, and whether its sample answers make a sound constitution.
    ///
    /// # Errors
    /// When the app's own texts are damaged.
    pub fn check(&self, today: Date) -> Result<PackageReport, Failure> {
        let assets = match Assets::with_package(self) {
            Ok(assets) => assets,
            Err(AssetError::Library(error)) => {
                let faults = error.faults.iter().map(ToString::to_string).collect();
                return Ok(PackageReport { faults, models: Vec::new(), samples: Vec::new() });
            }
            Err(error) => return Err(error.into()),
        };
        let is_ours = |file: &str| self.files.iter().any(|(path, _)| path == file);
        let models = assets
            .library
            .models()
            .iter()
            .filter(|model| is_ours(&model.file))
            .map(|model| (model.title.clone(), model.parts.iter().map(|part| part.clauses.len()).sum()))
            .collect();
        let samples = self
            .files
            .iter()
            .filter(|(path, _)| path.starts_with("examples/"))
            .map(|(path, text)| sample(&assets, path, text, today))
            .collect();
        Ok(PackageReport { faults: Vec::new(), models, samples })
    }

    /// Its files, as the library reads them.
    pub(crate) fn files(&self) -> Vec<SourceFile<'_>> {
        self.files.iter().map(|(path, text)| SourceFile { path, text }).collect()
    }

    fn take(&mut self, folder: &Path, root: &Path, depth: usize) -> Result<(), Failure> {
        let here = |error: std::io::Error| Failure::files(folder, &error);
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder).map_err(here)? {
            entries.push(entry.map_err(here)?.path());
        }
        for path in entries {
            // Not followed: a link may lead out of the package.
            let kind = fs::symlink_metadata(&path).map_err(|error| Failure::files(&path, &error))?;
            if kind.is_dir() && depth < DEEPEST {
                self.take(&path, root, depth + 1)?;
            } else if kind.is_file() {
                self.take_file(&path, root, kind.len())?;
            } else {
                return Err(Failure::package(&path, "is no plain file of a package"));
            }
        }
        Ok(())
    }

    fn take_file(&mut self, path: &Path, root: &Path, length: u64) -> Result<(), Failure> {
        let name = below(path, root).ok_or_else(|| Failure::package(path, "has a name that is no text"))?;
        if name.ends_with("README.md") {
            return Ok(());
        }
        if self.files.len() >= MOST_FILES || length > LARGEST_PACKAGE as u64 {
            return Err(Failure::package(path, "is more than a package may hold"));
        }
        let text = fs::read_to_string(path).map_err(|error| Failure::files(path, &error))?;
        self.files.push((name, text));
        Ok(())
    }
}

fn sample(assets: &Assets, path: &str, text: &str, today: Date) -> SampleReport {
    let mut report = SampleReport { file: path.to_owned(), rules: 0, stops: Vec::new() };
    let formation = match answers_file::read(&assets.library, text) {
        Ok(formation) => formation,
        Err(error) => {
            report.stops.push(format!("{path}:{}: {}: {}", error.line, error.field, error.message));
            return report;
        }
    };
    match WorkedOut::new(assets, formation, today) {
        Ok(worked_out) => {
            report.rules = worked_out.constitution.parts.iter().map(|part| part.rules.len()).sum();
            let stop =
                |finding: &formation::checks::Finding| format!("{path}: {} {}", finding.message, finding.fix);
            report.stops.extend(worked_out.blockers().map(stop));
        }
        Err(failure) => report.stops.push(format!("{path}: {failure}")),
    }
    report
}

/// Returns the path below `root`, with `/`.
fn below(path: &Path, root: &Path) -> Option<String> {
    let below: PathBuf = path.strip_prefix(root).ok()?.to_path_buf();
    let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}
