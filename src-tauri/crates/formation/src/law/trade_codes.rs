//! The codes of trades that co-ops use most: a short list of our own to choose from.
//!
//! It is not the registrar's list. A code that is not on it may be right; the list only helps to find one.

use crate::library::{LibraryFault, SourceFile};

/// A code of the Standard Industrial Classification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TradeCode {
    /// Five digits.
    pub code: String,
    /// What it covers, in our own words.
    pub covers: String,
}

pub(super) fn read(file: &SourceFile<'_>) -> Result<Vec<TradeCode>, LibraryFault> {
    let mut codes = entries(file)
        .map(|(number, line)| match line.split_once('\t') {
            Some((code, covers)) if code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit()) => {
                Ok(TradeCode { code: code.to_owned(), covers: covers.to_owned() })
            }
            _ => Err(LibraryFault {
                line: number,
                file: file.path.to_owned(),
                message: "a line is five digits, a tab and what they cover".to_owned(),
            }),
        })
        .collect::<Result<Vec<_>, _>>()?;
    codes.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(codes)
}

fn entries<'a>(file: &SourceFile<'a>) -> impl Iterator<Item = (usize, &'a str)> {
    file.text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim_end()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}
