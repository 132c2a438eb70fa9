//! Trying a check: on an example that passes, and on the same with one thing changed.

use std::path::{Path, PathBuf};

use super::{Case, Check, Finding};
use crate::answers::Answers;
use crate::answers_file;
use crate::constitution::Constitution;
use crate::decision::Value;
use crate::formation::Formation;
use crate::law::Law;
use crate::library::{Library, SourceFile};

/// The example of a worker co-op as a guarantee company.
pub(crate) const COMPANY: &str = "northgate-bakers";
/// The example of a worker co-op as a society.
pub(crate) const SOCIETY: &str = "clyde-menders";

thread_local! {
    static ASSETS: (Library, Law) = assets();
}

fn assets_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

fn assets() -> (Library, Law) {
    let library = texts(&assets_folder().join("library"));
    let law = texts(&assets_folder().join("law"));
    (
        Library::read(&sources(&library)).unwrap_or_else(|faults| panic!("{faults}")),
        Law::read(&sources(&law)).unwrap_or_else(|faults| panic!("{faults}")),
    )
}

fn sources(files: &[(String, String)]) -> Vec<SourceFile<'_>> {
    files.iter().map(|(path, text)| SourceFile { path, text }).collect()
}

fn texts(folder: &Path) -> Vec<(String, String)> {
    fn walk(folder: &Path, root: &Path, out: &mut Vec<(String, String)>) {
        let mut entries: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, root, out);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                out.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut out = Vec::new();
    walk(folder, folder, &mut out);
    out
}

/// Runs `work` with the library and the law.
pub(crate) fn with_assets<T>(work: impl FnOnce(&Library, &Law) -> T) -> T {
    ASSETS.with(|(library, law)| work(library, law))
}

/// Returns an example's formation.
pub(crate) fn example(library: &Library, name: &str) -> Formation {
    let path = assets_folder().join(format!("library/examples/{name}.toml"));
    let text = std::fs::read_to_string(path).unwrap();
    answers_file::read(library, &text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Runs `work` on everything that follows from an example after `change`.
pub(crate) fn with_case<T>(
    name: &str,
    change: impl FnOnce(&mut Formation),
    work: impl FnOnce(&Case<'_>) -> T,
) -> T {
    with_assets(|library, law| {
        let mut formation = example(library, name);
        change(&mut formation);
        let model = library.model(&formation.model, formation.coop_type, formation.form).unwrap();
        let answers = Answers::of(library, model, &formation);
        let constitution = Constitution::assemble(library, model, &formation, &answers);
        work(&Case {
            library,
            model,
            formation: &formation,
            answers: &answers,
            constitution: &constitution,
            law,
            today: jiff::civil::date(2026, 11, 24),
        })
    })
}

impl Check {
    fn findings(&self, example: &str, change: impl FnOnce(&mut Formation)) -> Vec<Finding> {
        with_case(example, change, |case| self.run(case))
    }

    /// Asserts that the check finds nothing in `example` after `change`.
    #[track_caller]
    pub(crate) fn passes(&self, example: &str, change: impl FnOnce(&mut Formation)) {
        let findings = self.findings(example, change);
        assert!(findings.is_empty(), "{} found: {findings:#?}", self.id);
    }

    /// Asserts that the check finds its flaw in `example` after `change`, about `about`.
    #[track_caller]
    pub(crate) fn fails(&self, example: &str, about: &str, change: impl FnOnce(&mut Formation)) {
        let findings = self.findings(example, change);
        assert!(
            findings.iter().any(|finding| finding.about.to_string() == about),
            "{} did not find its flaw about {about}: {findings:#?}",
            self.id
        );
    }
}

impl Formation {
    /// Answers with text.
    pub(crate) fn say(&mut self, slug: &str, text: &str) {
        self.agree(slug, Value::Text(text.to_owned()));
    }
}
