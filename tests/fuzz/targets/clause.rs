//! Any text as a rule of a sponsor's package: it is refused with file and line, or it assembles, and what a person
//! typed comes out as what a person typed.

#![no_main]

use document::{Block, Span};
use formation::decision::Value;
use formation::legal::{CoopType, LegalForm, Nation};
use formation::library::{Library, SourceFile};
use formation::{Answers, Constitution, Formation};
use libfuzzer_sys::fuzz_target;

const FIRST: &str = include_str!("../../../assets/library/decisions/0-first.toml");
const TERMS: &str = include_str!("../../../assets/library/terms.toml");
const WORDS: &str = include_str!("../../../assets/library/words.toml");
const MODEL: &str = r#"
id = "ridings"
title = "Worker co-operative"
edition = "2026"
sponsor = "Ridings"
licence = "CC0-1.0"
types = ["worker"]
forms = ["cs"]
nations = ["england"]
decisions = ["0-first"]
[[part]]
heading = "Who we are"
clauses = ["tried"]
"#;

/// A name that would be markup, a template and a mark of ours, if anybody took it for that.
const NAME: &str = "<b>*[x](#y)*</b> {{ name }} {% if %} [#z] | \u{2066}";

fuzz_target!(|text: &str| {
    let file = |path, text| SourceFile { path, text };
    let files = [
        file("decisions/0-first.toml", FIRST),
        file("terms.toml", TERMS),
        file("words.toml", WORDS),
        file("models/ridings.toml", MODEL),
        file("clauses/tried.md", text),
    ];
    let library = match Library::read(&files) {
        Ok(library) => library,
        Err(error) => {
            assert!(error.faults.iter().all(|fault| !fault.file.is_empty() && !fault.message.is_empty()));
            return;
        }
    };
    let Some(model) = library.model("ridings", CoopType::Worker, LegalForm::CooperativeSociety) else { return };
    let mut formation =
        Formation::new(CoopType::Worker, LegalForm::CooperativeSociety, Nation::England, "ridings");
    formation.agree("name", Value::Text(NAME.to_owned()));
    let answers = Answers::of(&library, model, &formation);
    let constitution = Constitution::assemble(&library, model, &formation, &answers);
    for block in constitution.rules().flat_map(|rule| &rule.blocks) {
        block.visit(&mut |block| is_sound(block));
    }
});

fn is_sound(block: &Block) {
    for text in block.texts() {
        text.visit(&mut |span| match span {
            // A filter may have cut or joined it, and never made anything else of it.
            Span::Words(words) => {
                assert!(!words.contains("{{ name }}"), "a name came out as our own words: {words:?}");
            }
            Span::Value(words) => assert!(!words.contains('\u{e000}'), "a mark came out: {words:?}"),
            _ => {}
        });
    }
}
