//! Where a line may end: Unicode's rules, and our own for short prefixes.
//!
//! Must not know widths.

use unicode_linebreak::{BreakOpportunity, linebreaks};

/// A place where a line may end, or must.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Break {
    /// The byte before which the next line would start.
    pub at: usize,
    /// Whether the line must end here.
    pub forced: bool,
}

/// Returns every break of a text, the last one at its end.
pub(crate) fn breaks(text: &str) -> Vec<Break> {
    linebreaks(text)
        .map(|(at, kind)| Break { at, forced: kind == BreakOpportunity::Mandatory })
        .filter(|b| b.forced || !after_short_prefix(&text[..b.at]))
        .collect()
}

/// Whether a text ends in a hyphen that follows one or two letters, as in "co-operative": a line
/// that ends so reads badly.
fn after_short_prefix(before: &str) -> bool {
    let Some(word) = before.strip_suffix(['-', '\u{2010}']) else {
        return false;
    };
    word.chars().rev().take_while(|c| c.is_alphabetic()).take(3).count() <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let mut from = 0;
        breaks(text)
            .iter()
            .map(|b| {
                let part = &text[from..b.at];
                from = b.at;
                part
            })
            .collect()
    }

    #[test]
    fn lines_break_where_readers_expect_it() {
        let cases: [(&str, &[&str]); 6] = [
            ("a co-operative society", &["a ", "co-operative ", "society"]),
            ("an e-mail", &["an ", "e-mail"]),
            ("well-known fact", &["well-", "known ", "fact"]),
            ("see rule\u{a0}21.2 now", &["see ", "rule\u{a0}21.2 ", "now"]),
            ("Cafe\u{301} ole\u{301}", &["Cafe\u{301} ", "ole\u{301}"]),
            (
                "\u{2068}Si\u{e2}n\u{2069} (\u{2068}x\u{2069})",
                &["\u{2068}Si\u{e2}n\u{2069} ", "(\u{2068}x\u{2069})"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(parts(text), expected);
        }
    }
}
