//! Figures in words that somebody wrote: numbers with what they count.

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Figure {
    number: String,
    unit: String,
}

impl Figure {
    /// Returns it as a reader knows it.
    fn words(&self) -> String {
        match self.unit.as_str() {
            "\u{a3}" => format!("\u{a3}{}", self.number),
            "%" => format!("{}%", self.number),
            unit => format!("{} {unit}", self.number),
        }
    }
}

/// Returns a figure of `said` that `by` contradicts: it has that unit, and another number. With what it says instead.
pub fn contradicted(said: &str, by: &str) -> Option<(String, String)> {
    let known = figures(by);
    figures(said).into_iter().find_map(|figure| {
        let alike: Vec<&Figure> = known.iter().filter(|known| known.unit == figure.unit).collect();
        let other = alike.first().filter(|_| !alike.contains(&&figure))?;
        Some((figure.words(), other.words()))
    })
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
            // "16 or over" counts nothing.
            if unit.len() < 4 || !unit.chars().all(char::is_alphabetic) {
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
    use super::*;

    #[test]
    fn two_texts_contradict_each_other_by_a_number() {
        let rule = "Give 14 clear days. After 3 months, 21 days.";
        assert_eq!(contradicted("You get 21 days.", rule), None);
        assert_eq!(contradicted("You get 2 years.", rule), None);
        assert_eq!(contradicted("You get 7 days.", rule), Some(("7 days".to_owned(), "14 days".to_owned())));
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
