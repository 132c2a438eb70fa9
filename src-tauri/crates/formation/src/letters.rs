//! The letters of a text that somebody typed or a file brought: which of them nobody can see, and how the same letter is
//! always written the same. Must not know where a text comes from, nor what it says.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Returns whether nobody can see a character, and a text may read otherwise with it than it is: a control, a mark that
/// turns the direction of what follows, or a mark of byte order. Tabs and line breaks are fine, and so are the marks
/// that join letters or keep them apart: Persian and Malayalam are not written without them.
pub fn is_hidden(c: char) -> bool {
    let turns = matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    );
    turns || (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
}

/// Returns the first hidden character of a text, if there is one.
pub fn hidden(text: &str) -> Option<char> {
    text.chars().find(|c| is_hidden(*c))
}

/// Returns a text with each letter and its marks as one character where there is one (Unicode's form NFC): what looks
/// the same is then the same, whichever keyboard wrote it. Marks that only say where a word may be broken, which come
/// along with copied text, are left out: the layout breaks words itself, and who copies them would get the marks.
pub fn composed(text: &str) -> Cow<'_, str> {
    const MAY_BREAK: char = '\u{ad}';
    if is_nfc(text) && !text.contains(MAY_BREAK) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfc().filter(|c| *c != MAY_BREAK).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_or_hides_is_hidden_and_what_joins_is_not() {
        let turning = ('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}');
        let others = ['\0', '\u{1b}', '\u{7f}', '\u{85}', '\u{61c}', '\u{200e}', '\u{200f}', '\u{feff}'];
        for c in turning.chain(others) {
            assert_eq!(hidden(&format!("Asha{c} Patel")), Some(c), "U+{:04X}", u32::from(c));
        }
        for c in ['\t', '\n', '\r', '\u{200c}', '\u{200d}', '\u{a0}', '\u{301}', '\u{fe0f}', '\u{1f35e}'] {
            assert_eq!(hidden(&format!("Asha{c} Patel")), None, "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn the_same_letter_is_written_the_same() {
        let cases = [
            ("Siân", "Sia\u{302}n"),
            ("Ŵyn", "W\u{302}yn"),
            ("Nguyễn", "Nguye\u{302}\u{303}n"),
            ("Łukasz", "Łukasz"),
            ("각", "\u{1100}\u{1161}\u{11a8}"),
            ("breadmaking", "bread\u{ad}making"),
        ];
        for (whole, parts) in cases {
            assert_eq!(composed(parts), whole);
            assert_eq!(composed(whole), whole);
        }
    }
}
