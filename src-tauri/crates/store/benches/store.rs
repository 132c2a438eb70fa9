//! What a person waits for: saving an answer, and the list of all formations.

// A bench that cannot set up has nothing to measure.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::json;
use store::{Act, ActId, ChangeId, FieldPath, FormationId, NewChange, Salt, Store};

const FORMATIONS: usize = 10_000;
const FIELDS: usize = 20;

fn act(number: usize) -> Act {
    Act {
        id: ActId::new(format!("5d1c7e0a-6b4f-4c62-9d53-{number:012}")).unwrap(),
        author: "Asha".to_owned(),
        at: 1_790_000_000_000 + number as i64,
        salt: Salt::new("a secret of this act"),
        reverts: None,
    }
}

fn formation(number: usize) -> FormationId {
    FormationId::new(format!("b7a4f4de-0c1d-4d55-8f0e-{number:012}")).unwrap()
}

fn path(number: usize) -> FieldPath {
    FieldPath::new(format!("decision/question-{number}")).unwrap()
}

fn set(number: usize, field: usize) -> NewChange {
    let id = ChangeId::new(format!("0e3f9d26-{field:04}-4a7b-8c11-{number:012}")).unwrap();
    NewChange::set(
        id,
        path(field),
        json!({"status": "agreed", "value": format!("Answer {number}"), "reason": null}),
    )
}

/// Fills a store: so many formations with so many fields each.
fn fill(store: &mut Store, formations: usize) {
    for number in 0..formations {
        let changes: Vec<_> = (0..FIELDS).map(|field| set(number, field)).collect();
        store.append(&formation(number), &act(number), &changes).unwrap();
    }
}

/// The time within which 95 of 100 commits are acknowledged: what a person waits for is no average.
fn acknowledging(_: &mut Criterion) {
    const COMMITS: usize = 2_000;
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("store"), None).unwrap();
    fill(&mut store, 100);
    let mut times: Vec<Duration> = (0..COMMITS)
        .map(|number| {
            let number = number + FORMATIONS;
            let changes = [set(number, 0)];
            let began = Instant::now();
            store.append(&formation(number % 100), &act(number), &changes).unwrap();
            began.elapsed()
        })
        .collect();
    times.sort();
    println!(
        "{COMMITS} commits, on disk: half within {:?}, p95 {:?}, longest {:?}",
        times[COMMITS / 2],
        times[COMMITS * 95 / 100],
        times[COMMITS - 1]
    );
}

fn appending(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("store"), None).unwrap();
    fill(&mut store, 100);
    let mut number = FORMATIONS;
    criterion.bench_function("save one answer, on disk", |bench| {
        bench.iter(|| {
            number += 1;
            store.append(&formation(number % 100), &act(number), &[set(number, 0)]).unwrap()
        });
    });
    criterion.bench_function("save 20 answers in one act, on disk", |bench| {
        bench.iter(|| {
            number += 1;
            let changes: Vec<_> = (0..FIELDS).map(|field| set(number, field)).collect();
            store.append(&formation(number % 100), &act(number), &changes).unwrap()
        });
    });
    let mut store = Store::in_memory().unwrap();
    fill(&mut store, 100);
    criterion.bench_function("save one answer, without a disk", |bench| {
        bench.iter(|| {
            number += 1;
            store.append(&formation(number % 100), &act(number), &[set(number, 0)]).unwrap()
        });
    });
}

fn list(store: &Store) -> usize {
    let rows = store.formations().unwrap().len();
    rows + (0..3).map(|field| store.field_of_all(&path(field)).unwrap().len()).sum::<usize>()
}

fn listing(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("store");
    let mut store = Store::open(&file, None).unwrap();
    fill(&mut store, FORMATIONS);
    assert_eq!(list(&store), 4 * FORMATIONS);
    criterion.bench_function("list 10,000 formations", |bench| {
        bench.iter(|| black_box(store.formations().unwrap()));
    });
    criterion.bench_function("list 10,000 formations with three fields of each", |bench| {
        bench.iter(|| black_box(list(&store)));
    });
    let id = formation(FORMATIONS / 2);
    criterion.bench_function("read the 20 fields of one formation", |bench| {
        bench.iter(|| black_box(store.fields(&id).unwrap()));
    });
    drop(store);
    criterion.bench_function("open a store of 200,000 changes, which is checked later", |bench| {
        bench.iter(|| open(&file));
    });
    let file = folder.path().join("short");
    fill(&mut open(&file), FORMATIONS / 10);
    criterion.bench_function("open a store of 20,000 changes, checked whole", |bench| {
        bench.iter(|| open(&file));
    });
}

fn open(file: &Path) -> Store {
    black_box(Store::open(file, None).unwrap())
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = acknowledging, appending, listing
}
criterion_main!(benches);
