//! The app's words: what a screen says is there to be said, what is there is said, and the languages agree.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use desk::Assets;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use formation::legal::{CoopType, LegalForm, Nation};
use formation::organisation::RegisteredForm;
use formation::person::{Capacity, Role};

/// Kinds of ids that name what the library says: its English is in the library.
const OF_THE_LIBRARY: [&str; 8] =
    ["ask-", "part-", "type-", "form-", "nation-", "role-", "capacity-", "body-"];

/// Files of a language that hold the library's words in it.
const LIBRARY_FILES: [&str; 2] = ["library", "questions"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A message: its gaps, its parts with theirs, and its words without what stands in gaps.
#[derive(Debug, Default, PartialEq, Eq)]
struct Message {
    gaps: BTreeSet<String>,
    parts: BTreeMap<String, BTreeSet<String>>,
    text: String,
}

/// The messages of a language, by file and id.
fn messages(language: &str) -> BTreeMap<String, BTreeMap<String, Message>> {
    let mut out = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for file in fs::read_dir(root().join("assets/words").join(language)).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let resource = parser::parse(text.as_str())
            .unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", path.display()));
        let mut file = BTreeMap::new();
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name.to_owned();
            assert!(seen.insert(id.clone()), "{language}: {id} stands twice");
            let mut read = Message::default();
            if let Some(pattern) = &message.value {
                walk(pattern, &mut read.gaps, &mut read.text);
            }
            for part in &message.attributes {
                let mut gaps = BTreeSet::new();
                walk(&part.value, &mut gaps, &mut read.text);
                let twice = read.parts.insert(part.id.name.to_owned(), gaps);
                assert!(twice.is_none(), "{language}: {id}.{} stands twice", part.id.name);
            }
            file.insert(id, read);
        }
        out.insert(path.file_stem().unwrap().to_str().unwrap().to_owned(), file);
    }
    out
}

fn walk(pattern: &Pattern<&str>, gaps: &mut BTreeSet<String>, text: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => gap(inline, gaps, text),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                gap(selector, gaps, text);
                for variant in variants {
                    walk(&variant.value, gaps, text);
                }
            }
        }
    }
}

fn gap(inline: &InlineExpression<&str>, gaps: &mut BTreeSet<String>, text: &mut String) {
    match inline {
        InlineExpression::VariableReference { id } => {
            gaps.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { value } => text.push_str(value),
        other => panic!("a gap that we do not use: {other:?}"),
    }
}

/// Every template and every source of the screens, with its name.
fn sources() -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut folders = vec![root().join("ui"), root().join("src-tauri/crates/screens/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "html" || ending == "rs") {
                out.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    out
}

/// The ids that a source says: `"id"|say`, `"id"|with(…)`, `Id("id")`.
fn said(source: &str) -> BTreeSet<String> {
    let is_id = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let mut out = BTreeSet::new();
    let ends = ["\"|say", "\"|with(", "\"|html", "\"|linked("];
    for end in ends {
        for (at, _) in source.match_indices(end) {
            let start = source[..at].rfind('"').map_or(0, |start| start + 1);
            out.insert(source[start..at].to_owned());
        }
    }
    for (at, begin) in source.match_indices("Id(\"") {
        let rest = &source[at + begin.len()..];
        out.insert(rest[..rest.find('"').unwrap()].to_owned());
    }
    out.retain(|id| is_id(id));
    out
}

#[test]
fn what_is_said_is_there_and_what_is_there_is_said() {
    let there: BTreeSet<String> = messages("en").into_values().flat_map(BTreeMap::into_keys).collect();
    let mut said_anywhere = BTreeSet::new();
    let mut missing = Vec::new();
    for (name, source) in sources() {
        for id in said(&source) {
            // What explains how words are said names one that is said elsewhere, too.
            if !there.contains(&id) {
                missing.push(format!("{name}: {id}"));
            }
            said_anywhere.insert(id);
        }
    }
    assert!(said_anywhere.len() > 150, "only {} ids are said", said_anywhere.len());
    assert!(missing.is_empty(), "no words for:\n{}", missing.join("\n"));
    let dead: Vec<_> = there.difference(&said_anywhere).collect();
    assert!(dead.is_empty(), "nobody says: {dead:?}");
}

#[test]
fn welsh_says_what_english_says() {
    let (english, welsh) = (messages("en"), messages("cy"));
    let all: BTreeMap<&String, &Message> = english.values().flatten().collect();
    for (file, messages) in &welsh {
        let of_library = LIBRARY_FILES.contains(&file.as_str());
        for (id, message) in messages {
            if of_library {
                assert!(OF_THE_LIBRARY.iter().any(|kind| id.starts_with(kind)), "{file}: {id}");
                assert!(!all.contains_key(id), "{file}: {id} is a message of the app");
                assert!(message.gaps.is_empty(), "{id} has a gap that nobody fills");
                continue;
            }
            let original = all.get(id).unwrap_or_else(|| panic!("cy/{file}: English has no {id}"));
            assert!(english[file].contains_key(id), "cy/{file}: {id} is in another file in English");
            assert_eq!(message.gaps, original.gaps, "{id}");
            for sign in ["<a>", "</a>", "<kbd>", "</kbd>", "<span", "</span>", "<strong>", "</strong>"] {
                let has = |message: &Message| message.text.contains(sign);
                assert_eq!(has(message), has(original), "{id}: {sign}");
            }
        }
    }
    let told: BTreeSet<&String> = welsh.values().flat_map(BTreeMap::keys).collect();
    let missing: Vec<_> = all.keys().filter(|id| !told.contains(*id)).collect();
    assert!(missing.is_empty(), "no Welsh for {missing:?}");
}

#[test]
fn only_messages_that_are_put_in_as_html_have_signs_of_it() {
    let as_html: BTreeSet<String> = sources()
        .iter()
        .flat_map(|(_, source)| source.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| line.contains("|html") || line.contains("|linked("))
        .flat_map(|line| said(&line))
        .collect();
    for language in ["en", "cy"] {
        for (id, message) in messages(language).into_values().flatten() {
            let has_signs = message.text.contains(['<', '>']);
            assert!(!has_signs || as_html.contains(&id), "{language}: {id} has signs of HTML");
            assert!(!message.text.contains("&"), "{language}: {id} holds an &");
        }
    }
}

#[test]
fn every_question_has_a_welsh_one_and_no_other() {
    let library = Assets::embedded().unwrap().library;
    let mut known = BTreeMap::new();
    for model in library.models() {
        for part in library.parts_of(model) {
            known.insert(format!("part-{}", part.slug), BTreeSet::new());
        }
        for decision in library.decisions_of(model) {
            known.insert(format!("ask-{}", decision.slug), parts_of(decision));
        }
    }
    let mut add = |kind: &str, slug: &str, parts: &[&str]| {
        known.insert(format!("{kind}-{slug}"), parts.iter().map(|part| (*part).to_owned()).collect());
    };
    CoopType::ALL.iter().for_each(|one| add("type", one.slug(), &["whom"]));
    LegalForm::ALL.iter().for_each(|one| add("form", one.slug(), &["within"]));
    Nation::ALL.iter().for_each(|one| add("nation", one.slug(), &["means"]));
    Role::ALL.iter().for_each(|one| add("role", one.slug(), &[]));
    Capacity::ALL.iter().for_each(|one| add("capacity", one.slug(), &[]));
    RegisteredForm::ALL.iter().for_each(|one| add("body", one.slug(), &[]));
    let welsh = messages("cy");
    let told: BTreeMap<&String, &Message> = LIBRARY_FILES.iter().flat_map(|file| &welsh[*file]).collect();
    let without: Vec<_> = known.keys().filter(|id| !told.contains_key(id)).collect();
    assert!(without.is_empty(), "no Welsh for {without:?}");
    for (id, message) in told {
        let parts = known.get(id).unwrap_or_else(|| panic!("{id} names nothing of the library"));
        let stray: Vec<_> = message.parts.keys().filter(|part| !parts.contains(*part)).collect();
        assert!(stray.is_empty(), "{id}: {stray:?}");
    }
}

/// What of a question may have Welsh words besides itself.
fn parts_of(decision: &formation::decision::Decision) -> BTreeSet<String> {
    let mut out: BTreeSet<String> =
        ["explain", "why", "usual", "example"].into_iter().map(str::to_owned).collect();
    for choice in &decision.choices {
        let value = match formation::decision::write(&choice.value) {
            serde_json::Value::String(slug) => slug,
            value => value.to_string(),
        };
        let mut part = "choice".to_owned();
        for run in value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|run| !run.is_empty()) {
            part.push('-');
            part.push_str(run);
        }
        out.insert(format!("{part}-means"));
        out.insert(part);
    }
    out
}

/// What a template says without asking for words: names, what is printed on keys, and what stands beside what the desk
/// says in English, marked as that.
const WORDS_OF_TEMPLATES: [&str; 13] = [
    "Toad Lane",
    "Made",
    "became",
    "Ctrl",
    "Shift",
    "Alt",
    "K",
    "Z",
    "S",
    "Page Up",
    "Page Down",
    "Tab",
    "Esc",
];

/// A template without what askama does, without tags, and without remarks: what it says by itself.
fn bare(template: &str) -> Vec<String> {
    let mut text = template.to_owned();
    for (begin, end) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<", ">")] {
        let mut pieces = text.split(begin);
        let mut left = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            left.push('\n');
            left.push_str(piece.split_once(end).map_or("", |(_, rest)| rest));
        }
        text = left;
    }
    text.lines().map(str::trim).filter(|line| line.contains(char::is_alphabetic)).map(str::to_owned).collect()
}

#[test]
fn no_template_has_words_of_its_own() {
    let mut own = Vec::new();
    for (name, source) in sources() {
        if name.ends_with(".html") && !name.ends_with("index.html") {
            let words = bare(&source);
            let stray = words.into_iter().filter(|words| !WORDS_OF_TEMPLATES.contains(&words.as_str()));
            own.extend(stray.map(|words| format!("{name}: {words}")));
        }
    }
    assert!(own.is_empty(), "nobody can translate:\n{}", own.join("\n"));
    assert_eq!(bare("<p title=\"{{ \"a\"|say }}\">{% if a > b %}Said{% endif %}</p>"), ["Said"]);
}
