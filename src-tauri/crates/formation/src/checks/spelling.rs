//! Names compared as Companies House compares them, and as people misspell them.

use crate::law::SameName;

/// Returns a name as it counts beside another: without its ending, signs, spaces, accents and a last s. Two
/// names with the same key are the same to the registrar. Good for a warning only: the register decides.
pub(super) fn same_key(name: &str, rules: &SameName, longest: usize) -> String {
    let folded = fold(name);
    let without_form = strip_endings(&folded, &rules.endings);
    let equal = without_form
        .split_whitespace()
        .map(|word| {
            let class = rules.equal.iter().find(|class| class.iter().any(|one| one == word));
            class.and_then(|class| class.first()).map_or(word, String::as_str)
        })
        .collect::<Vec<_>>()
        .join(" ");
    let mut key: String = equal.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    if let Some(shorter) = key.strip_suffix('s') {
        key.truncate(shorter.len());
    }
    let mut key: String = key.chars().take(longest).collect();
    while let Some(shorter) = rules.starts.iter().find_map(|start| key.strip_prefix(&format!("{start} "))) {
        key = shorter.to_owned();
    }
    key.retain(|c| c != ' ');
    key
}

/// Returns `name` in small letters without what the list says does not count at its end.
fn strip_endings(name: &str, endings: &[String]) -> String {
    let mut rest = name.trim().trim_end_matches(['.', ',']).to_owned();
    while let Some(shorter) = endings.iter().find_map(|ending| {
        let before = rest.strip_suffix(ending.as_str())?;
        before.ends_with([' ', '.', '@', '(']).then(|| before.trim_end_matches([' ', '.', '(']).to_owned())
    }) {
        rest = shorter.trim_end_matches([')', ',']).to_owned();
    }
    rest
}

/// Returns small letters without accents.
pub(super) fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(plain_letter).collect()
}

/// Returns the letters and digits of a text alone, small and without accents.
pub(super) fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn plain_letter(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' => 's',
        'ţ' | 'ť' | 'ŧ' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => 'w',
        'ý' | 'ÿ' | 'ỳ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tried::with_assets;
    use super::*;

    #[test]
    fn names_that_are_the_same_to_the_registrar() {
        let key = |name: &str| with_assets(|_, law| same_key(name, law.same_name(), 60));
        let same = [
            ("Northgate Bakers Limited", "NORTHGATE BAKER LTD"),
            ("The Two Bakers Limited", "2 Bakers Ltd."),
            ("Bread & Roses Limited", "Bread and Roses UK Limited"),
            ("Caffi’r Dŵr Limited", "Caffir Dwr Cyf"),
            ("Menders Co-operative Limited", "Menders Cooperative & Co Ltd"),
        ];
        for (one, other) in same {
            assert_eq!(key(one), key(other), "{one} and {other}");
        }
        assert_ne!(key("Northgate Bakers Limited"), key("Northgate Bakers Services Limited"));
        assert_eq!(key("The UK Company Limited"), "the");
    }
}
