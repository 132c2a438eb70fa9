//! Words of another language inside a paper: which they are, and where they stand in a text.

use std::ops::Range;

use crate::Language;

/// Words that are of another language than their paper, wherever they stand in it: the name of a Welsh co-op in
/// English rules. A screen reader says them, and a spelling checker reads them, in their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The words.
    pub words: String,
    /// Their language.
    pub language: Language,
}

/// Returns where words of another language stand in `text`, in reading order, each stretch once. Where two of them
/// begin at the same place, the longer one counts. They are whole words: "Tŷ" does not stand in "Tŷfesul".
pub fn stretches<'f>(text: &str, foreign: &'f [Foreign]) -> Vec<(Range<usize>, &'f Language)> {
    let mut found: Vec<(Range<usize>, &Language)> = foreign
        .iter()
        .filter(|one| !one.words.is_empty())
        .flat_map(|one| {
            let places = text.match_indices(&one.words).map(|(at, words)| at..at + words.len());
            places.filter(|place| whole(text, place)).map(|place| (place, &one.language))
        })
        .collect();
    found.sort_by_key(|(place, _)| (place.start, std::cmp::Reverse(place.end)));
    let mut told = 0;
    found.retain(|(place, _)| {
        let apart = place.start >= told;
        told = if apart { place.end } else { told };
        apart
    });
    found
}

fn whole(text: &str, place: &Range<usize>) -> bool {
    let before = text.get(..place.start).and_then(|text| text.chars().next_back());
    let after = text.get(place.end..).and_then(|text| text.chars().next());
    ![before, after].into_iter().flatten().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_found_once_and_the_longest_counts() {
        let foreign = ["Tŷ Gwyn", "Tŷ Gwyn Cyf", ""]
            .map(|words| Foreign { words: words.to_owned(), language: Language::WELSH });
        let cases: [(&str, &[&str]); 5] = [
            ("Tŷ Gwyn Cyf is a co-op.", &["Tŷ Gwyn Cyf"]),
            ("“Tŷ Gwyn”, as Tŷ Gwyn’s rules say", &["Tŷ Gwyn", "Tŷ Gwyn"]),
            ("Tŷ Gwynfa and HenTŷ Gwyn", &[]),
            ("Tŷ Gwyn Cyfan", &["Tŷ Gwyn"]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> =
                stretches(text, &foreign).into_iter().filter_map(|(place, _)| text.get(place)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
