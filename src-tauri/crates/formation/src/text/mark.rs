//! Opaque marks: how a value travels through Markdown without being markup.
//!
//! Each byte of the value becomes one private-use character between a start and an end sign. Nothing
//! in it can be taken for markup, whatever it holds, and no table of values is needed to bring it back.

const GIVEN: char = '\u{e000}';
const OPEN: char = '\u{e001}';
const OURS: char = '\u{e002}';
const END: char = '\u{e003}';
const BYTES: u32 = 0xe100;

/// Whose words a mark carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// A person's.
    Given,
    /// Ours: computed words, such as "14 days".
    Ours,
    /// A question still open.
    Open,
}

/// Returns `words` as a mark.
pub(crate) fn encode(whose: Whose, words: &str) -> String {
    let mut out = String::with_capacity(words.len() * 3 + 6);
    out.push(match whose {
        Whose::Given => GIVEN,
        Whose::Ours => OURS,
        Whose::Open => OPEN,
    });
    out.extend(words.bytes().filter_map(|byte| char::from_u32(BYTES + u32::from(byte))));
    out.push(END);
    out
}

/// A stretch of text with marks, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stretch {
    /// Text of the library itself.
    Text(String),
    /// What a mark carried.
    Mark(Whose, String),
}

/// Takes `text` apart into plain stretches and what its marks carried.
pub(crate) fn decode(text: &str) -> Vec<Stretch> {
    let mut out = Vec::new();
    let mut plain = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let whose = match c {
            GIVEN => Whose::Given,
            OPEN => Whose::Open,
            OURS => Whose::Ours,
            _ => {
                plain.push(c);
                continue;
            }
        };
        if !plain.is_empty() {
            out.push(Stretch::Text(std::mem::take(&mut plain)));
        }
        let bytes: Vec<u8> = chars
            .by_ref()
            .take_while(|c| *c != END)
            .filter_map(|c| u8::try_from(u32::from(c).wrapping_sub(BYTES)).ok())
            .collect();
        out.push(Stretch::Mark(whose, String::from_utf8_lossy(&bytes).into_owned()));
    }
    if !plain.is_empty() {
        out.push(Stretch::Text(plain));
    }
    out
}

/// Returns true for a character kept for marks.
pub(crate) fn is_reserved(c: char) -> bool {
    matches!(c, GIVEN..=END) || (BYTES..BYTES + 256).contains(&u32::from(c))
}

/// Returns true when `text` holds characters kept for marks: a library text must not.
pub(crate) fn has_reserved(text: &str) -> bool {
    text.chars().any(is_reserved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anything_comes_back_as_it_went_in() {
        for words in
            ["", "a", "*x* [y](z) {{ w }} <b>&", "Siân Ŵyn\nsecond | line", "فاطمة", "\u{e000}\u{e003}x"]
        {
            let text = format!("before {} after", encode(Whose::Given, words));
            assert_eq!(
                decode(&text),
                [
                    Stretch::Text("before ".into()),
                    Stretch::Mark(Whose::Given, words.into()),
                    Stretch::Text(" after".into()),
                ]
            );
        }
    }
}
