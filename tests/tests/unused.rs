//! Nothing in the library lies idle: every passage, paper, word, question and figure is used by something.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use toml::Table;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The text of every file below a folder that ends so, by path.
fn texts(folder: &str, end: &str) -> BTreeMap<PathBuf, String> {
    fn walk(folder: &Path, end: &str, out: &mut BTreeMap<PathBuf, String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, end, out);
            } else if path.extension().is_some_and(|one| one == end)
                && path.file_name().unwrap() != "README.md"
            {
                out.insert(path.clone(), fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut out = BTreeMap::new();
    walk(&root().join(folder), end, &mut out);
    out
}

fn stems(folder: &str, end: &str) -> Vec<String> {
    texts(folder, end).keys().map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

fn joined(folders: &[(&str, &str)]) -> String {
    let all = folders.iter().flat_map(|(folder, end)| texts(folder, end).into_values());
    all.collect::<Vec<_>>().join("\n")
}

/// The library's own texts, whatever they are.
fn library() -> String {
    joined(&[("assets/library", "md"), ("assets/library", "toml")])
}

/// The program, without what it only says in tests.
fn program() -> String {
    let files =
        ["src-tauri/crates/formation/src", "src-tauri/crates/desk/src", "src-tauri/crates/screens/src"];
    let all = files.iter().flat_map(|folder| texts(folder, "rs").into_values());
    all.map(|text| text.split("#[cfg(test)]").next().unwrap().to_owned()).collect::<Vec<_>>().join("\n")
}

/// Returns whether a text holds a name that goes on neither before nor behind.
fn holds(text: &str, name: &str) -> bool {
    let goes_on = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        [before, after].into_iter().flatten().all(|c| !goes_on(c))
    })
}

#[track_caller]
fn none_idle(what: &str, all: &[String], is_used: impl Fn(&str) -> bool) {
    assert!(all.len() > 15, "only {} {what}", all.len());
    let idle: Vec<&String> = all.iter().filter(|name| !is_used(name)).collect();
    assert!(idle.is_empty(), "{what} that nothing uses: {idle:?}");
}

#[test]
fn every_passage_stands_in_a_paper() {
    let library = library();
    // "passage/fca-needs-" ~ type takes in one for each type.
    let types = [
        "worker",
        "consumer",
        "producer",
        "multi-stakeholder",
        "platform",
        "housing",
        "secondary",
        "classes",
    ];
    none_idle("passages", &stems("assets/library/passages", "md"), |name| {
        let by_type = types.iter().filter_map(|one| name.strip_suffix(one));
        let mut asked = by_type.map(|start| format!("\"passage/{start}\" ~ type"));
        library.contains(&format!("\"passage/{name}\"")) || asked.any(|asked| library.contains(&asked))
    });
}

#[test]
fn every_paper_is_in_a_pack() {
    let packs = fs::read_to_string(root().join("assets/library/packs.toml")).unwrap();
    none_idle("papers", &stems("assets/library/documents", "md"), |name| {
        packs.contains(&format!("\"{name}\""))
    });
}

#[test]
fn every_word_that_changes_with_the_form_is_said() {
    let words: Table = fs::read_to_string(root().join("assets/library/words.toml")).unwrap().parse().unwrap();
    let texts = library() + &program();
    let all: Vec<String> = words.keys().cloned().collect();
    none_idle("words", &all, |word| holds(&texts, &format!("w.{word}")));
}

#[test]
fn every_question_changes_a_text_or_a_check() {
    let mut slugs = Vec::new();
    for text in texts("assets/library/decisions", "toml").values() {
        let file: Table = text.parse().unwrap();
        let asked = file["decision"].as_array().unwrap().iter();
        slugs.extend(asked.map(|decision| decision["slug"].as_str().unwrap().to_owned()));
    }
    let texts = joined(&[
        ("assets/library/clauses", "md"),
        ("assets/library/documents", "md"),
        ("assets/library/passages", "md"),
    ]) + &joined(&[("assets/library/decisions", "toml")])
        + &fs::read_to_string(root().join("assets/library/words.toml")).unwrap()
        + &fs::read_to_string(root().join("assets/library/terms.toml")).unwrap();
    let program = program();
    none_idle("questions", &slugs, |slug| {
        holds(&texts, &slug.replace('-', "_")) && slug.contains('-')
            // A slug of one word also stands in the question itself, as its slug.
            || joined_uses(&texts, slug)
            || program.contains(&format!("\"{slug}\""))
    });
}

/// Returns whether a question of one word is used in a tag.
fn joined_uses(texts: &str, slug: &str) -> bool {
    let tags = texts.split("{{").chain(texts.split("{%")).skip(1).filter_map(|rest| rest.split('}').next());
    !slug.contains('-') && tags.into_iter().any(|tag| holds(tag, slug))
}

#[test]
fn every_limit_is_compared_with_or_printed() {
    let limits: Table = fs::read_to_string(root().join("assets/law/limits.toml")).unwrap().parse().unwrap();
    let all: Vec<String> = limits["limit"]
        .as_array()
        .unwrap()
        .iter()
        .map(|limit| limit["slug"].as_str().unwrap().to_owned())
        .collect();
    let compared = fs::read_to_string(root().join("tests/corpus/figures.toml")).unwrap();
    let texts = library() + &program() + &compared;
    none_idle("limits", &all, |slug| texts.contains(&format!("\"{slug}\"")));
}
