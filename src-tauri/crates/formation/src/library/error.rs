//! What may be wrong with the library's files.

use std::fmt;

/// A fault in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryFault {
    /// Path below the library's folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// Every fault found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct LibraryError {
    /// The faults, in the order of the files.
    pub faults: Vec<LibraryFault>,
}

impl fmt::Display for LibraryFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl fmt::Display for LibraryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.faults.iter().enumerate() {
            let line_break = if index > 0 { "\n" } else { "" };
            write!(f, "{line_break}{fault}")?;
        }
        Ok(())
    }
}

impl LibraryFault {
    /// Returns the fault of a TOML text that starts at `first_line` of `file`.
    pub(crate) fn of_toml(file: &str, text: &str, first_line: usize, error: &toml::de::Error) -> Self {
        let line = error.span().map_or(1, |span| line_at(text, span.start));
        Self { file: file.to_owned(), line: first_line + line - 1, message: error.message().to_owned() }
    }
}

/// Returns the line, from 1, on which byte `at` of `text` stands.
pub(crate) fn line_at(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}
