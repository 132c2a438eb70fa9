//! How hard the app's words are to read: everything that the screens say, and the questions with what stands under them.
//!
//! A sentence has 25 words at most, and in each file 15 on average. The Flesch–Kincaid grade of a question is 6 at most, of
//! everything else 8. The grade is a matter of passages: below ten words, one long name makes all of it, so shorter texts
//! count in their file's grade alone. Syllables are counted by a rule of thumb, groups of vowels without the silent ones,
//! as the programs do that the grade was made popular by. What may be harder stands in `corpus/readability.toml`, each with
//! its reason.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use fluent_syntax::parser;
use serde::Deserialize;

const LONGEST_SENTENCE: usize = 25;
const MEAN_SENTENCE: f64 = 15.0;
const GRADE_OF_QUESTIONS: f64 = 6.0;
const GRADE_OF_HELP: f64 = 8.0;
/// Below so many words a text is too short for a grade of its own.
const GRADED_FROM: usize = 10;

/// The fields of the library's files that a screen shows.
const SHOWN: [&str; 19] = [
    "question",
    "explain",
    "why",
    "usual",
    "label",
    "means",
    "heading",
    "intro",
    "words",
    "says",
    "do",
    "because",
    "whom",
    "others",
    "example-teaches",
    "title",
    "plain",
    "note",
    "what",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Words of a screen.
struct Said {
    /// The file, and the message or the field: "start.ftl:start-lead", "6-money.toml:reserve-share.why".
    at: String,
    text: String,
}

impl Said {
    fn file(&self) -> &str {
        self.at.split(':').next().unwrap()
    }

    fn is_question(&self) -> bool {
        self.text.trim_end().ends_with('?')
    }
}

/// The data beside the test.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Allowed {
    banned: Vec<Banned>,
    #[serde(default)]
    harder: Vec<Harder>,
}

/// Words that the app does not use.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Banned {
    words: String,
    /// What to say in their place.
    instead: String,
    /// Where they stand all the same, with the reason.
    #[serde(default)]
    but: BTreeMap<String, String>,
}

/// A text that is harder than the others may be.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Harder {
    at: String,
    /// Why it cannot be easier.
    because: String,
}

fn allowed() -> Allowed {
    toml::from_str(&fs::read_to_string(root().join("tests/corpus/readability.toml")).unwrap()).unwrap()
}

/// Everything that is measured.
fn everything() -> Vec<Said> {
    let mut out = Vec::new();
    for path in files(&root().join("assets/words/en"), "ftl") {
        let text = fs::read_to_string(&path).unwrap();
        let file = path.file_name().unwrap().to_str().unwrap();
        for entry in parser::parse(text.as_str()).unwrap().body {
            let Entry::Message(message) = entry else { continue };
            for text in message.value.iter().flat_map(ways) {
                out.push(Said { at: format!("{file}:{}", message.id.name), text });
            }
        }
    }
    for folder in ["decisions", "beginning"] {
        for path in files(&root().join("assets/library").join(folder), "toml") {
            let table: toml::Value = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            let file = path.file_name().unwrap().to_str().unwrap();
            shown(&table, &mut vec![], &mut |at, text| {
                out.push(Said { at: format!("{file}:{at}"), text: filled(text) });
            });
        }
    }
    out
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => out.extend(files(&path, ending)),
            false if path.extension().is_some_and(|its| its == ending) => out.push(path),
            false => {}
        }
    }
    out.sort();
    out
}

/// All that a message can say, with a short word in each gap.
fn ways(pattern: &Pattern<&str>) -> Vec<String> {
    let mut out = vec![String::new()];
    for element in &pattern.elements {
        let next: Vec<String> = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression: Expression::Inline(_) } => vec!["3".to_owned()],
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().flat_map(|variant| ways(&variant.value)).collect()
            }
        };
        out = out.iter().flat_map(|begun| next.iter().map(move |end| format!("{begun}{end}"))).collect();
    }
    out.into_iter().map(|text| without(&text, '<', '>')).collect()
}

/// What stands in the library's fields, named by slugs as far as there are any.
fn shown(value: &toml::Value, path: &mut Vec<String>, found: &mut impl FnMut(String, &str)) {
    match value {
        toml::Value::Table(table) => {
            for (key, inner) in table {
                path.push(key.clone());
                shown(inner, path, found);
                path.pop();
            }
        }
        toml::Value::Array(array) => {
            for (place, inner) in array.iter().enumerate() {
                let kind = path.pop().unwrap();
                let slug = inner.get("slug").and_then(toml::Value::as_str);
                path.push(slug.map_or_else(|| format!("{kind}-{}", place + 1), str::to_owned));
                // What stands in a list is shown as its field is.
                match inner {
                    toml::Value::String(text) if SHOWN.contains(&kind.as_str()) => {
                        found(path.join("."), text)
                    }
                    toml::Value::String(_) => {}
                    inner => shown(inner, path, found),
                }
                *path.last_mut().unwrap() = kind;
            }
        }
        toml::Value::String(text) if path.last().is_some_and(|key| SHOWN.contains(&key.as_str())) => {
            found(path.join("."), text);
        }
        _ => {}
    }
}

/// A text of the library with a short word where its form's own stands: "director", "rules".
fn filled(text: &str) -> String {
    let mut pieces = text.split("{{");
    let mut out = pieces.next().unwrap().to_owned();
    for piece in pieces {
        out.push_str("members");
        out.push_str(piece.split_once("}}").map_or("", |(_, rest)| rest));
    }
    out
}

fn without(text: &str, begin: char, end: char) -> String {
    let mut pieces = text.split(begin);
    let mut out = pieces.next().unwrap().to_owned();
    for piece in pieces {
        out.push_str(piece.split_once(end).map_or("", |(_, rest)| rest));
    }
    out
}

/// The sentences of a text, each as its words.
fn sentences(text: &str) -> Vec<Vec<&str>> {
    let mut out = vec![Vec::new()];
    for word in text.split(|c: char| c.is_whitespace() || c == '/') {
        if word.contains(char::is_alphanumeric) {
            out.last_mut().unwrap().push(word);
        }
        let bare = word.trim_end_matches(['\u{201d}', '\u{2019}', ')', '*']);
        if bare.ends_with(['.', '!', '?', '\u{2026}']) {
            out.push(Vec::new());
        }
    }
    out.retain(|sentence| !sentence.is_empty());
    out
}

/// How many syllables a word has, as a rule of thumb.
fn syllables(word: &str) -> usize {
    word.split(['-', '\u{2013}', '\u{2011}']).filter(|part| !part.is_empty()).map(of_part).sum()
}

fn of_part(part: &str) -> usize {
    let letters: Vec<char> =
        part.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    let is_vowel = |c: &char| "aeiouy".contains(*c);
    let groups =
        letters.iter().zip(letters.iter().skip(1)).filter(|(one, next)| !is_vowel(one) && is_vowel(next));
    let groups = groups.count() + usize::from(letters.first().is_some_and(is_vowel));
    let ends = |end: &str| {
        letters.iter().rev().zip(end.chars().rev()).filter(|(one, other)| **one == *other).count()
            == end.len()
    };
    let before = |back: usize| {
        letters.len().checked_sub(back + 1).and_then(|at| letters.get(at)).copied().unwrap_or(' ')
    };
    let is_silent = match () {
        () if ends("le") => is_vowel(&before(2)),
        () if ends("e") => !is_vowel(&before(1)),
        () if ends("les") => is_vowel(&before(3)),
        () if ends("es") => !is_vowel(&before(2)) && !"sxzcgh".contains(before(2)),
        () if ends("ed") => !is_vowel(&before(2)) && !"td".contains(before(2)),
        () => false,
    };
    (groups - usize::from(is_silent && groups > 1)).max(1)
}

/// The Flesch–Kincaid grade: for how many years of school a text is.
fn grade<'a>(texts: impl IntoIterator<Item = &'a str>) -> f64 {
    let (mut count, mut words, mut sounds) = (0, 0, 0);
    for text in texts {
        for sentence in sentences(text) {
            count += 1;
            words += sentence.len();
            sounds += sentence.into_iter().map(syllables).sum::<usize>();
        }
    }
    let [count, words, sounds] = [count, words, sounds].map(|number: usize| number as f64);
    if words == 0.0 { 0.0 } else { 0.39 * words / count + 11.8 * sounds / words - 15.59 }
}

/// What is wrong with a text by itself.
fn faults(said: &Said) -> Vec<String> {
    let mut faults = Vec::new();
    let sentences = sentences(&said.text);
    let longest = sentences.iter().map(Vec::len).max().unwrap_or(0);
    if longest > LONGEST_SENTENCE {
        faults.push(format!("a sentence of {longest} words"));
    }
    let most = if said.is_question() { GRADE_OF_QUESTIONS } else { GRADE_OF_HELP };
    let its = grade([said.text.as_str()]);
    if sentences.iter().map(Vec::len).sum::<usize>() >= GRADED_FROM && its > most {
        faults.push(format!("grade {its:.1}, not {most}"));
    }
    faults
}

#[test]
fn every_text_can_be_read() {
    let harder: BTreeMap<String, String> =
        allowed().harder.into_iter().map(|one| (one.at, one.because)).collect();
    assert!(harder.values().all(|because| because.split(' ').count() > 3), "each exception has its reason");
    let all = everything();
    assert!(all.len() > 3_000, "only {} texts are measured", all.len());
    let mut needed = BTreeSet::new();
    let mut wrong = Vec::new();
    for said in &all {
        for fault in faults(said) {
            match harder.contains_key(&said.at) {
                true => drop(needed.insert(said.at.clone())),
                false => wrong.push(format!("{}: {fault}: {}", said.at, said.text)),
            }
        }
    }
    assert!(wrong.is_empty(), "{} are hard to read:\n{}", wrong.len(), wrong.join("\n"));
    let idle: Vec<_> = harder.keys().filter(|at| !needed.contains(*at)).collect();
    assert!(idle.is_empty(), "these need no exception: {idle:?}");
}

#[test]
fn every_file_can_be_read() {
    let mut by_file: BTreeMap<(String, bool), Vec<String>> = BTreeMap::new();
    for said in everything() {
        by_file.entry((said.file().to_owned(), said.is_question())).or_default().push(said.text);
    }
    for ((file, are_questions), texts) in &by_file {
        let its = grade(texts.iter().map(String::as_str));
        let most = if *are_questions { GRADE_OF_QUESTIONS } else { GRADE_OF_HELP };
        // A few short questions make no passage.
        let words: usize = texts.iter().flat_map(|text| sentences(text)).map(|sentence| sentence.len()).sum();
        assert!(its <= most || words < 20 * GRADED_FROM, "{file}: grade {its:.1}, not {most}");
        let lengths: Vec<usize> =
            texts.iter().flat_map(|text| sentences(text)).map(|sentence| sentence.len()).collect();
        let mean = lengths.iter().sum::<usize>() as f64 / lengths.len().max(1) as f64;
        assert!(mean <= MEAN_SENTENCE, "{file}: {mean:.1} words a sentence");
    }
}

#[test]
fn no_text_has_words_that_the_app_does_not_use() {
    let mut wrong = Vec::new();
    let all = everything();
    for banned in allowed().banned {
        let is_of_a_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
        for said in &all {
            let text = said.text.to_lowercase();
            let whole = text.match_indices(&banned.words).any(|(at, words)| {
                let (before, after) = (&text[..at], &text[at + words.len()..]);
                !is_of_a_word(before.chars().last()) && !is_of_a_word(after.chars().next())
            });
            if whole && !banned.but.contains_key(&said.at) {
                let Banned { words, instead, .. } = &banned;
                wrong.push(format!("{}: \u{201c}{words}\u{201d}; say {instead}: {}", said.at, said.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_measures_measure() {
    for (word, count) in [
        ("the", 1),
        ("rules", 1),
        ("table", 2),
        ("changes", 2),
        ("changed", 1),
        ("ended", 2),
        ("member", 2),
        ("co-op", 2),
        ("meeting", 2),
        ("decide", 2),
        ("constitution", 4),
        ("1844", 1),
        ("made", 1),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
    assert_eq!(
        sentences("One two. \u{201c}Three?\u{201d} Four 1.5 five").iter().map(Vec::len).collect::<Vec<_>>(),
        [2, 1, 3]
    );
    let said = |text: &str| Said { at: String::new(), text: text.to_owned() };
    let hard = "Notwithstanding any stipulation hereinafter, membership considerations necessitate unanimity of everybody.";
    assert_eq!(faults(&said(hard)).len(), 1);
    let long = "and so on ".repeat(9);
    assert_eq!(faults(&said(&long)), ["a sentence of 27 words"]);
    assert!(faults(&said("Who may join, and who says yes to them when they ask?")).is_empty());
}
