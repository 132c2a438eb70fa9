//! Answers that look like the insides of our own machinery, and answers that are too much: what is taken is
//! printed to the letter, and what is not is refused in words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::process::Command;

use desk::{Assets, PackKind, Stop, WorkedOut, examples, pack};
use formation::answers_file::{self, AnswersError};
use formation::{Formation, pack as papers};
use jiff::civil::date;
use proptest::prelude::*;
use typeset::{lay_out, write_pdf};

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
    let (_, text) = examples().into_iter().find(|(name, _)| *name == "northgate-bakers").unwrap();
    let mut file: toml::Table = toml::from_str(text).unwrap();
    let decisions = file["decisions"].as_table_mut().unwrap();
    decisions.insert("purpose".into(), purpose.into());
    let people = file["people"].as_array_mut().unwrap();
    people[0].as_table_mut().unwrap()["name"].as_table_mut().unwrap().insert("last".into(), name.into());
    answers_file::read(&assets.library, &toml::to_string(&file).unwrap())
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}

/// The words of a paper of the pack as another program copies them out of its file.
fn copied(assets: &Assets, formation: Formation, slug: &str) -> String {
    let worked_out = WorkedOut::new(assets, formation, date(2026, 11, 24)).unwrap();
    let edition = pack::edition(&worked_out, PackKind::Draft);
    let (_, paper) = papers::paper(&worked_out.case(), &edition, slug).unwrap();
    assert!(paper.problems.is_empty(), "{:?}", paper.problems);
    let about = pack::about(&worked_out, &edition, &paper);
    let bytes = write_pdf(&lay_out(&paper.paper, &assets.fonts), &assets.fonts, &about).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, bytes).unwrap();
    let output =
        Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(&file).arg("-").output().unwrap();
    squeezed(&String::from_utf8(output.stdout).unwrap())
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
