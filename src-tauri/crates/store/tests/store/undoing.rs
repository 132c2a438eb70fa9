//! Undoing, doing again, and the state at a moment, against a model that keeps every state.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use store::{Act, ActId, FieldPath, NewChange, Salt, Store};

use crate::support::{Place, change, formation, path};

const FIELDS: [&str; 3] = ["name", "town", "person/asha"];

#[derive(Debug, Clone)]
enum Step {
    Set(Vec<(usize, Option<i64>)>),
    Undo,
    Redo,
    /// Another copy sets a field, and its change comes in.
    Receive(usize, i64),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let set = (0..FIELDS.len(), prop::option::weighted(0.8, 0..4_i64));
    prop_oneof![
        4 => prop::collection::vec(set, 1..4).prop_map(Step::Set),
        4 => Just(Step::Undo),
        3 => Just(Step::Redo),
        1 => (0..FIELDS.len(), 10..14_i64).prop_map(|(field, value)| Step::Receive(field, value)),
        1 => Just(Step::Reopen),
    ]
}

type State = BTreeMap<FieldPath, Json>;

/// A field's value before and after.
type Done = (FieldPath, Option<Json>, Option<Json>);

/// What undo and redo must come to, kept the simple way: the acts' own before and after.
#[derive(Default)]
struct Model {
    state: State,
    undo: Vec<Vec<Done>>,
    redo: Vec<Vec<Done>>,
}

impl Model {
    fn put(&mut self, field: &FieldPath, value: Option<&Json>) {
        match value {
            Some(value) => self.state.insert(field.clone(), value.clone()),
            None => self.state.remove(field),
        };
    }
}

fn act(number: usize, reverts: Option<ActId>) -> Act {
    Act {
        id: ActId::new(format!("a{number}")).unwrap(),
        author: "Asha".to_owned(),
        // The clock runs backward: nothing may go by it.
        at: -(number as i64),
        salt: Salt::new(format!("salt {number}")),
        reverts,
    }
}

fn write(
    store: &mut Store,
    number: usize,
    reverts: Option<ActId>,
    fields: &[(FieldPath, Option<Json>)],
) -> usize {
    let changes: Vec<_> = fields
        .iter()
        .enumerate()
        .map(|(place, (field, value))| NewChange {
            id: change(&format!("c{number}-{place}")),
            field: field.clone(),
            value: value.clone(),
            replaces: None,
        })
        .collect();
    store.append(&formation("baker"), &act(number, reverts), &changes).unwrap().len()
}

/// Runs the steps without another copy's: then undo and redo must follow the model to the letter.
fn follow(steps: &[Step], reopen: impl Fn(Store) -> Store, mut store: Store) -> Result<(), TestCaseError> {
    let id = formation("baker");
    let mut model = Model::default();
    let mut moments = Vec::new();
    for (number, step) in steps.iter().enumerate() {
        match step {
            Step::Set(sets) => {
                // One value for each field of an act.
                let fields: BTreeMap<_, _> =
                    sets.iter().map(|(field, value)| (path(FIELDS[*field]), value.map(Json::from))).collect();
                let fields: Vec<_> = fields.into_iter().collect();
                let mut done = Vec::new();
                for (field, value) in &fields {
                    let before = model.state.get(field).cloned();
                    if &before != value {
                        done.push((field.clone(), before, value.clone()));
                        model.put(field, value.as_ref());
                    }
                }
                let written = write(&mut store, number, None, &fields);
                // Clearing what never was is written the first time: it changes no value, and undoes to none.
                prop_assert!(written >= done.len());
                if !done.is_empty() {
                    model.undo.push(done);
                    model.redo.clear();
                } else if written > 0 {
                    model.redo.clear();
                }
            }
            Step::Undo | Step::Redo => {
                let (next, done) = match step {
                    Step::Undo => (store.undoing(&id, &[]).unwrap(), model.undo.pop()),
                    _ => (store.redoing(&id, &[]).unwrap(), model.redo.pop()),
                };
                prop_assert_eq!(next.is_some(), done.is_some(), "at {}", number);
                let (Some(next), Some(done)) = (next, done) else { continue };
                write(&mut store, number, Some(next.act), &next.fields);
                let back: Vec<_> =
                    done.into_iter().map(|(field, before, after)| (field, after, before)).collect();
                back.iter().for_each(|(field, _, value)| model.put(field, value.as_ref()));
                match step {
                    Step::Undo => model.redo.push(back),
                    _ => model.undo.push(back),
                }
            }
            Step::Receive(..) => {}
            Step::Reopen => store = reopen(store),
        }
        prop_assert_eq!(&store.fields(&id).unwrap(), &model.state, "after step {}", number);
        let newest = store.history(&id, None, 1).unwrap();
        moments.push((newest.first().map_or(0, |change| change.seq), model.state.clone()));
    }
    for (seq, state) in moments {
        prop_assert_eq!(&store.fields_at(&id, seq).unwrap(), &state, "at the moment {}", seq);
    }
    Ok(())
}

/// With other copies' changes in between: what they set is never undone.
fn with_others(steps: &[Step]) -> Result<(), TestCaseError> {
    let id = formation("baker");
    let mut store = Store::in_memory().unwrap();
    for (number, step) in steps.iter().enumerate() {
        match step {
            Step::Set(sets) => {
                let fields: Vec<_> =
                    sets.iter().map(|(field, value)| (path(FIELDS[*field]), value.map(Json::from))).collect();
                write(&mut store, number, None, &fields[..1]);
            }
            Step::Receive(field, value) => {
                let field = path(FIELDS[*field]);
                let newest = store.newest(&id, &field).unwrap();
                let received = store::Change {
                    seq: 0,
                    id: change(&format!("r{number}")),
                    act: ActId::new(format!("r{number}")).unwrap(),
                    formation: id.clone(),
                    field,
                    value: Some(json!(value)),
                    author: "Bea".to_owned(),
                    at: 0,
                    replaces: newest.into_iter().map(|one| one.id).collect(),
                    reverts: None,
                    received: false,
                    erased: false,
                };
                store.receive(&id, &[received], &Salt::new("secret")).unwrap();
            }
            Step::Undo | Step::Redo => {
                let next = match step {
                    Step::Undo => store.undoing(&id, &[]).unwrap(),
                    _ => store.redoing(&id, &[]).unwrap(),
                };
                let Some(next) = next else { continue };
                for (field, _) in &next.fields {
                    let newest = store.newest(&id, field).unwrap();
                    prop_assert!(newest.len() == 1 && !newest[0].received, "undoes what another copy did");
                }
                let before = store.history(&id, None, usize::MAX).unwrap();
                let written = write(&mut store, number, Some(next.act), &next.fields);
                prop_assert_eq!(written, next.fields.len());
                let after = store.history(&id, None, usize::MAX).unwrap();
                prop_assert_eq!(&after[written..], &before[..], "the history only grows");
            }
            Step::Reopen => {}
        }
    }
    // Undoing comes to an end, and what other copies set last still stands.
    for number in steps.len().. {
        let Some(next) = store.undoing(&id, &[]).unwrap() else { break };
        prop_assert!(number < 3 * steps.len() + 3, "undoing goes in circles");
        write(&mut store, number, Some(next.act), &next.fields);
    }
    Ok(())
}

fn cases() -> u32 {
    std::env::var("HISTORIES").map_or(500, |cases| cases.parse().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_redo_follow_the_acts(steps in prop::collection::vec(step(), 0..25)) {
        follow(&steps, |store| store, Store::in_memory().unwrap())?;
    }

    #[test]
    fn what_another_copy_did_is_not_undone(steps in prop::collection::vec(step(), 0..25)) {
        with_others(&steps)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn also_across_restarts(steps in prop::collection::vec(step(), 0..25)) {
        let place = Place::new();
        let reopen = |store: Store| { drop(store); place.open() };
        follow(&steps, reopen, place.open())?;
    }

    #[test]
    fn also_in_an_encrypted_store(steps in prop::collection::vec(step(), 0..25)) {
        let place = Place::encrypted();
        let reopen = |store: Store| { drop(store); place.open() };
        follow(&steps, reopen, place.open())?;
    }
}

/// An act with a way back of its own is neither undone nor done again, and what is older can still be undone.
#[test]
fn acts_that_are_passed_over_do_not_stand_before_older_ones() {
    let id = formation("baker");
    let mut store = Store::in_memory().unwrap();
    write(&mut store, 1, None, &[(path("name"), Some(json!("Northgate")))]);
    write(&mut store, 2, None, &[(path("removed"), Some(json!(true)))]);
    write(&mut store, 3, None, &[(path("removed"), None)]);
    let next = store.undoing(&id, &["removed"]).unwrap().unwrap();
    assert_eq!((next.act.as_str(), next.fields), ("a1", vec![(path("name"), None)]));
    assert_eq!(store.undoing(&id, &[]).unwrap().unwrap().act.as_str(), "a3", "otherwise it is the latest");
    // Where an earlier version of the app undid one, doing it again passes over it as well.
    let next = store.undoing(&id, &[]).unwrap().unwrap();
    write(&mut store, 4, Some(next.act), &next.fields);
    assert!(store.redoing(&id, &[]).unwrap().is_some());
    assert_eq!(store.redoing(&id, &["removed"]).unwrap(), None);
}
