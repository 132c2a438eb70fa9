//! Where somebody is named outside their own particulars: in texts as they are and as they were, in every co-op of the
//! desk, as whoever made changes, in the settings. Must not alter anything.

use std::collections::BTreeSet;

use formation::letters::composed;
use serde_json::Value as Json;
use store::{FormationId, StoreError};

use crate::desk::Desk;
use crate::failure::Failure;
use crate::record;
use crate::view::{LineView, NAMELESS};
use crate::wording;

/// The names that somebody has or had.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// First, middle, last and former names, each by itself, in small letters.
    parts: BTreeSet<String>,
    /// First and last together, by which the same person is known in another co-op.
    whole: BTreeSet<(String, String)>,
}

impl Names {
    /// The names in these fields of a person, of which the latest says who they are now and the others who they were.
    pub(crate) fn of<'a>(fields: impl IntoIterator<Item = &'a Json>) -> Self {
        let mut names = Self::default();
        for name in fields.into_iter().filter_map(|field| field.get("person")?.get("name")) {
            let part = |part: &str| small(name.get(part).and_then(Json::as_str).unwrap_or_default().trim());
            names.parts.extend(
                ["first", "middle", "last", "former"].map(part).into_iter().filter(|name| says_who(name)),
            );
            let whole = (part("first"), part("last"));
            if !(whole.0.is_empty() || whole.1.is_empty()) {
                names.whole.insert(whole);
            }
        }
        names
    }

    /// Whether one of them stands in a text, as a word of it.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        let text = small(text);
        self.parts.iter().any(|name| stands_in(&text, name))
    }

    /// Whether a name that somebody gave themselves is theirs: each word of it is one of theirs, or begins one.
    fn call(&self, author: &str) -> bool {
        let author = small(author);
        let words: Vec<&str> = author.split(|c: char| c.is_whitespace() || c == '.').collect();
        let mut words = words.into_iter().filter(|word| !word.is_empty()).peekable();
        let known: BTreeSet<&str> =
            self.parts.iter().flat_map(|part| part.split_whitespace().chain([part.as_str()])).collect();
        let is_known = |word: &str| {
            known.contains(word)
                || word.chars().count() == 1 && known.iter().any(|known| known.starts_with(word))
        };
        words.peek().is_some() && words.all(is_known) && known.iter().any(|known| stands_in(&author, known))
    }

    /// Whether the particulars of somebody in a list are those of the same person, as far as names tell.
    fn are_of(&self, field: &Json) -> bool {
        !Self::of([field]).whole.is_disjoint(&self.whole)
    }
}

/// With the same letters always written the same, and small.
fn small(text: &str) -> String {
    composed(text).to_lowercase()
}

/// Whether a name says who is meant: a lone letter of a script that has small ones does not.
fn says_who(name: &str) -> bool {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (None, _) => false,
        (Some(letter), None) => !letter.is_lowercase(),
        _ => true,
    }
}

/// Names no longer than this are no name inside a hyphenated word: "Co" is not in every co-op.
const SHORT: usize = 2;

/// Whether a name stands in a text as a word or words of their own.
fn stands_in(text: &str, name: &str) -> bool {
    let is_short = name.chars().count() <= SHORT;
    let goes_on = |beside: Option<char>, end: Option<char>| {
        let beside = beside.filter(|c| c.is_alphanumeric() || is_short && *c == '-');
        // Some scripts have no gaps between words: there a name ends where it ends.
        beside.is_some() && !end.is_some_and(is_without_gaps)
    };
    text.match_indices(name).any(|(at, found)| {
        !goes_on(text[..at].chars().next_back(), name.chars().next())
            && !goes_on(text[at + found.len()..].chars().next(), name.chars().next_back())
    })
}

/// Thai, Lao, Tibetan, Burmese, Khmer, Japanese, Chinese; and Korean, which hangs its particles on a name.
fn is_without_gaps(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

impl Desk {
    /// The names a person ever had in a co-op.
    pub(crate) fn names_of(&self, id: &str, person: &str) -> Result<Names, Failure> {
        let path = record::person_path(person);
        let mut said = Vec::new();
        self.ledger.store.each_change(&formation_id(id)?, None, &mut |change| {
            said.extend(change.value.filter(|_| change.field.as_str() == path));
            true
        })?;
        Ok(Names::of(said.iter()))
    }

    /// Everything outside a person's own field that names them, in their co-op first.
    pub(crate) fn mentions(&self, id: &str, person: &str, names: &Names) -> Result<Vec<LineView>, Failure> {
        let mut lines = self.mentions_in(id, Some(&record::person_path(person)), names, "")?;
        for (other, _) in self.ledger.all_formations()? {
            if other != id {
                // What is in the bin is still held.
                let fields = self.ledger.fields(&other)?;
                let name = fields.get(&record::decision_path("name"));
                let name = name.and_then(|json| json.get("value")?.as_str()).unwrap_or(NAMELESS);
                let place = format!(", in the co-op \u{201c}{name}\u{201d}");
                lines.extend(self.mentions_in(&other, None, names, &place)?);
            }
        }
        lines.extend(self.signed_by(names)?);
        Ok(lines)
    }

    /// What one co-op says of them: its texts, what they said before, and another entry under the same name.
    fn mentions_in(
        &self,
        id: &str,
        own: Option<&str>,
        names: &Names,
        place: &str,
    ) -> Result<Vec<LineView>, Failure> {
        let fields = self.ledger.fields(id)?;
        let library = self.library_of(&fields);
        let mut known = BTreeSet::new();
        let mut lines = Vec::new();
        self.ledger.store.each_change(&formation_id(id)?, None, &mut |change| {
            let path = change.field.as_str();
            let Some(value) = change.value.filter(|_| Some(path) != own) else { return true };
            let says = if path.starts_with("person/") {
                // Whoever shares a name alone is somebody else: their particulars are nobody's business here.
                names.are_of(&value).then(|| wording::person_name(&value))
            } else {
                let says = [wording::value(library, path, Some(&value))].into_iter().chain(texts(&value));
                says.into_iter().find(|text| names.are_in(text))
            };
            let Some(says) = says else { return true };
            let earlier = if fields.get(path) == Some(&value) { "" } else { ", earlier" };
            if known.insert((path.to_owned(), says.clone())) {
                let what = format!("{}{earlier}{place}", wording::what(library, path));
                lines.push(LineView { what, before: String::new(), after: says });
            }
            true
        })?;
        Ok(lines)
    }

    /// What carries their name because they made it. It cannot be erased: the hash of each change covers who made it.
    fn signed_by(&self, names: &Names) -> Result<Vec<LineView>, Failure> {
        let mut lines = Vec::new();
        for (author, count) in self.ledger.store.authors()? {
            if names.call(&author) {
                let changes = if count == 1 { "1 change".to_owned() } else { format!("{count} changes") };
                let after = format!("{author} ({changes}). The history keeps who made each change.");
                lines.push(LineView { what: "Who made changes".to_owned(), before: String::new(), after });
            }
        }
        let name = &self.preferences.name;
        if names.call(name) {
            let what = "Your name, in the settings of this computer".to_owned();
            lines.push(LineView { what, before: String::new(), after: name.clone() });
        }
        Ok(lines)
    }
}

fn formation_id(id: &str) -> Result<FormationId, Failure> {
    Ok(FormationId::new(id).map_err(StoreError::from)?)
}

/// Every text inside a value.
fn texts(value: &Json) -> Vec<String> {
    match value {
        Json::String(text) => vec![text.clone()],
        Json::Array(items) => items.iter().flat_map(texts).collect(),
        Json::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn names(first: &str, last: &str) -> Names {
        Names::of([&json!({ "person": { "name": { "first": first, "last": last, "former": "Bell" } } })])
    }

    #[test]
    fn a_name_is_found_as_a_word_of_its_own() {
        let cases = [
            ("Bo", "Li", "Bo bakes bread.", true),
            ("Bo", "Li", "Ask bo\u{2019}s aunt", true),
            ("Bo", "Li", "Bread for Bologna, lightly", false),
            ("Co", "Li", "A co-operative, a co-op", false),
            ("Co", "Li", "Co, and others", true),
            ("J", "Smith", "Plan J", false),
            ("J", "Smith", "J Smith", true),
            ("Asha", "Shah", "The Asha-led bakery", true),
            ("Mary Ann", "Shah", "mary ann said so", true),
            ("Mary Ann", "Shah", "Mary Annette", false),
            ("Si\u{e2}n", "Shah", "Sia\u{302}n said so", true),
            ("\u{674e}", "\u{660e}", "\u{674e}\u{660e}\u{5728}\u{70e4}\u{9762}\u{5305}", true),
            ("\u{bbfc}\u{c218}", "\u{ae40}", "\u{bbfc}\u{c218}\u{b294} \u{be75}", true),
            ("Asha", "Patel", "Bell rang", true),
            ("", "", "anything", false),
        ];
        for (first, last, text, found) in cases {
            assert_eq!(names(first, last).are_in(text), found, "{first} {last}: {text}");
        }
    }

    #[test]
    fn whoever_made_changes_is_known_by_their_words_alone() {
        for (author, theirs) in [
            ("Asha Patel", true),
            ("asha", true),
            ("A. Patel", true),
            ("Asha Bell", true),
            ("Asha Jones", false),
            ("A.", false),
            ("this computer", false),
            ("", false),
        ] {
            assert_eq!(names("Asha", "Patel").call(author), theirs, "{author}");
        }
    }
}
