//! Any sequence of acts: the current values are a fold over the log.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use store::{ChainState, Change, FieldPath, FormationId, NewChange, Store, StoreError};

use crate::support::{Place, act, change, formation, path};

const FORMATIONS: [&str; 3] = ["baker", "carer", "grower"];
const FIELDS: [&str; 4] = ["name", "form", "person/asha", "accepted/name/x"];

/// One change of an act, by places in the lists above.
#[derive(Debug, Clone)]
struct Step {
    field: usize,
    value: Option<Json>,
    /// When some: places among the changes written before, for a change that says itself what it replaces.
    replaces: Option<Vec<prop::sample::Index>>,
}

fn value() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        3 => (0..3_i64).prop_map(|number| json!(number)),
        1 => any::<f64>().prop_filter("finite", |number| number.is_finite()).prop_map(|number| json!(number)),
        1 => any::<String>().prop_map(Json::from),
        1 => Just(Json::Null),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Json::from),
            prop::collection::btree_map("[a-c]", inner, 0..3)
                .prop_map(|map| Json::Object(map.into_iter().rev().collect())),
        ]
    })
}

fn step() -> impl Strategy<Value = Step> {
    let replaces = prop::option::weighted(0.2, prop::collection::vec(any::<prop::sample::Index>(), 0..3));
    (0..FIELDS.len(), prop::option::weighted(0.8, value()), replaces)
        .prop_map(|(field, value, replaces)| Step { field, value, replaces })
}

fn acts() -> impl Strategy<Value = Vec<(usize, Vec<Step>)>> {
    prop::collection::vec((0..FORMATIONS.len(), prop::collection::vec(step(), 0..5)), 0..25)
}

/// What the log says of a formation: of each field, the changes that no other replaces.
fn fold(history: &[Change]) -> BTreeMap<FieldPath, BTreeMap<String, Option<Json>>> {
    let replaced: BTreeSet<_> = history.iter().flat_map(|change| &change.replaces).collect();
    let mut fields: BTreeMap<FieldPath, BTreeMap<String, Option<Json>>> = BTreeMap::new();
    for change in history.iter().filter(|change| !replaced.contains(&change.id)) {
        let newest = fields.entry(change.field.clone()).or_default();
        newest.insert(change.id.to_string(), change.value.clone());
    }
    fields
}

fn compare(store: &Store, written: &BTreeMap<FormationId, Vec<Change>>) -> Result<(), TestCaseError> {
    let mut listed = BTreeSet::new();
    for id in FORMATIONS.map(formation) {
        let mut history = store.history(&id, None, usize::MAX).unwrap();
        history.reverse();
        prop_assert_eq!(
            &history,
            &written.get(&id).cloned().unwrap_or_default(),
            "what was acknowledged is there"
        );
        let folded = fold(&history);
        let mut shown = BTreeMap::new();
        for (field, newest) in &folded {
            let ids: Vec<_> = newest.keys().cloned().collect();
            let read = store.newest(&id, field).unwrap();
            prop_assert_eq!(ids, read.iter().map(|one| one.id.to_string()).collect::<Vec<_>>());
            if let Some(value) = newest.values().rev().flatten().next() {
                shown.insert(field.clone(), value.clone());
            }
        }
        prop_assert_eq!(&store.fields(&id).unwrap(), &shown);
        for field in FIELDS.map(path) {
            let value = shown.get(&field).cloned();
            prop_assert_eq!(&store.field(&id, &field).unwrap(), &value);
            prop_assert_eq!(store.field_of_all(&field).unwrap().remove(&id), value);
        }
        if !shown.is_empty() {
            listed.insert(id);
        }
    }
    let formations = store.formations().unwrap();
    prop_assert_eq!(formations.len(), listed.len());
    prop_assert_eq!(formations.into_iter().map(|row| row.id).collect::<BTreeSet<_>>(), listed);
    let changes = written.values().map(Vec::len).sum::<usize>();
    prop_assert_eq!(store.verify_chain().unwrap(), ChainState::Whole { changes: changes as i64 });
    Ok(())
}

/// Runs the acts and returns what the store acknowledged.
fn run(
    store: &mut Store,
    acts: &[(usize, Vec<Step>)],
) -> Result<BTreeMap<FormationId, Vec<Change>>, TestCaseError> {
    let mut written: BTreeMap<FormationId, Vec<Change>> = BTreeMap::new();
    for (number, (place, steps)) in acts.iter().enumerate() {
        let id = formation(FORMATIONS[*place]);
        let known = written.entry(id.clone()).or_default();
        let changes: Vec<_> = steps
            .iter()
            .enumerate()
            .map(|(step_number, step)| NewChange {
                id: change(&format!("c{number}-{step_number}")),
                field: path(FIELDS[step.field]),
                value: step.value.clone(),
                replaces: step.replaces.as_ref().map(|places| {
                    let pick = |place: &prop::sample::Index| known[place.index(known.len())].id.clone();
                    if known.is_empty() { Vec::new() } else { places.iter().map(pick).collect() }
                }),
            })
            .collect();
        match store.append(&id, &act(&format!("a{number}"), number as i64), &changes) {
            Ok(acknowledged) => known.extend(acknowledged),
            // A change that would replace another field's: the whole act is gone.
            Err(StoreError::BadChange { .. }) => {}
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        }
    }
    Ok(written)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn current_values_are_a_fold_over_the_log(acts in acts()) {
        let mut store = Store::in_memory().unwrap();
        let written = run(&mut store, &acts)?;
        compare(&store, &written)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn so_they_are_after_opening_again(acts in acts()) {
        let place = Place::new();
        let written = run(&mut place.open(), &acts)?;
        compare(&place.open(), &written)?;
    }
}
