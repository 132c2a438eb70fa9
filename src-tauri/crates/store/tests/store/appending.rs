//! What an act writes, what reading gives back, and that a bad change takes its whole act with it.

use serde_json::{Value as Json, json};
use store::{ChainState, ChangeFault, FormationId, NewChange, Store, StoreError};

use crate::support::{act, change, clear, fill, formation, path, set};

fn ids(store: &Store) -> Vec<String> {
    store.formations().unwrap().into_iter().map(|row| row.id.into_string()).collect()
}

fn history(store: &Store, id: &FormationId) -> Vec<(i64, String)> {
    let changes = store.history(id, None, 100).unwrap();
    changes.into_iter().map(|change| (change.seq, change.id.into_string())).collect()
}

#[test]
fn a_change_comes_back_as_it_was_given() {
    let mut store = Store::in_memory().unwrap();
    let id = formation("baker");
    let written = store.append(&id, &act("a1", -5), &[set("c1", "name", "Ŵ\0 \u{202e}\"")]).unwrap();
    store.append(&id, &act("a2", 7), &[set("c2", "name", "Northgate")]).unwrap();
    let read = store.history(&id, None, 10).unwrap();
    assert_eq!(read.len(), 2);
    assert_eq!(read[1], written[0]);
    let (first, second) = (&read[1], &read[0]);
    assert_eq!((first.seq, first.id.as_str(), first.act.as_str(), first.at), (1, "c1", "a1", -5));
    assert_eq!((first.author.as_str(), first.field.as_str()), ("Asha", "name"));
    assert_eq!(first.value, Some(json!("Ŵ\0 \u{202e}\"")));
    assert_eq!((first.replaces.as_slice(), second.replaces.as_slice()), (&[][..], &[change("c1")][..]));
    assert_eq!(store.newest(&id, &path("name")).unwrap(), std::slice::from_ref(second));
}

#[test]
fn lists_and_fields_show_what_is_newest() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store);
    let (baker, carer) = (formation("baker"), formation("carer"));
    let rows = store.formations().unwrap();
    let rows: Vec<_> = rows.iter().map(|row| (row.id.as_str(), row.begun, row.changed)).collect();
    assert_eq!(rows, [("carer", 20, 40), ("baker", 10, 30)]);
    assert_eq!(store.fields(&baker).unwrap(), [(path("name"), json!("Northgate Bakers"))].into());
    assert_eq!(store.field(&baker, &path("form")).unwrap(), None);
    assert_eq!(store.field(&carer, &path("people")).unwrap(), Some(json!([{"a": 0.1, "b": 1}])));
    let names = store.field_of_all(&path("name")).unwrap();
    assert_eq!(names, [(baker.clone(), json!("Northgate Bakers")), (carer, json!("Gofal Ŵyn"))].into());
    assert_eq!(store.field_of_all(&path("form")).unwrap(), [].into());
    let nobody = formation("nobody");
    assert!(store.fields(&nobody).unwrap().is_empty());
    assert_eq!(store.field(&nobody, &path("name")).unwrap(), None);
    assert!(store.history(&nobody, None, 10).unwrap().is_empty());
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 6 });
}

#[test]
fn history_turns_page_by_page() {
    let mut store = Store::in_memory().unwrap();
    fill(&mut store);
    let baker = formation("baker");
    let page = |before, limit| {
        let changes = store.history(&baker, before, limit).unwrap();
        changes.into_iter().map(|change| change.seq).collect::<Vec<_>>()
    };
    assert_eq!(page(None, 2), [5, 4]);
    assert_eq!(page(Some(4), 2), [2, 1]);
    assert_eq!(page(Some(1), 2), [0_i64; 0]);
    assert_eq!(page(None, usize::MAX), [5, 4, 2, 1]);
    assert_eq!(page(None, 0), [0_i64; 0]);
}

#[test]
fn a_change_that_changes_nothing_is_not_written() {
    let cases: &[(&str, NewChange)] = &[
        ("the same text", set("n1", "name", "Northgate")),
        ("the same keys in another order", set("n2", "quorum", json!({"b": 2, "a": 1}))),
        ("clearing what was never set", clear("n3", "form")),
        ("clearing what is cleared", clear("n4", "cleared")),
        (
            "the same text, naming what it replaces",
            NewChange { replaces: Some(vec![change("c1")]), ..set("n5", "name", "Northgate") },
        ),
    ];
    let mut store = Store::in_memory().unwrap();
    let id = formation("baker");
    let quorum = json!({"a": 1, "b": 2});
    let first = [set("c1", "name", "Northgate"), set("c2", "quorum", quorum), set("c3", "cleared", 1)];
    store.append(&id, &act("a1", 1), &first).unwrap();
    store.append(&id, &act("a2", 2), &[clear("c4", "cleared")]).unwrap();
    for (name, new) in cases {
        assert_eq!(store.append(&id, &act("a3", 3), std::slice::from_ref(new)).unwrap(), [], "{name}");
    }
    assert_eq!(history(&store, &id).len(), 4);
    assert_eq!(store.formations().unwrap()[0].changed, 2, "an act without effect leaves no time");
    // A formation about which nothing was said does not come to be.
    assert_eq!(store.append(&formation("nobody"), &act("a4", 4), &[clear("n6", "name")]).unwrap(), []);
    assert_eq!(ids(&store), ["baker"]);
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 4 });
}

#[test]
fn a_formation_is_there_as_long_as_a_field_holds_a_value() {
    let mut store = Store::in_memory().unwrap();
    let id = formation("baker");
    store.append(&id, &act("a1", 1), &[set("c1", "name", "Northgate"), set("c2", "form", "clg")]).unwrap();
    store.append(&id, &act("a2", 2), &[clear("c3", "name")]).unwrap();
    assert_eq!(ids(&store), ["baker"]);
    store.append(&id, &act("a3", 3), &[clear("c4", "form")]).unwrap();
    assert_eq!(ids(&store), [""; 0]);
    assert_eq!(history(&store, &id).len(), 4, "removing forgets nothing");
    store.append(&id, &act("a4", 4), &[set("c5", "form", "clg")]).unwrap();
    assert_eq!(ids(&store), ["baker"]);
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 5 });
}

#[test]
fn one_bad_change_and_nothing_of_its_act_is_written() {
    let deep = (0..65).fold(json!(1), |inner, _| json!([inner]));
    let replacing = |id: &str, replaced: &str| NewChange {
        replaces: Some(vec![change(replaced)]),
        ..set(id, "name", "Other")
    };
    let cases: &[(&str, NewChange, ChangeFault)] = &[
        ("an id of the log", set("c1", "name", "Other"), ChangeFault::Repeated),
        ("an id of another formation", set("c3", "name", "Other"), ChangeFault::Repeated),
        ("an id of the same act", set("n1", "name", "Other"), ChangeFault::Repeated),
        ("replacing nothing known", replacing("n2", "x"), ChangeFault::ReplacesUnknown(change("x"))),
        ("replacing itself", replacing("n2", "n2"), ChangeFault::ReplacesUnknown(change("n2"))),
        ("replacing another field", replacing("n2", "c2"), ChangeFault::ReplacesOther(change("c2"))),
        ("replacing another formation's", replacing("n2", "c3"), ChangeFault::ReplacesOther(change("c3"))),
        ("a value nested too deeply", set("n2", "name", deep), ChangeFault::TooDeep),
    ];
    let mut store = Store::in_memory().unwrap();
    fill(&mut store);
    for id in [formation("baker"), formation("newcomer")] {
        let before = (store.formations().unwrap(), store.fields(&id).unwrap(), history(&store, &id));
        for (name, bad, expected) in cases {
            if id.as_str() == "newcomer" && matches!(expected, ChangeFault::ReplacesOther(_)) {
                continue;
            }
            let changes = [set("n1", "purpose", "Bread"), bad.clone(), set("n9", "town", "Halifax")];
            match store.append(&id, &act("a9", 90), &changes) {
                Err(StoreError::BadChange { change, fault }) => {
                    assert_eq!((&change, &fault), (&bad.id, expected), "{name}");
                }
                other => panic!("{name}: {other:?}"),
            }
            let after = (store.formations().unwrap(), store.fields(&id).unwrap(), history(&store, &id));
            assert_eq!(before, after, "{name}");
        }
    }
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 6 });
}

#[test]
fn changes_that_do_not_know_of_each_other_stand_side_by_side_until_one_replaces_both() {
    let mut store = Store::in_memory().unwrap();
    let id = formation("baker");
    let apart = |id: &str, value: Option<Json>| NewChange {
        id: change(id),
        field: path("name"),
        value,
        replaces: Some(vec![change("c1")]),
    };
    store.append(&id, &act("a1", 1), &[set("c1", "name", "Northgate")]).unwrap();
    store.append(&id, &act("a2", 2), &[apart("c4", Some(json!("Bakers")))]).unwrap();
    store.append(&id, &act("a3", 3), &[apart("c3", Some(json!("Bread")))]).unwrap();
    store.append(&id, &act("a4", 4), &[apart("c5", None)]).unwrap();
    let newest = |store: &Store| {
        let newest = store.newest(&id, &path("name")).unwrap();
        newest.into_iter().map(|one| one.id.into_string()).collect::<Vec<_>>()
    };
    assert_eq!(newest(&store), ["c3", "c4", "c5"]);
    // The same on every copy, whichever came first: words before their absence, then the greater id.
    assert_eq!(store.field(&id, &path("name")).unwrap(), Some(json!("Bakers")));
    assert_eq!(store.fields(&id).unwrap()[&path("name")], json!("Bakers"));
    assert_eq!(store.field_of_all(&path("name")).unwrap()[&id], json!("Bakers"));
    // Saying again what is shown is a decision here.
    let written = store.append(&id, &act("a5", 5), &[set("c6", "name", "Bakers")]).unwrap();
    assert_eq!(written[0].replaces, [change("c3"), change("c4"), change("c5")]);
    assert_eq!(newest(&store), ["c6"]);
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 5 });
}

#[test]
fn order_goes_by_the_log_and_not_by_the_clock() {
    let mut store = Store::in_memory().unwrap();
    for (place, at) in [1_000, 2_000, -3_600_000, i64::MAX, 0].into_iter().enumerate() {
        let (id, change) = (formation(&format!("f{place}")), format!("c{place}"));
        store.append(&id, &act("a", at), &[set(&change, "name", place)]).unwrap();
    }
    assert_eq!(ids(&store), ["f4", "f3", "f2", "f1", "f0"]);
    store.append(&formation("f1"), &act("b", i64::MIN), &[set("late", "name", "late")]).unwrap();
    assert_eq!(ids(&store), ["f1", "f4", "f3", "f2", "f0"]);
    assert_eq!(store.field(&formation("f1"), &path("name")).unwrap(), Some(json!("late")));
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 6 });
}
