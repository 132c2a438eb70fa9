//! Words are found in what fields hold now, in any case, and in nothing else.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use store::{Erasing, Salt, Store};

use crate::support::{Place, act, change, clear, fill, formation, path, set};

fn found(store: &store::Store, words: &str) -> Vec<String> {
    let mut hits = Vec::new();
    let mut add = |formation: &store::FormationId, path: &store::FieldPath, _: &serde_json::Value| {
        hits.push(format!("{}/{}", formation.as_str(), path.as_str()));
        hits.len() < 2
    };
    store.search(words, &mut add).unwrap();
    hits
}

#[test]
fn words_are_found_in_what_fields_hold_now() {
    let place = Place::new();
    let mut store = place.open();
    fill(&mut store);
    assert_eq!(found(&store, "northGATE bakers"), ["baker/name"]);
    assert_eq!(found(&store, "\u{174}YN"), ["carer/name"], "small and capital letters of every alphabet");
    assert!(found(&store, "clg").is_empty(), "what a field no longer holds");
    assert!(found(&store, "\"b\"").is_empty() && found(&store, "b").len() == 1, "keys are no words");
    let odd = "say \"hello\"\\ and\nthen";
    let answer = json!({ "status": "open", "value": odd });
    store.append(&formation("carer"), &act("a5", 50), &[set("c7", "says", answer)]).unwrap();
    assert_eq!(found(&store, "\"HELLO\"\\ and\nthen"), ["carer/says"], "signs that JSON writes otherwise");
    assert!(found(&store, "status").is_empty());
    // The co-op that was changed last comes first, and nobody looks further than they want.
    store.append(&formation("baker"), &act("a6", 60), &[set("c8", "x", "a"), set("c9", "y", "a")]).unwrap();
    assert_eq!(found(&store, "a"), ["baker/name", "baker/x"]);
}

/// Letters whose small ones are longer, or hang on their neighbours, and signs that JSON writes otherwise.
fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select("abBA1 \t\n\"\\/\u{1}ΑΣσςİıŴŵßẞ漢é\u{301}".chars().collect::<Vec<_>>()),
        0..9,
    )
    .prop_map(String::from_iter)
}

#[derive(Debug, Clone)]
enum Step {
    Set(usize, usize, [String; 2]),
    Clear(usize, usize),
    /// Two copies come together that disagree.
    Join(usize, usize, [String; 2]),
    EraseField(usize, usize),
    EraseAll(usize),
    /// Looks for a part of what was last written, in another case, or for anything.
    Search(usize, usize, Option<String>),
}

fn step() -> impl Strategy<Value = Step> {
    let place = || (0..3_usize, 0..3_usize);
    prop_oneof![
        4 => (place(), [text(), text()]).prop_map(|((co_op, field), texts)| Step::Set(co_op, field, texts)),
        1 => place().prop_map(|(co_op, field)| Step::Clear(co_op, field)),
        1 => (place(), [text(), text()]).prop_map(|((co_op, field), texts)| Step::Join(co_op, field, texts)),
        1 => place().prop_map(|(co_op, field)| Step::EraseField(co_op, field)),
        1 => (0..3_usize).prop_map(Step::EraseAll),
        6 => (0..9_usize, 0..6_usize, prop::option::weighted(0.3, text()))
            .prop_map(|(from, length, words)| Step::Search(from, length, words)),
    ]
}

const FORMATIONS: [&str; 3] = ["baker", "carer", "grower"];
const FIELDS: [&str; 3] = ["name", "person/asha", "adviser/note/1"];

fn stands_in(value: &Json, words: &str) -> bool {
    match value {
        Json::String(text) => text.to_lowercase().contains(words),
        Json::Array(items) => items.iter().any(|item| stands_in(item, words)),
        Json::Object(fields) => fields.values().any(|item| stands_in(item, words)),
        _ => false,
    }
}

/// What a search finds that reads everything.
fn read_through(store: &Store, words: &str) -> Vec<(String, String, Json)> {
    let words = words.to_lowercase();
    let mut hits = Vec::new();
    for id in store.formations().unwrap().into_iter().map(|row| row.id) {
        for field in store.fields(&id).unwrap().into_keys() {
            // Where copies disagree, what either says.
            for value in store.newest(&id, &field).unwrap().into_iter().filter_map(|change| change.value) {
                if stands_in(&value, &words) {
                    hits.push((id.to_string(), field.to_string(), value));
                }
            }
        }
    }
    hits
}

fn searched(store: &Store, words: &str) -> Vec<(String, String, Json)> {
    let mut hits = Vec::new();
    let mut add = |id: &store::FormationId, field: &store::FieldPath, value: &Json| {
        hits.push((id.to_string(), field.to_string(), value.clone()));
        true
    };
    store.search(words, &mut add).unwrap();
    hits
}

fn holding([one, other]: &[String; 2]) -> Json {
    json!({ "status": one, "value": [other, 1, null] })
}

fn run(steps: &[Step]) -> Result<usize, TestCaseError> {
    let mut store = Store::in_memory().unwrap();
    let (mut last, mut found) = (String::new(), 0);
    for (number, step) in steps.iter().enumerate() {
        let (id, act) = (format!("c{number}"), act(&format!("a{number}"), number as i64));
        match step {
            Step::Set(co_op, field, texts) => {
                last.clone_from(&texts[1]);
                let change = set(&id, FIELDS[*field], holding(texts));
                store.append(&formation(FORMATIONS[*co_op]), &act, &[change]).unwrap();
            }
            Step::Clear(co_op, field) => {
                store.append(&formation(FORMATIONS[*co_op]), &act, &[clear(&id, FIELDS[*field])]).unwrap();
            }
            Step::Join(co_op, field, texts) => {
                last.clone_from(&texts[0]);
                let change = store::Change {
                    seq: 0,
                    id: change(&id),
                    act: act.id,
                    formation: formation(FORMATIONS[*co_op]),
                    field: path(FIELDS[*field]),
                    value: Some(holding(texts)),
                    author: act.author,
                    at: act.at,
                    replaces: Vec::new(),
                    reverts: None,
                    received: true,
                    erased: false,
                };
                store.receive(&formation(FORMATIONS[*co_op]), &[change], &Salt::new("secret")).unwrap();
            }
            Step::EraseField(co_op, field) => {
                store.erase(&formation(FORMATIONS[*co_op]), Erasing::Field(&path(FIELDS[*field]))).unwrap();
            }
            Step::EraseAll(co_op) => {
                store.erase(&formation(FORMATIONS[*co_op]), Erasing::All).unwrap();
            }
            Step::Search(from, length, words) => {
                let part = || last.chars().skip(*from % 3).take(*length).collect::<String>().to_uppercase();
                let words = words.clone().unwrap_or_else(part);
                let expected = read_through(&store, &words);
                found += expected.len();
                prop_assert_eq!(searched(&store, &words), expected, "{:?}", words);
            }
        }
    }
    Ok(found)
}

#[test]
fn what_is_found_is_what_reading_everything_would_find() {
    use proptest::test_runner::{Config, TestRunner};
    let config = Config { cases: 2_000, failure_persistence: None, ..Config::default() };
    let found = std::cell::Cell::new(0);
    let steps = prop::collection::vec(step(), 1..40);
    TestRunner::new(config)
        .run(&steps, |steps| {
            found.set(found.get() + run(&steps)?);
            Ok(())
        })
        .unwrap();
    assert!(found.get() > 10_000, "{} were found: nothing was tried", found.get());
}
