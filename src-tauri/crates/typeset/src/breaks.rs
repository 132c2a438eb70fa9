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
        .filter(|b| b.forced || !(after_short_prefix(&text[..b.at]) || in_postcode(text, b.at)))
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

/// Whether a place is the one space of a postcode, as in "HX1 1AA": torn over two lines it is copied wrongly.
fn in_postcode(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let Some(before) = before.strip_suffix(' ') else { return false };
    let outward = before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().as_bytes();
    let inward = after.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().as_bytes();
    let letters = outward.iter().take_while(|b| b.is_ascii_uppercase()).count();
    let rest = outward.get(letters..).unwrap_or_default();
    let district = matches!(rest, [digit] if digit.is_ascii_digit())
        || matches!(rest, [digit, last]
            if digit.is_ascii_digit() && (last.is_ascii_digit() || last.is_ascii_uppercase()));
    let unit = matches!(inward, [digit, a, b]
        if digit.is_ascii_digit() && a.is_ascii_uppercase() && b.is_ascii_uppercase());
    matches!(letters, 1 | 2) && district && unit
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
        let cases: [(&str, &[&str]); 9] = [
            ("Halifax, HX1 1AA, England", &["Halifax, ", "HX1 1AA, ", "England"]),
            ("EC1A 1BB", &["EC1A 1BB"]),
            ("A4 100 sheets, Co 2 on", &["A4 ", "100 ", "sheets, ", "Co ", "2 ", "on"]),
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
