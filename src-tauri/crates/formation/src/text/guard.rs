//! What a text of somebody else's may not do: grow.
//!
//! Fuel ends a text that runs for ever; it does not end one that doubles a word thirty times. So texts of sponsors'
//! packages have no tags that keep or collect what was written, and no signs that put texts together. What is left can
//! only print answers, choose, and go through lists, and how much that prints is counted.

use super::TextError;

/// The tags that such a text may use.
const TAGS: [&str; 7] = ["if", "elif", "else", "endif", "for", "endfor", "include"];

/// Refuses a text that could grow.
///
/// # Errors
/// With the line, for the first tag or sign that has no place in it.
pub(super) fn refuse(text: &str) -> Result<(), TextError> {
    let mut rest = text;
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let is_tag = rest[at..].starts_with("{%");
        let inner = &rest[at + 2..];
        let (closing, from) = (if is_tag { "%}" } else { "}}" }, text.len() - inner.len());
        let fault = |message: String| {
            let line = text[..from].matches('\n').count() + 1;
            TextError { line, message }
        };
        let inner = inner.strip_prefix(['-', '+']).unwrap_or(inner);
        let (signs, end) = without_words(inner, closing);
        if is_tag {
            let tag: String =
                signs.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !TAGS.contains(&tag.as_str()) {
                return Err(fault(format!(
                    "the tag \u{201c}{tag}\u{201d} has no place in a package\u{2019}s text"
                )));
            }
        }
        if let Some(sign) = sign_that_grows(&signs) {
            return Err(fault(format!(
                "the sign \u{201c}{sign}\u{201d} has no place in a package\u{2019}s text"
            )));
        }
        rest = &inner[end..];
    }
    Ok(())
}

/// Returns what stands up to the closing sign without what stands between quotation marks, and where it ends.
fn without_words(inner: &str, closing: &str) -> (String, usize) {
    let mut signs = String::new();
    let mut quoted = None;
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        match quoted {
            Some(_) if escaped => escaped = false,
            Some(_) if c == '\\' => escaped = true,
            Some(mark) if c == mark => quoted = None,
            Some(_) => {}
            None if matches!(c, '"' | '\'') => {
                quoted = Some(c);
                signs.push('"');
            }
            None if inner[at..].starts_with(closing) => return (signs, at + closing.len()),
            None => signs.push(c),
        }
    }
    (signs, inner.len())
}

/// Returns a sign that puts texts together; a number may be added.
fn sign_that_grows(signs: &str) -> Option<char> {
    let mut chars = signs.char_indices();
    chars.find_map(|(at, c)| match c {
        '~' | '*' => Some(c),
        '+' => {
            let next = signs[at + 1..].trim_start().chars().next();
            (!next.is_some_and(|next| next.is_ascii_digit())).then_some(c)
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_prints_and_chooses_passes_and_what_collects_does_not() {
        for text in [
            "{{ name }} and {{- days | count(\"day\") -}}",
            "{% if a == 'x * y ~ z' and b > 3 %}\n1. One\n{% elif c %}{% else %}{% endif %}",
            "{% for one in seats %}{{ loop.index + 1 }}{% endfor %}{% include \"passage/x\" %}",
            "no tags * at ~ all + {",
            "{{ open",
        ] {
            assert_eq!(refuse(text), Ok(()), "{text}");
        }
        for (text, line, said) in [
            ("1.\n2. {% set a = 1 %}", 2, "the tag \u{201c}set\u{201d}"),
            ("{%- macro f() %}", 1, "\u{201c}macro\u{201d}"),
            ("{% filter one_line %}", 1, "\u{201c}filter\u{201d}"),
            ("{{ \"x\" * 99 }}", 1, "\u{201c}*\u{201d}"),
            ("\n\n{{ a ~ b }}", 3, "\u{201c}~\u{201d}"),
            ("{{ a + b }}", 1, "\u{201c}+\u{201d}"),
            ("{{ 'it\\'s' ~ a }}", 1, "\u{201c}~\u{201d}"),
            ("{% if 'x' * 9 %}", 1, "\u{201c}*\u{201d}"),
            ("{{ a }}{{ '}}' }}{{ b * 2 }}", 1, "\u{201c}*\u{201d}"),
            ("{% raw %}{{ a ~ b }}", 1, "\u{201c}raw\u{201d}"),
        ] {
            let error = refuse(text).unwrap_err();
            assert_eq!(error.line, line, "{text}: {error}");
            assert!(error.message.contains(said), "{text}: {error}");
        }
    }
}
