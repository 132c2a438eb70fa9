//! Words are found in what fields hold now, in any case, and in nothing else.

use serde_json::json;

use crate::support::{Place, act, fill, formation, set};

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
