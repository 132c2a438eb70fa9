//! Many small texts bound into one file, to be sent and read as one: a sponsor's package, or newer law.
//!
//! It is plain text. The first line says what it is; a line that begins with `=== ` names the file that follows, by its
//! path below the folder. A line of a file that begins with `===`, or with backslashes before that, has one backslash
//! more. Files are in the order of their paths, and each ends with a line end: so the same files are the same text. What
//! may be in them is not said here.

use std::collections::BTreeMap;
use std::fmt::Write;

/// The first line.
const FIRST: &str = "Toad Lane bound files, format 1";
/// What a line begins with that names a file.
const NAMES: &str = "=== ";
/// What no other line may begin with.
const SIGN: &str = "===";

/// Why a text is no bound file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BoundError {
    /// The first line is another.
    #[error("does not begin with the line \u{201c}{FIRST}\u{201d}")]
    NotBound,
    /// Words before the first file.
    #[error("has words in line {0} that belong to no file")]
    NoFile(usize),
    /// A path that leads elsewhere.
    #[error("names a file in line {0} that no folder can hold")]
    PathLeaves(usize),
    /// A path that was there before.
    #[error("names a file in line {0} that it has already")]
    Twice(usize),
    /// A line that begins like a name and is none.
    #[error("has a line {0} that begins with {SIGN} and names no file")]
    Sign(usize),
}

/// Returns whether a text says that it is one.
pub(crate) fn is_bound(text: &str) -> bool {
    text.lines().next() == Some(FIRST)
}

/// Binds files, each with its path.
pub(crate) fn bind(files: &BTreeMap<String, String>) -> String {
    let mut out = format!("{FIRST}\n");
    for (path, text) in files {
        let _ = writeln!(out, "{NAMES}{path}");
        for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
            let more = if line.trim_start_matches('\\').starts_with(SIGN) { "\\" } else { "" };
            let _ = writeln!(out, "{more}{line}");
        }
    }
    out
}

/// Takes a bound text apart.
///
/// # Errors
/// When it is none, with the line.
pub(crate) fn unbind(text: &str) -> Result<BTreeMap<String, String>, BoundError> {
    if !is_bound(text) {
        return Err(BoundError::NotBound);
    }
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut open: Option<(String, String)> = None;
    let lines = text.strip_suffix('\n').unwrap_or(text).split('\n').enumerate().skip(1);
    for (at, line) in lines {
        let number = at + 1;
        if let Some(path) = line.strip_prefix(NAMES) {
            files.extend(open.take());
            let path = path.strip_suffix('\r').unwrap_or(path);
            if !stays_inside(path) {
                return Err(BoundError::PathLeaves(number));
            }
            if files.contains_key(path) {
                return Err(BoundError::Twice(number));
            }
            open = Some((path.to_owned(), String::new()));
        } else if line.starts_with(SIGN) {
            return Err(BoundError::Sign(number));
        } else if let Some((_, text)) = &mut open {
            let escaped = line.trim_start_matches('\\').starts_with(SIGN);
            text.push_str(if escaped { line.strip_prefix('\\').unwrap_or(line) } else { line });
            text.push('\n');
        } else if !line.trim().is_empty() {
            return Err(BoundError::NoFile(number));
        }
    }
    files.extend(open);
    Ok(files)
}

/// Whether a path names a file below a folder, on any system.
fn stays_inside(path: &str) -> bool {
    !path.contains(['\\', ':', '\0'])
        && path.split('/').all(|part| !part.trim().is_empty() && part != "." && part != "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(all: &[(&str, &str)]) -> BTreeMap<String, String> {
        all.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_bound_file_can_be_read_by_people() {
        let bound =
            bind(&files(&[("models/a.toml", "id = 1\n"), ("clauses/b.md", "=== no name\n\n\\=== nor this")]));
        assert_eq!(
            bound,
            "Toad Lane bound files, format 1\n=== clauses/b.md\n\\=== no name\n\n\\\\=== nor this\n=== models/a.toml\nid = 1\n"
        );
    }

    #[test]
    fn what_leads_out_or_comes_twice_is_refused_with_its_line() {
        let unbind = |rest: &str| unbind(&format!("{FIRST}\n{rest}"));
        for path in ["../a.md", "/etc/a.md", "a/../../b.md", "a//b.md", "./a.md", "C:/a.md", "a\\b.md", " "] {
            assert_eq!(
                unbind(&format!("=== a/b.md\nx\n=== {path}\n")),
                Err(BoundError::PathLeaves(4)),
                "{path}"
            );
        }
        assert_eq!(unbind("=== a.md\n=== b.md\n=== a.md\n"), Err(BoundError::Twice(4)));
        assert_eq!(unbind("\nhello\n"), Err(BoundError::NoFile(3)));
        assert_eq!(unbind("=== a.md\n====\n"), Err(BoundError::Sign(3)));
        assert_eq!(super::unbind("PK\u{3}\u{4}"), Err(BoundError::NotBound));
        assert_eq!(unbind("=== a.md\r\nx\r\n"), Ok(files(&[("a.md", "x\r\n")])));
    }

    /// Every text of up to five of these pieces.
    #[test]
    fn what_is_bound_comes_back() {
        let pieces = ["=", "===", "\\", "\n", "a "];
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            let longer =
                texts.iter().flat_map(|text| pieces.iter().map(move |piece| format!("{text}{piece}")));
            let longer: Vec<String> = longer.collect();
            texts.extend(longer);
            texts.sort();
            texts.dedup();
        }
        assert!(texts.len() > 2_000);
        for text in texts {
            // Each file ends with a line end.
            let all = files(&[("a.md", &format!("{text}\n")), ("b/c.md", "x\n")]);
            let bound = bind(&all);
            assert_eq!(unbind(&bound).as_ref(), Ok(&all), "{text:?}");
            assert_eq!(bind(&all), bound);
        }
    }
}
