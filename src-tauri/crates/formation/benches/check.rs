//! How long it takes to work a formation out after one change: answers, rules, checks.

#![allow(missing_docs, clippy::unwrap_used)]

use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use formation::checks::{Case, check};
use formation::law::Law;
use formation::library::{Library, SourceFile};
use formation::{Answers, Constitution, answers_file};

const EXAMPLES: [&str; 2] = ["northgate-bakers", "clyde-menders"];

fn texts(folder: &Path, below: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            out.extend(texts(&path, &format!("{name}/")));
        } else {
            out.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
    out.sort();
    out
}

fn sources(files: &[(String, String)]) -> Vec<SourceFile<'_>> {
    files.iter().map(|(path, text)| SourceFile { path, text }).collect()
}

fn checking(criterion: &mut Criterion) {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
    let library_files = texts(&assets.join("library"), "");
    let law_files = texts(&assets.join("law"), "");
    let library = Library::read(&sources(&library_files)).unwrap();
    let law = Law::read(&sources(&law_files)).unwrap();
    for example in EXAMPLES {
        let path = assets.join(format!("library/examples/{example}.toml"));
        let formation = answers_file::read(&library, &std::fs::read_to_string(path).unwrap()).unwrap();
        let model = library.model(&formation.model, formation.coop_type, formation.form).unwrap();
        let answers = Answers::of(&library, model, &formation);
        let constitution = Constitution::assemble(&library, model, &formation, &answers);
        let case = Case {
            library: &library,
            model,
            formation: &formation,
            answers: &answers,
            constitution: &constitution,
            law: &law,
            today: jiff::civil::date(2026, 11, 24),
        };
        criterion.bench_function(&format!("answers/{example}"), |bencher| {
            bencher.iter(|| Answers::of(&library, model, &formation));
        });
        criterion.bench_function(&format!("assemble/{example}"), |bencher| {
            bencher.iter(|| Constitution::assemble(&library, model, &formation, &answers));
        });
        criterion.bench_function(&format!("check everything/{example}"), |bencher| {
            bencher.iter(|| check(&case));
        });
    }
}

criterion_group!(benches, checking);
criterion_main!(benches);
