//! How long the whole pack takes: every paper laid out, written and sealed.

// Criterion's macros write undocumented functions; a benchmark of a failure is worthless.
#![allow(missing_docs, clippy::expect_used)]

use criterion::{Criterion, criterion_group, criterion_main};
use desk::{Assets, PackKind, Stop, WorkedOut, examples, pack};
use formation::answers_file;

fn whole_pack(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("pack");
    group.sample_size(10);
    group.bench_function("read the texts and faces", |b| {
        b.iter(|| Assets::embedded().expect("sound texts"));
    });
    let assets = Assets::embedded().expect("sound texts");
    for name in ["northgate-bakers", "clyde-menders"] {
        let (_, text) = examples().into_iter().find(|(one, _)| *one == name).expect("an example");
        let formation = answers_file::read(&assets.library, text).expect("a sound example");
        let day = jiff::civil::date(2026, 11, 25);
        group.bench_function(format!("work out {name}"), |b| {
            b.iter(|| WorkedOut::new(&assets, formation.clone(), day).expect("a model"));
        });
        let worked_out = WorkedOut::new(&assets, formation.clone(), day).expect("a model");
        let papers =
            pack::make(&worked_out, PackKind::Final, &Stop::default()).expect("no blockers").files.len();
        group.bench_function(format!("{papers} papers of {name}"), |b| {
            b.iter(|| pack::make(&worked_out, PackKind::Final, &Stop::default()).expect("no blockers"));
        });
    }
    group.finish();
}

criterion_group!(benches, whole_pack);
criterion_main!(benches);
