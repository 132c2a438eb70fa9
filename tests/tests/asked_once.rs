//! Nothing is asked twice. Questions of one co-op that sound alike stand in `corpus/asked-once.toml`, with what keeps them
//! apart; and every fact that somebody types has one place there, whichever of the app's forms that is on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use desk::Assets;
use serde::Deserialize;

/// From here on, two questions are alike: of the words that are in either, half are in both.
const ALIKE: f64 = 0.5;

/// Words that say nothing of what is asked.
const EMPTY: &str = "a an and are as at be by can co op do does for from has have how i if in is it its may member members \
                     most must no not of on one or our should than that the their them there they this to up us we what \
                     when where which who whom will with without would you your each every any long many much w";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    alike: Vec<Alike>,
    /// Each fact with where it is typed: a question's slug, or "person.first".
    facts: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Alike {
    these: [String; 2],
    /// What each asks that the other does not.
    apart: String,
}

fn known() -> Known {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/asked-once.toml");
    toml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The words of a question that say what is asked, without their endings.
fn words(question: &str) -> BTreeSet<String> {
    let empty: BTreeSet<&str> = EMPTY.split_whitespace().collect();
    let lower = question.to_lowercase();
    let all = lower
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty() && !empty.contains(word));
    let bare = |word: &str| {
        let ends = ["ings", "ing", "ers", "er", "ed", "es", "s"];
        let bare = ends.iter().filter_map(|end| word.strip_suffix(end)).find(|bare| bare.len() >= 3);
        bare.unwrap_or(word).to_owned()
    };
    all.map(bare).collect()
}

fn are_alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let both = one.intersection(other).count() as f64;
    both > 0.0 && both / one.union(other).count() as f64 >= ALIKE
}

#[test]
fn questions_that_sound_alike_ask_for_different_things() {
    let library = Assets::embedded().unwrap().library;
    let known = known();
    let mut told = BTreeMap::new();
    for Alike { these: [one, other], apart } in &known.alike {
        assert!(apart.split(' ').count() > 4, "{one} and {other}: say what keeps them apart");
        let twice = told.insert(pair(one, other), false);
        assert!(twice.is_none(), "{one} and {other} stand twice");
    }
    let mut wrong = BTreeSet::new();
    for model in library.models() {
        let questions: Vec<_> =
            library.decisions_of(model).map(|decision| (decision, words(&decision.question))).collect();
        for (at, (one, asked)) in questions.iter().enumerate() {
            for (other, _) in questions[..at].iter().filter(|(_, other)| are_alike(asked, other)) {
                match told.get_mut(&pair(&one.slug, &other.slug)) {
                    Some(seen) => *seen = true,
                    None => drop(wrong.insert(format!(
                        "{}, {}: \u{201c}{}\u{201d}, \u{201c}{}\u{201d}",
                        one.slug, other.slug, one.question, other.question
                    ))),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{:#?}", wrong);
    let idle: Vec<_> = told.into_iter().filter(|(_, seen)| !seen).map(|(pair, _)| pair).collect();
    assert!(idle.is_empty(), "not alike, or not asked of one co-op: {idle:?}");
    let name = words("What is the co-op's full name?");
    assert!(are_alike(&name, &words("Which full name has it?")));
    assert!(!are_alike(&name, &words("Where is the registered office?")));
}

fn pair(one: &str, other: &str) -> [String; 2] {
    let mut pair = [one.to_owned(), other.to_owned()];
    pair.sort();
    pair
}

#[test]
fn every_fact_that_is_typed_has_one_place() {
    let library = Assets::embedded().unwrap().library;
    let mut typed: BTreeSet<String> = BTreeSet::new();
    for model in library.models() {
        let open = library.decisions_of(model).filter(|decision| decision.choices.is_empty());
        let free = open.filter(|decision| !matches!(decision.kind, formation::decision::Kind::YesNo));
        typed.extend(free.map(|decision| decision.slug.clone()));
    }
    for (founder, screen) in [
        ("person", include_str!("../../ui/screens/person.html")),
        ("organisation", include_str!("../../ui/screens/organisation.html")),
    ] {
        let names = screen.split(" name=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        typed.extend(names.map(|name| format!("{founder}.{name}")));
        let addresses = screen.split("AddressFields::new(\"").skip(1);
        typed.extend(addresses.map(|rest| format!("{founder}.{}", rest.split('-').next().unwrap())));
    }
    let places: BTreeSet<String> = known().facts.values().cloned().collect();
    assert_eq!(places.len(), known().facts.len(), "two facts with one place");
    assert_eq!(typed, places);
}
