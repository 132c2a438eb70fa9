//! Which words of a paper are of another language: the names that say of themselves, by how they end, that they are
//! Welsh. What people write elsewhere does not say its language, and nothing here guesses it.

use document::{Foreign, Language};

use crate::checks::Case;

/// Returns the names in a co-op's papers that are Welsh: its own and those of the organisations that found it, each
/// as registered and as it is said, without its ending.
pub fn foreign(case: &Case<'_>) -> Vec<Foreign> {
    let organisations = case.formation.organisations.iter().map(|one| one.name.as_str());
    let mut welsh: Vec<Foreign> = Vec::new();
    for name in case.name().into_iter().chain(organisations) {
        let endings = case.law.all_endings().filter(|ending| ending.is_welsh());
        // The longest ending leaves least.
        let Some(said) = endings.filter_map(|ending| ending.before(name)).min_by_key(|said| said.len())
        else {
            continue;
        };
        welsh
            .extend([name, said].map(|words| Foreign { words: words.to_owned(), language: Language::WELSH }));
    }
    welsh
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::tried::{self, COMPANY};

    #[test]
    fn a_name_that_ends_in_welsh_is_welsh() {
        let cases: [(&str, &[&str]); 4] = [
            ("Gwlân y Dŵr Cyfyngedig", &["Gwlân y Dŵr Cyfyngedig", "Gwlân y Dŵr"]),
            ("Siop Cyf.", &["Siop Cyf.", "Siop"]),
            ("Northgate Bakers Limited", &[]),
            ("Cyfyngedig", &[]),
        ];
        for (name, expected) in cases {
            let found = tried::with_case(COMPANY, |formation| formation.say("name", name), foreign);
            assert_eq!(found.iter().map(|one| one.words.as_str()).collect::<Vec<_>>(), expected, "{name}");
        }
    }
}
