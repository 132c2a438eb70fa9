//! Which sensitive or barred words a name holds.

use super::Case;
use crate::law::SensitiveWord;

/// Returns the words of the law's list that `name` holds: as whole words, with plural and possessive.
pub(super) fn words_in<'a>(case: &Case<'a>, name: &str) -> impl Iterator<Item = &'a SensitiveWord> {
    let said = said(name);
    case.law.sensitive_words(case.formation.form).filter(move |word| {
        let wanted: Vec<&str> = word.word.split(' ').collect();
        said.windows(wanted.len())
            .any(|window| window.iter().zip(&wanted).all(|(said, wanted)| same_word(said, wanted)))
    })
}

/// Returns a name without the ending that its form has in its nation; none where it has none.
pub(super) fn without_ending<'a>(case: &Case<'_>, name: &'a str) -> Option<&'a str> {
    let endings = case.law.endings(case.formation.form, case.formation.nation);
    // The longest ending leaves least.
    endings.filter_map(|ending| ending.before(name)).min_by_key(|rest| rest.len())
}

/// Returns the words of a name in small letters, without the signs around them and without "'s".
pub(super) fn said(name: &str) -> Vec<String> {
    name.to_lowercase()
        .replace('\u{2019}', "'")
        .split_whitespace()
        .map(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            word.strip_suffix("'s").unwrap_or(word).to_owned()
        })
        .collect()
}

fn same_word(said: &str, wanted: &str) -> bool {
    // The full stops of "c.i.c." are trimmed at the end of a word.
    let wanted = wanted.trim_end_matches('.');
    said == wanted
        || said.strip_suffix('s') == Some(wanted)
        || said.strip_suffix("es") == Some(wanted)
        || said.strip_suffix("ies").is_some_and(|stem| wanted.strip_suffix('y') == Some(stem))
}
