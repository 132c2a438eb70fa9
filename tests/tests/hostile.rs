//! Answers that look like the insides of our own machinery, and answers that are too much: what is taken is
//! printed to the letter, and what is not is refused in words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use desk::{Assets, PackKind, Stop, WorkedOut, examples, pack};
use formation::answers_file::{self, AnswersError};
use formation::{Formation, pack as papers};
use jiff::civil::date;
use proptest::prelude::*;
use serde_json::Value as Json;
use typeset::{lay_out, write_pdf};

#[path = "../../src-tauri/crates/screens/tests/screens/corpus.rs"]
mod corpus;

/// Texts that would do something else than stand on paper if any part of the way took them for its own.
const HOSTILE: [&str; 14] = [
    "(a) Tj ET BT /T0 12 Tf (b",
    "endstream endobj 1 0 obj <</Type /Catalog>> %%EOF",
    "{{ 7 * 7 }} {% for x in range(9) %}{{ x }}{% endfor %} {# gone #}",
    "# Heading **bold** _thin_ [link](https://example.org) `code` ![x](y)",
    "- one\n- two\n\n1. three\n\n> four\n\n---\n\n+++",
    "[#anchor] [](#notice) [words](=member) [[constitution]] ___",
    "<script>alert(1)</script> &amp; <b>x</b> <!-- gone -->",
    "#set text(red) $x^2$ @ref <label> #[x] *y*",
    "\\end{document} \\input{/etc/passwd}",
    "'; DROP TABLE changes; --",
    "%s %n %d ${HOME} $(id) `id`",
    "../../etc/passwd | C:\\con",
    "no\u{a0}break \u{2013} \u{2018}quoted\u{2019} na\u{ef}ve \u{141}\u{f3}d\u{17a} \u{20ac}1",
    "___ | --- | :--- | x",
];

fn assets() -> Assets {
    Assets::embedded().unwrap()
}

/// An example whose purpose and whose first person's name are these.
fn with(assets: &Assets, purpose: &str, name: &str) -> Result<Formation, AnswersError> {
    let mut file = example();
    let decisions = file["decisions"].as_table_mut().unwrap();
    decisions.insert("purpose".into(), purpose.into());
    let people = file["people"].as_array_mut().unwrap();
    people[0].as_table_mut().unwrap()["name"].as_table_mut().unwrap().insert("last".into(), name.into());
    answers_file::read(&assets.library, &toml::to_string(&file).unwrap())
}

fn example() -> toml::Table {
    let (_, text) = examples().into_iter().find(|(name, _)| *name == "northgate-bakers").unwrap();
    toml::from_str(text).unwrap()
}

/// An example that does each of these things, and has a founder called after each.
fn with_all(assets: &Assets, texts: &[String]) -> Result<Formation, AnswersError> {
    let mut file = example();
    let decisions = file["decisions"].as_table_mut().unwrap();
    decisions.insert("objects".into(), texts.to_vec().into());
    let people = file["people"].as_array_mut().unwrap();
    let like = people[0].clone();
    for (number, text) in texts.iter().enumerate() {
        let mut person = like.clone();
        let fields = person.as_table_mut().unwrap();
        fields.insert("id".into(), format!("p{number}").into());
        fields.insert("roles".into(), vec!["member"].into());
        fields["name"].as_table_mut().unwrap().insert("last".into(), text.clone().into());
        people.push(person);
    }
    answers_file::read(&assets.library, &toml::to_string(&file).unwrap())
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}

/// A paper of the pack as a file.
fn written(assets: &Assets, formation: Formation, slug: &str) -> Vec<u8> {
    let worked_out = WorkedOut::new(assets, formation, date(2026, 11, 24)).unwrap();
    let edition = pack::edition(&worked_out, PackKind::Draft);
    let (_, paper) = papers::paper(&worked_out.case(), &edition, slug).unwrap();
    assert!(paper.problems.is_empty(), "{:?}", paper.problems);
    let about = pack::about(&worked_out, &edition, &paper);
    write_pdf(&lay_out(&paper.paper, &assets.fonts), &assets.fonts, &about).unwrap()
}

/// What another program says of a file.
fn told(program: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = Command::new(program);
    command.args(arguments).arg(file).args((program == "pdftotext").then_some("-"));
    let output = command.output().unwrap_or_else(|error| panic!("{program} is needed: {error}"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The words of a paper of the pack as another program copies them out of its file.
fn copied(assets: &Assets, formation: Formation, slug: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, written(assets, formation, slug)).unwrap();
    squeezed(&told("pdftotext", &["-raw", "-enc", "UTF-8"], &file))
}

/// What pages say without the lines that stand at the foot of most: a text may begin on one page and end on the next.
fn without_feet(copied: &str) -> String {
    let numberless = |line: &str| line.replace(|c: char| c.is_ascii_digit(), "");
    let pages: Vec<Vec<&str>> = copied.split('\u{c}').map(|page| page.lines().collect()).collect();
    let mut on_pages: BTreeMap<String, usize> = BTreeMap::new();
    for page in &pages {
        for line in page.iter().map(|line| numberless(line)).collect::<BTreeSet<String>>() {
            *on_pages.entry(line).or_default() += 1;
        }
    }
    let is_foot = |line: &str| on_pages.get(&numberless(line)).is_some_and(|count| count * 2 > pages.len());
    pages.concat().into_iter().filter(|line| !is_foot(line)).collect::<Vec<_>>().join("\n")
}

/// Everything in a file's objects that would do something when somebody opens or presses it.
fn deeds(object: &Json, found: &mut Vec<String>) {
    const ACTS: [&str; 9] = [
        "/URI",
        "/JavaScript",
        "/Launch",
        "/GoToR",
        "/GoToE",
        "/SubmitForm",
        "/ImportData",
        "/Rendition",
        "/Named",
    ];
    const DOORS: [&str; 6] = ["/AA", "/JS", "/OpenAction", "/EmbeddedFiles", "/AcroForm", "/XFA"];
    match object {
        Json::Object(fields) => {
            found.extend(fields.keys().filter(|key| DOORS.contains(&key.as_str())).cloned());
            let act = fields.get("/S").and_then(Json::as_str);
            found.extend(act.filter(|act| ACTS.contains(act)).map(str::to_owned));
            fields.values().for_each(|inner| deeds(inner, found));
        }
        Json::Array(items) => items.iter().for_each(|inner| deeds(inner, found)),
        _ => {}
    }
}

/// Two hundred texts in one paper, each as something that the co-op does and as somebody's name.
#[test]
fn every_hostile_text_is_printed_to_the_letter_and_does_nothing() {
    let assets = assets();
    // One line each, as lists and names have it. What has a character that nobody sees is refused where it is typed, and
    // a paper with one that no typeface of ours has is refused when it is made. Words from right to left are turned round
    // by each program in its own way.
    let is_taken = |text: &String| with_all(&assets, std::slice::from_ref(text)).is_ok();
    let texts: Vec<String> = corpus::texts()
        .into_iter()
        .filter(|text| is_taken(text) && !text.contains(['\u{fe64}', '\u{fffd}', '\u{5d0}']))
        .collect();
    assert!(texts.len() >= 190, "only {} texts are taken", texts.len());
    let formation = with_all(&assets, &texts).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    // Not the record of decisions: its tables put another column between the two halves of a text that a page cuts.
    for slug in ["constitution", "founders-register"] {
        let bytes = written(&assets, formation.clone(), slug);
        assert_eq!(typeset::conformance::breaches(&bytes), [], "{slug}");
        std::fs::write(&file, bytes).unwrap();
        let copied = squeezed(&without_feet(&told("pdftotext", &["-raw", "-enc", "UTF-8"], &file)));
        let lost: Vec<&String> = texts.iter().filter(|text| !copied.contains(&squeezed(text))).collect();
        assert!(lost.is_empty(), "{slug} does not say {lost:#?}");
        let said = told("qpdf", &["--check"], &file);
        assert!(!said.contains("WARNING"), "{slug}: {said}");
        let objects: Json = serde_json::from_str(&told("qpdf", &["--json"], &file)).unwrap();
        let mut found = Vec::new();
        deeds(&objects, &mut found);
        assert!(found.is_empty(), "{slug} does something: {found:?}");
        assert!(objects.to_string().contains("/StructTreeRoot"), "{slug}: the objects are not read");
    }
}

#[test]
fn hostile_texts_are_printed_to_the_letter() {
    let assets = assets();
    for hostile in HOSTILE {
        let formation =
            with(&assets, hostile, hostile).unwrap_or_else(|error| panic!("{hostile:?}: {error}"));
        let expected = squeezed(hostile);
        for slug in ["decision-record", "constitution"] {
            let copied = copied(&assets, formation.clone(), slug);
            assert!(copied.contains(&expected), "{hostile:?} is not in the {slug}");
        }
    }
}

#[test]
fn too_much_is_refused_in_words() {
    let assets = assets();
    let marks = format!("e{}", "\u{301}".repeat(5_000));
    let much = "x".repeat(50_000_000);
    let cases: [(&str, &str, &str, &str); 4] = [
        (&much, "Patel", "file", "MB"),
        (&much[..20_000], "Patel", "decisions.purpose", "20000 characters"),
        ("We bake.", &marks, "name.last", "5000 marks on one letter"),
        ("We \u{1b}[31mbake.", "Patel", "decisions.purpose", "U+001B"),
    ];
    for (purpose, name, field, says) in cases {
        let error = with(&assets, purpose, name).unwrap_err();
        assert!(error.field.ends_with(field) && error.message.contains(says), "{error}");
    }
    let formation = with(&assets, "We bake \u{1f35e}.", "Patel").unwrap();
    let worked_out = WorkedOut::new(&assets, formation, date(2026, 11, 24)).unwrap();
    let refused = pack::make(&worked_out, PackKind::Draft, &Stop::default()).unwrap_err();
    assert!(refused.sentence.contains("U+1F35E"), "{refused}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_printed_or_refused(purpose in "[ -~\u{a0}-\u{17f}]{1,200}") {
        let assets = assets();
        let purpose = purpose.trim();
        prop_assume!(!purpose.is_empty());
        if let Ok(formation) = with(&assets, purpose, "Patel") {
            let copied = copied(&assets, formation, "decision-record");
            // A mark that says where a word may be broken is none of its letters.
            let letters = purpose.replace('\u{ad}', "");
            prop_assert!(copied.contains(&squeezed(&letters)), "{:?}", purpose);
        }
    }
}
