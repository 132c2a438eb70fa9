//! How long a constitution of 35 pages takes to lay out and to write.

// Criterion's macros write undocumented functions; a benchmark of a failure is worthless.
#![allow(missing_docs, clippy::expect_used)]

#[path = "../tests/papers/mod.rs"]
mod papers;

use criterion::{Criterion, criterion_group, criterion_main};

fn constitution(criterion: &mut Criterion) {
    let fonts = papers::fonts();
    let paper = papers::constitution(7);
    let about = papers::about(&paper);
    let pages = typeset::lay_out(&paper, &fonts);
    let mut group = criterion.benchmark_group(format!("constitution of {} pages", pages.pages.len()));
    group.sample_size(20);
    group.bench_function("load fonts", |b| b.iter(papers::fonts));
    group.bench_function("lay out", |b| b.iter(|| typeset::lay_out(&paper, &fonts)));
    group.bench_function("write", |b| {
        b.iter(|| typeset::write_pdf(&pages, &fonts, &about).expect("sound pages"))
    });
    group.bench_function("both", |b| {
        b.iter(|| {
            typeset::write_pdf(&typeset::lay_out(&paper, &fonts), &fonts, &about).expect("sound pages")
        });
    });
    let middle = pages.pages.len() / 2;
    group.bench_function("picture of a page", |b| b.iter(|| typeset::svg(&pages, &fonts, middle)));
    group.bench_function("lay out and draw a page", |b| {
        b.iter(|| typeset::svg(&typeset::lay_out(&paper, &fonts), &fonts, middle));
    });
    group.bench_function("html", |b| b.iter(|| typeset::html(&paper)));
    group.finish();
}

criterion_group!(benches, constitution);
criterion_main!(benches);
