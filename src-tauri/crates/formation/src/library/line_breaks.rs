//! Line breaks that a tag swallows: a line that ends in `{% endif %}` loses its break, and what follows runs into it.
//!
//! The engine takes away the line break after a tag, so that a tag may stand on a line of its own. A line of words
//! that ends in a tag therefore needs an empty line after it, and more than that before a new paragraph. This knows
//! nothing of what the words say.

use super::LibraryFault;

/// What stands on a line, as far as its break matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line<'a> {
    Empty,
    /// Only tags that print nothing: the line is gone when the text is filled in.
    Tags,
    Words(&'a str),
}

/// Returns the faults of the text that begins on line `first` of `file`.
pub(super) fn faults(file: &str, text: &str, first: usize) -> Vec<LibraryFault> {
    let lines: Vec<&str> = text.lines().collect();
    let swallowed = |at: &usize| {
        matches!(line(lines[*at]), Line::Words(_))
            && lines[*at].ends_with("%}")
            && !ends_in_a_branch(lines[*at])
            && runs_on(lines[*at], &lines[at + 1..])
    };
    (0..lines.len())
        .filter(swallowed)
        .map(|at| LibraryFault {
            file: file.to_owned(),
            line: first + at,
            message:
                "the tag at the end takes the line break away, and the next words run into this line: end \
                      the line with words, or leave an empty line after it"
                    .to_owned(),
        })
        .collect()
}

fn line(line: &str) -> Line<'_> {
    let mut rest = line.trim();
    if rest.is_empty() {
        return Line::Empty;
    }
    while let Some((tag, after)) = rest.strip_prefix("{%").and_then(|rest| rest.split_once("%}")) {
        if word(tag) == "include" {
            break;
        }
        rest = after.trim_start();
    }
    if rest.is_empty() { Line::Tags } else { Line::Words(line) }
}

/// Returns the first word of a tag: "if", "endif" …
fn word(tag: &str) -> &str {
    tag.trim_start_matches('-').split_whitespace().next().unwrap_or_default()
}

/// Returns whether the words go on after the branches: the break belongs to the next branch then.
fn ends_in_a_branch(line: &str) -> bool {
    line.rsplit("{%").next().is_some_and(|tag| matches!(word(tag), "else" | "elif"))
}

/// Returns whether `after`, the lines that follow, run into `before`, whose line break is gone.
fn runs_on(before: &str, after: &[&str]) -> bool {
    let all_white_goes = before.ends_with("-%}");
    let mut empty = 0;
    let mut at = 0;
    while let Some(next) = after.get(at) {
        match line(next) {
            Line::Empty => empty += 1,
            Line::Words(words) if all_white_goes || empty == 0 => return !words.trim().is_empty(),
            Line::Words(words) => return empty == 1 && !may_follow(before, words),
            Line::Tags => match next.trim().trim_start_matches("{%").trim_start_matches('-').trim_start() {
                // Another branch: what stands there never follows these words.
                tag if tag.starts_with("else") || tag.starts_with("elif") => {
                    at += to_the_end(&after[at + 1..]);
                }
                // The next round begins where the loop began.
                tag if tag.starts_with("endfor") && empty == 0 => return true,
                _ => {}
            },
        }
        at += 1;
    }
    false
}

/// Returns how many of `lines` stand before the line that ends the branch they are in.
fn to_the_end(lines: &[&str]) -> usize {
    let mut depth = 1_i32;
    for (at, one) in lines.iter().enumerate() {
        for tag in one.split("{%").skip(1) {
            depth += match word(tag) {
                "if" | "for" => 1,
                "endif" | "endfor" => -1,
                _ => 0,
            };
        }
        if depth <= 0 {
            return at;
        }
    }
    lines.len()
}

/// Returns whether `words` are a block of their own right on the line after `before`.
fn may_follow(before: &str, words: &str) -> bool {
    let starts = |signs: &[&str]| signs.iter().any(|sign| words.trim_start().starts_with(sign));
    let row = before.trim_start().starts_with('|');
    before.starts_with('#') || starts(&["1. ", "- ", "#", "> ", "```", ": "]) || (row && starts(&["|"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_at_fault(text: &str) -> Vec<usize> {
        faults("x.md", text, 1).iter().map(|fault| fault.line).collect()
    }

    #[test]
    fn words_that_run_into_the_line_before_are_found() {
        let bad = [
            "1. One{% if a %} more{% endif %}\n1. Two\n",
            "1. One{% if a %} more{% endif %}\n{% if b %}\n1. Two\n{% endif %}\n",
            "One{% if a %} more{% endif %}\n\nTwo\n",
            "1. One{% if a %} more{% endif %}\n\nTwo\n",
            "1. One{% if a %} more{%- endif -%}\n\n1. Two\n",
            "One{% if a %} more{% endif %}\n\n---\n",
            "{% for a in b %}\n1. {% if a %}One{% endif %}\n{% endfor %}\n",
            "{% include \"passage/x\" %}\n1. Two\n",
        ];
        for text in bad {
            assert_eq!(lines_at_fault(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_tag_on_its_own_line_or_an_empty_line_after_words_does_no_harm() {
        let good = [
            "1. One{% if a %} more{% endif %}\n\n1. Two\n",
            "1. One{% if a %} more{% endif %}.\n1. Two\n",
            "{% if a %}\n1. One\n{% endif %}\n1. Two\n",
            "One{% if a %} more{% endif %}\n\n\nTwo\n",
            "| a |{% if a %} b |{% endif %}\n\n| c |\n",
            "{% if a %}\n1. One{% if b %} more{% endif %}\n{% else %}\n1. Two\n{% endif %}\n\n1. Three\n",
            "{% for a in b %}\n1. {% if a %}One{% endif %}\n\n{% endfor %}\n",
            "One{% if a %} more{% endif %}\n",
            "# One{% if a %} more{% endif %}\n\nTwo\n",
            "{% if a %}\nOne\n\nIt is{% else %}\nTwo\n\nIt is{% endif %} so.\n",
        ];
        for text in good {
            assert_eq!(lines_at_fault(text), [0; 0], "{text}");
        }
    }
}
