//! A reworded rule names another figure than the answer it stands for.

use super::{About, Case, Check, Found, Severity};
use crate::constitution::Origin;

pub(super) const CHECK: Check = Check {
    id: "edited-rule-figure-differs",
    severity: Severity::Warning,
    law: "Practice: your answers and your rules must say the same",
    find,
};

fn find(case: &Case<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for rule in case.constitution.rules() {
        let Origin::Edited { model } = &rule.origin else { continue };
        let mut said = String::new();
        for block in &rule.blocks {
            block.visit(&mut |block| {
                for text in block.texts() {
                    said.push_str(&text.plain());
                    said.push('\n');
                }
            });
        }
        let typed = figures(&said);
        for answered in model.figures.iter().flat_map(|figure| figures(figure)) {
            let others: Vec<&Figure> = typed.iter().filter(|figure| figure.unit == answered.unit).collect();
            let Some(other) = others.first().filter(|_| !others.contains(&&answered)) else { continue };
            found.push(Found::new(
                About::Rule(rule.slug.clone()),
                format!(
                    "In \u{201c}{}\u{201d} you wrote {}. Your answer says {}.",
                    rule.heading.plain(),
                    other.words(),
                    answered.words()
                ),
                "Change the answer to what you mean, so that every paper says the same. Then edit the rule again.",
            ));
            break;
        }
    }
    found
}

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Figure {
    number: String,
    unit: String,
}

impl Figure {
    fn words(&self) -> String {
        match self.unit.as_str() {
            "\u{a3}" => format!("\u{a3}{}", self.number),
            "%" => format!("{}%", self.number),
            unit => format!("{} {unit}", self.number),
        }
    }
}

/// Returns the figures of a text: 14 clear days, 75%, \u{a3}5.
fn figures(text: &str) -> Vec<Figure> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let clean = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | '\u{a3}')).to_lowercase()
    };
    let mut out = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let word = clean(word);
        let bare = word.trim_start_matches('\u{a3}').trim_end_matches('%').replace(',', "");
        if bare.is_empty() || !bare.chars().all(|c| c.is_ascii_digit() || c == '.') {
            continue;
        }
        let unit = if word.starts_with('\u{a3}') {
            "\u{a3}".to_owned()
        } else if word.ends_with('%') {
            "%".to_owned()
        } else {
            // "14 clear days" and "14 days" count alike; "1 day" and "2 days" too.
            let next = words.get(at + 1).map(|word| clean(word)).unwrap_or_default();
            let next = match next.as_str() {
                "clear" | "working" => words.get(at + 2).map(|word| clean(word)).unwrap_or_default(),
                _ => next,
            };
            let unit = if next.ends_with('s') { next } else { format!("{next}s") };
            if unit.len() < 3 || !unit.chars().all(char::is_alphabetic) {
                continue;
            }
            unit
        };
        out.push(Figure { number: bare, unit });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::tried::{COMPANY, SOCIETY};
    use super::*;

    #[test]
    fn an_edited_rule_says_what_the_answer_says() {
        CHECK.passes(COMPANY, |_| {});
        CHECK.passes(COMPANY, |formation| formation.reword("notice", "Members get a letter.", &[]));
        CHECK.passes(SOCIETY, |formation| {
            formation.number("general-meeting-notice", 14);
            formation.reword("notice", "The notice is 14 days, or 21 days for a big matter.", &[]);
        });
        CHECK.fails(COMPANY, "rule:notice", |formation| {
            formation.number("general-meeting-notice", 14);
            formation.reword("notice", "The notice of a meeting is 7 clear days.", &[]);
        });
    }

    #[test]
    fn figures_are_read() {
        let found: Vec<String> = figures("Give 14 clear days, 1 month or \u{a3}1,000; 75%. In 2026 rule 12.")
            .iter()
            .map(Figure::words)
            .collect();
        assert_eq!(found, ["14 days", "1 months", "\u{a3}1000", "75%", "2026 rules"]);
    }
}
