//! The head of a Markdown file: TOML between two lines `+++`.

use super::{LibraryFault, SourceFile};

/// A file taken apart.
pub(super) struct Parted<'a> {
    /// The TOML.
    pub head: &'a str,
    /// The text below it.
    pub body: &'a str,
    /// The line of the file on which the text begins.
    pub body_line: usize,
}

const FENCE: &str = "+++";

/// Takes `file` apart.
pub(super) fn part<'a>(file: &SourceFile<'a>) -> Result<Parted<'a>, LibraryFault> {
    let fault =
        |message: &str| LibraryFault { file: file.path.to_owned(), line: 1, message: message.to_owned() };
    let rest = file
        .text
        .strip_prefix(FENCE)
        .and_then(|rest| rest.strip_prefix('\n'))
        .ok_or_else(|| fault("the file must begin with a line +++"))?;
    let (head, body) =
        rest.split_once("\n+++\n").ok_or_else(|| fault("the head must end with a line +++"))?;
    Ok(Parted { head, body, body_line: head.lines().count() + 3 })
}

/// Returns the name of the file without folder and ending: its slug.
pub(super) fn slug(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}
