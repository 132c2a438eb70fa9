//! Joining copies: whatever their histories, and in whatever order they meet, they end the same.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use store::{ActId, ChainState, Change, ChangeFault, FieldPath, NewChange, Salt, Store, StoreError, come_to};

use crate::support::{act, change, clear, fill, formation, path, set};

const FIELDS: [&str; 3] = ["name", "town", "person/asha"];

/// What happens to one of the copies.
#[derive(Debug, Clone)]
enum Step {
    Set(usize, usize, Option<i64>),
    Undo(usize),
    Join(usize, usize),
}

fn steps(copies: usize) -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => (0..copies, 0..FIELDS.len(), prop::option::weighted(0.8, 0..3_i64))
            .prop_map(|(copy, field, value)| Step::Set(copy, field, value)),
        1 => (0..copies).prop_map(Step::Undo),
        2 => (0..copies, 0..copies).prop_map(|(to, from)| Step::Join(to, from)),
    ];
    prop::collection::vec(step, 0..20)
}

fn log(store: &Store) -> Vec<Change> {
    let mut log = store.history(&formation("baker"), None, usize::MAX).unwrap();
    log.reverse();
    log
}

fn join(to: &mut Store, log: &[Change]) -> usize {
    to.receive(&formation("baker"), log, &Salt::new("secret")).unwrap().len()
}

fn run(copies: usize, steps: &[Step]) -> Vec<Store> {
    let id = formation("baker");
    let mut stores: Vec<_> = (0..copies).map(|_| Store::in_memory().unwrap()).collect();
    for (number, step) in steps.iter().enumerate() {
        match step {
            Step::Set(copy, field, value) => {
                let new = NewChange {
                    id: change(&format!("c{number}")),
                    field: path(FIELDS[*field]),
                    value: value.map(Json::from),
                    replaces: None,
                };
                stores[*copy].append(&id, &act(&format!("a{number}"), number as i64), &[new]).unwrap();
            }
            Step::Undo(copy) => {
                let Some(next) = stores[*copy].undoing(&id, &[]).unwrap() else { continue };
                let mut act = act(&format!("a{number}"), number as i64);
                act.reverts = Some(next.act);
                let (field, value) = next.fields.into_iter().next().unwrap();
                let new = NewChange { id: change(&format!("c{number}")), field, value, replaces: None };
                stores[*copy].append(&id, &act, &[new]).unwrap();
            }
            Step::Join(to, from) if to != from => {
                let log = log(&stores[*from]);
                join(&mut stores[*to], &log);
            }
            Step::Join(..) => {}
        }
    }
    stores
}

/// What must be the same on every copy: the changes, not their places; the values; what they disagree on.
type Essence = (BTreeMap<String, Change>, BTreeMap<String, Json>, BTreeMap<String, Vec<String>>);

fn essence(store: &Store) -> Essence {
    let id = formation("baker");
    let changes = log(store)
        .into_iter()
        .map(|change| (change.id.to_string(), Change { seq: 0, received: false, ..change }))
        .collect();
    let fields =
        store.fields(&id).unwrap().into_iter().map(|(field, value)| (field.to_string(), value)).collect();
    let conflicts = store.conflicts(&id).unwrap().into_iter().map(|(field, changes)| {
        (field.to_string(), changes.into_iter().map(|change| change.id.to_string()).collect())
    });
    (changes, fields, conflicts.collect())
}

/// Joins the logs in an order into a fresh copy.
fn joined(logs: &[Vec<Change>], order: &[usize]) -> Store {
    let mut store = Store::in_memory().unwrap();
    for place in order {
        join(&mut store, &logs[*place]);
    }
    store
}

/// How many random histories to join: `make test` asks for 10,000.
fn cases() -> u32 {
    std::env::var("HISTORIES").map_or(1_000, |cases| cases.parse().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_any_number_of_copies_ends_the_same(
        (copies, steps) in (2..5_usize).prop_flat_map(|copies| (Just(copies), steps(copies))),
        order in Just((0..4_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let mut stores = run(copies, &steps);
        let logs: Vec<_> = stores.iter().map(log).collect();
        let order: Vec<_> = order.into_iter().filter(|place| *place < copies).collect();
        let forward: Vec<_> = (0..copies).collect();
        let expected = essence(&joined(&logs, &forward));
        // In another order and in other steps: A + (B + C) instead of (A + B) + C.
        let rest = log(&joined(&logs, &order[1..]));
        prop_assert_eq!(&essence(&joined(&[logs[order[0]].clone(), rest], &[0, 1])), &expected);
        // A copy that has its own history ends where a fresh one does.
        for log in &logs {
            join(&mut stores[0], log);
        }
        prop_assert_eq!(&essence(&stores[0]), &expected, "into a copy");
        for log in &logs {
            prop_assert_eq!(join(&mut stores[0], log), 0, "taking in again changes something");
        }
        let ChainState::Whole { .. } = stores[0].verify_chain().unwrap() else { panic!("the chain broke") };
        // Without a store it comes to the same.
        for (store, log) in stores.iter().zip(&logs) {
            prop_assert_eq!(worked_out(log).unwrap(), joined(std::slice::from_ref(log), &[0]).fields(&formation("baker")).unwrap());
            let log = self::log(store);
            prop_assert_eq!(worked_out(&log).unwrap(), store.fields(&formation("baker")).unwrap());
        }
        // Nobody's words are gone.
        for change in logs.iter().flatten() {
            prop_assert!(expected.0.contains_key(change.id.as_str()));
        }
    }
}

/// What changes come to without a store.
fn worked_out(log: &[Change]) -> Result<BTreeMap<FieldPath, Json>, StoreError> {
    let fields = come_to(log)?.into_iter();
    Ok(fields.map(|(field, value)| (field.clone(), value.clone())).collect())
}

/// Changes that anybody might have made up: few ids, so that they come twice and replace each other at random.
fn made_up() -> impl Strategy<Value = Vec<Change>> {
    let one = (
        0..8_usize,
        0..FIELDS.len(),
        prop::option::weighted(0.7, 0..2_i64),
        prop::collection::btree_set(0..8_usize, 0..3),
    );
    let one = one.prop_map(|(id, field, value, replaces)| Change {
        seq: 0,
        id: change(&format!("c{id}")),
        act: ActId::new("a").unwrap(),
        formation: formation("baker"),
        field: path(FIELDS[field]),
        value: value.map(Json::from),
        author: String::new(),
        at: 0,
        replaces: replaces.into_iter().map(|id| change(&format!("c{id}"))).collect(),
        reverts: None,
        received: true,
        erased: false,
    });
    prop::collection::vec(one, 0..10)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_worked_out_without_a_store_is_what_a_store_comes_to(changes in made_up()) {
        let mut store = Store::in_memory().unwrap();
        let taken_in = store.receive(&formation("baker"), &changes, &Salt::new("secret"));
        match (taken_in, worked_out(&changes)) {
            (Ok(_), Ok(fields)) => prop_assert_eq!(fields, store.fields(&formation("baker")).unwrap()),
            (Err(one), Err(other)) => prop_assert_eq!(one.to_string(), other.to_string()),
            (one, other) => prop_assert!(false, "{:?}, {:?}", one, other),
        }
    }
}

#[test]
fn what_two_people_did_apart_joins_and_what_they_disagree_on_stays_until_settled() {
    let id = formation("baker");
    let mut one = Store::in_memory().unwrap();
    fill(&mut one);
    let mut other = Store::in_memory().unwrap();
    join(&mut other, &log(&one));
    one.append(
        &id,
        &act("b1", 1),
        &[set("o1", "name", "North"), set("o2", "town", "Leeds"), set("o3", "sum", 1)],
    )
    .unwrap();
    other
        .append(
            &id,
            &act("b2", 2),
            &[set("p1", "name", "South"), set("p2", "year", 2026), set("p3", "sum", 1)],
        )
        .unwrap();
    join(&mut one, &log(&other));
    let fields = one.fields(&id).unwrap();
    assert_eq!(fields[&path("town")], json!("Leeds"));
    assert_eq!(fields[&path("year")], json!(2026));
    assert_eq!(fields[&path("sum")], json!(1), "both said the same");
    let conflicts = one.conflicts(&id).unwrap();
    assert_eq!(conflicts.keys().map(|field| field.as_str()).collect::<Vec<_>>(), ["name"]);
    let said: Vec<_> = conflicts[&path("name")].iter().map(|one| one.value.clone().unwrap()).collect();
    assert_eq!(said, [json!("North"), json!("South")]);

    // Saying what is shown already settles it, and the other copy hears of it.
    one.append(&id, &act("b3", 3), &[set("q1", "name", "South")]).unwrap();
    assert!(one.conflicts(&id).unwrap().is_empty());
    join(&mut other, &log(&one));
    assert!(other.conflicts(&id).unwrap().is_empty());
    assert_eq!(essence(&one), essence(&other));
}

#[test]
fn changes_that_cannot_be_another_copys_are_refused_whole() {
    let id = formation("baker");
    let good = {
        let mut store = Store::in_memory().unwrap();
        fill(&mut store);
        log(&store)
    };
    let with = |alter: fn(&mut Change)| {
        let mut log = good.clone();
        alter(&mut log[2]);
        log
    };
    let cases: Vec<(&str, Vec<Change>, Option<ChangeFault>)> = vec![
        ("as it is", good.clone(), None),
        ("other value", with(|change| change.value = Some(json!("x"))), Some(ChangeFault::Differs)),
        ("other author", with(|change| change.author = "Bob".to_owned()), Some(ChangeFault::Differs)),
        ("other time", with(|change| change.at += 1), Some(ChangeFault::Differs)),
        ("other act", with(|change| change.act = ActId::new("x").unwrap()), Some(ChangeFault::Differs)),
        ("other field", with(|change| change.field = path("x")), Some(ChangeFault::Differs)),
        ("replaces nothing", with(|change| change.replaces.clear()), Some(ChangeFault::Differs)),
        (
            "other formation",
            with(|change| change.formation = formation("x")),
            Some(ChangeFault::OtherFormation),
        ),
        (
            "replaces another field's",
            with(|one| {
                one.id = change("new");
                one.field = path("form");
            }),
            Some(ChangeFault::ReplacesOther(change("c1"))),
        ),
    ];
    for (name, log_in, fault) in cases {
        let mut store = Store::in_memory().unwrap();
        fill(&mut store);
        let mut log_in = log_in;
        // Something new before it: it must not stay when what follows is refused.
        let first =
            Change { id: change("first"), field: path("first"), replaces: Vec::new(), ..good[0].clone() };
        log_in.insert(0, first);
        let before = essence(&store);
        match (store.receive(&id, &log_in, &Salt::new("s")), fault) {
            (Ok(new), None) => assert_eq!(new.len(), 1, "{name}"),
            (Err(StoreError::BadChange { fault, .. }), Some(expected)) => {
                assert_eq!(fault, expected, "{name}");
                assert_eq!(essence(&store), before, "{name}: something was taken in");
            }
            (other, _) => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn a_bomb_of_conflicts_is_taken_in_and_settled() {
    let id = formation("baker");
    let copies: Vec<_> = (0..2)
        .map(|copy| {
            let mut store = Store::in_memory().unwrap();
            let changes: Vec<_> = (0..2_000)
                .map(|number| {
                    set(&format!("{copy}-{number}"), &format!("field/{number}"), copy * 10_000 + number)
                })
                .collect();
            store.append(&id, &act(&format!("a{copy}"), 1), &changes).unwrap();
            store
        })
        .collect();
    let mut store = Store::in_memory().unwrap();
    for _ in 0..10 {
        for copy in &copies {
            join(&mut store, &log(copy));
        }
    }
    assert_eq!(log(&store).len(), 4_000);
    assert_eq!(store.conflicts(&id).unwrap().len(), 2_000);
    store.append(&id, &act("settle", 2), &[clear("settled", "field/7")]).unwrap();
    assert_eq!(store.conflicts(&id).unwrap().len(), 1_999);
}

#[test]
fn what_was_replaced_before_it_came_is_not_newest_whatever_the_order() {
    let id = formation("baker");
    let mut one = Store::in_memory().unwrap();
    fill(&mut one);
    let mut other = Store::in_memory().unwrap();
    join(&mut other, &log(&one));
    other.append(&id, &act("b", 9), &[set("new", "name", "South")]).unwrap();
    // Here the name is erased; then the other copy's newer word for it comes in.
    one.erase(&id, store::Erasing::Field(&path("name"))).unwrap();
    join(&mut one, &log(&other));
    assert_eq!(one.field(&id, &path("name")).unwrap(), Some(json!("South")));
    let (with_gap, whole) = (log(&one), log(&other));
    assert!(with_gap.iter().any(|change| change.erased));
    for logs in [[&with_gap, &whole], [&whole, &with_gap]] {
        let mut fresh = Store::in_memory().unwrap();
        for log in logs {
            join(&mut fresh, log);
            assert_eq!(fresh.field(&id, &path("name")).unwrap(), Some(json!("South")));
            assert!(fresh.conflicts(&id).unwrap().is_empty());
            let ChainState::Whole { .. } = fresh.verify_chain().unwrap() else { panic!("the chain broke") };
        }
        let last = fresh.history(&id, None, 1).unwrap()[0].seq;
        assert_eq!(fresh.fields_at(&id, last).unwrap(), fresh.fields(&id).unwrap());
        assert_eq!(essence(&fresh), essence(&other));
    }
}

#[test]
fn many_formations_are_taken_in_together_or_not_at_all() {
    let mut from = Store::in_memory().unwrap();
    fill(&mut from);
    let copies = |store: &Store| {
        ["baker", "carer"].map(|id| {
            let mut changes = store.history(&formation(id), None, usize::MAX).unwrap();
            changes.reverse();
            (formation(id), changes)
        })
    };
    let essence = |store: &Store| (essence(store), store.fields(&formation("carer")).unwrap());
    let mut store = Store::in_memory().unwrap();
    let mut bad = copies(&from);
    bad[1].1[1].id = change("c3");
    assert!(store.receive_all(bad, &Salt::new("s")).is_err());
    assert_eq!((store.length().unwrap(), store.formations().unwrap()), (0, Vec::new()));
    assert_eq!(store.receive_all(copies(&from), &Salt::new("s")).unwrap(), 6);
    assert_eq!(essence(&store), essence(&from));
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 6 });
    // One that is known, one that was erased whole, and of which no line is to be there.
    let mut erased = copies(&from);
    erased[1].0 = formation("other");
    erased[1].1.iter_mut().for_each(|change| change.erased = true);
    assert_eq!(store.receive_all(erased, &Salt::new("s")).unwrap(), 0);
    assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: 6 });
}
