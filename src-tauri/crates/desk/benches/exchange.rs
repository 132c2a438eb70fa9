//! How long it takes to take in a file of five megabytes, with its words and without.

// Criterion's macros write undocumented functions; a benchmark of a failure is worthless.
#![allow(missing_docs, clippy::expect_used)]

use std::cell::Cell;
use std::path::Path;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use desk::exchange::{Coop, ExportKind};
use desk::{Answer, Begin, Desk, Host, Places};

/// As large as a file is to be.
const BYTES: usize = 5_000_000;

/// A computer without a clock, on which every id is new.
struct Computer(&'static str, Cell<u64>);

impl Host for Computer {
    fn today(&self) -> jiff::civil::Date {
        jiff::civil::date(2026, 11, 25)
    }

    fn now_ms(&self) -> i64 {
        1_764_000_000_000
    }

    fn time_of_day(&self) -> String {
        String::new()
    }

    fn date_and_time(&self, ms: i64) -> String {
        ms.to_string()
    }

    fn new_id(&self) -> String {
        self.1.set(self.1.get() + 1);
        format!("{}-7f3c-4c62-9d53-{:012}", self.0, self.1.get())
    }
}

fn open(folder: &Path, name: &'static str) -> Desk {
    Desk::open(&Places { store: folder.to_owned() }, Box::new(Computer(name, Cell::new(0))))
        .expect("a new store")
}

/// A co-op with a history that fills the file: one answer changed again and again.
fn filled(desk: &mut Desk) -> String {
    let begin = Begin {
        coop_type: "worker".to_owned(),
        form: "clg".to_owned(),
        nation: "england".to_owned(),
        name: "Northgate".to_owned(),
    };
    let id = desk.begin(&begin).expect("a co-op");
    for number in 0..BYTES / 2_300 {
        let value = Some(format!("{number}: {}", "bread for Halifax ".repeat(110)).into());
        let answer = Answer { value, status: "agreed".to_owned(), reason: String::new() };
        desk.decide(&id, "purpose", &answer).expect("an answer");
    }
    id
}

fn taking_in(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = open(&folder.path().join("ours"), "5d1c7e0a");
    let id = filled(&mut desk);
    let file = folder.path().join("northgate.coop");
    let words = desk.export(&id, &file, ExportKind::Full).expect("a file").words.expect("its words");
    let coop = Coop::from_file(&file, Some(&words)).expect("a sound file");
    let bytes = coop.write();
    assert!((BYTES - BYTES / 10..BYTES + BYTES / 10).contains(&bytes.len()), "{} bytes", bytes.len());
    let mut group = criterion.benchmark_group("a .coop file of 5 MB");
    group.sample_size(10);
    group.bench_function("read and checked, its words apart", |b| {
        b.iter(|| Coop::read(&bytes).expect("a sound file"));
    });
    group.bench_function("opened with its words, read and checked", |b| {
        b.iter(|| Coop::from_file(&file, Some(&words)).expect("a sound file"));
    });
    let number = Cell::new(0);
    group.bench_function("taken in whole, with its words", |b| {
        let fresh = || {
            number.set(number.get() + 1);
            open(&folder.path().join(format!("theirs-{}", number.get())), "b7a4f4de")
        };
        b.iter_batched(
            fresh,
            |mut desk| desk.import(&file, Some(&words)).expect("it fits"),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, taking_in);
criterion_main!(benches);
