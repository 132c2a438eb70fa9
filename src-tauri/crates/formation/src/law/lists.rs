//! Lists of Companies House: what its forms take for a trade, a nationality and a country.

use super::fault;
use crate::library::{LibraryFault, SourceFile};

/// The lists, each in its own order of the alphabet or of the codes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lists {
    /// Trade codes, in order.
    pub trade_codes: Vec<TradeCode>,
    /// Nationalities: "British".
    pub nationalities: Vec<String>,
    /// Countries: "Scotland".
    pub countries: Vec<String>,
}

/// A code of the Standard Industrial Classification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TradeCode {
    /// Five digits.
    pub code: String,
    /// What it covers.
    pub covers: String,
}

impl Lists {
    /// Returns the entry of a trade code.
    pub fn trade_code(&self, code: &str) -> Option<&TradeCode> {
        self.trade_codes
            .binary_search_by(|entry| entry.code.as_str().cmp(code))
            .ok()
            .map(|index| &self.trade_codes[index])
    }

    /// Returns whether Companies House lists a nationality, however its letters are typed.
    pub fn has_nationality(&self, nationality: &str) -> bool {
        holds(&self.nationalities, nationality)
    }

    /// Returns whether Companies House lists a country, however its letters are typed.
    pub fn has_country(&self, country: &str) -> bool {
        holds(&self.countries, country)
    }
}

fn holds(list: &[String], word: &str) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word.trim()))
}

/// Reads a list: an entry a line; lines that begin with `#` say where it is from.
pub(super) fn lines(file: &SourceFile<'_>) -> Vec<String> {
    entries(file).map(|(_, line)| line.to_owned()).collect()
}

pub(super) fn trade_codes(file: &SourceFile<'_>) -> Result<Vec<TradeCode>, LibraryFault> {
    let mut codes = entries(file)
        .map(|(number, line)| match line.split_once('\t') {
            Some((code, covers)) if code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit()) => {
                Ok(TradeCode { code: code.to_owned(), covers: covers.to_owned() })
            }
            _ => Err(LibraryFault {
                line: number,
                ..fault(file, "a line is five digits, a tab and what they cover".to_owned())
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
