//! What may stand in a name or an answer: honest letters of every script, and nothing that hides.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use desk::exchange::{Coop, ExportKind};
use desk::{Assets, Begin, Desk, Failure, FailureCode, PersonFields};
use formation::answers_file;
use formation::letters::composed;
use serde_json::json;

use crate::support::{Computer, begin, decide, organisation, person, text};

/// The names, each with its script.
fn names() -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/corpus/names.txt");
    let file = fs::read_to_string(path).unwrap();
    let lines = file.lines().filter(|line| !line.starts_with("## "));
    lines.map(|line| line.split_once(": ").unwrap()).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

#[test]
fn honest_names_of_every_script_come_back_to_the_letter() {
    let names = names();
    let scripts: BTreeSet<&str> = names.iter().filter_map(|(script, _)| script.split(',').next()).collect();
    assert!(scripts.len() >= 40, "{} scripts", scripts.len());
    let (computer, other) = (Computer::new("a"), Computer::new("b"));
    let (mut desk, mut theirs) = (computer.open(), other.open());
    let file = computer.folder().join("names.coop");
    for (script, name) in &names {
        assert_eq!(composed(name), *name, "{script}: the list is written as it is to come back");
        let id = begin(&mut desk, name);
        desk.set_name(name).unwrap();
        let asha =
            desk.save_person(&id, None, &PersonFields { last: name.clone(), ..person(name, "") }).unwrap();
        let calder = desk.save_organisation(&id, None, &organisation(name)).unwrap();
        desk.comment(&id, "quorum", name).unwrap();
        let formation = desk.formation(&id).unwrap();
        assert_eq!(text(&desk, &id, "name").as_deref(), Some(name.as_str()), "{script}");
        let found = formation.people.iter().find(|person| person.id == asha).unwrap();
        assert_eq!((&found.name.first, &found.name.last), (name, name), "{script}");
        let found = formation.organisations.iter().find(|one| one.id == calder).unwrap();
        assert_eq!(&found.name, name, "{script}");
        assert_eq!(desk.preferences().name, *name, "{script}");
        let rules = desk.rules_view(&id).unwrap();
        assert!(format!("{rules:?}").contains(&format!("text: {name:?}")), "{script}: the comment");
        // Handed on, it is the same there.
        desk.export(&id, &file, ExportKind::Text).unwrap();
        let imported = theirs.import(&file, None).unwrap().formation;
        assert_eq!(text(&theirs, &imported, "name").as_deref(), Some(name.as_str()), "{script}");
    }
}

#[test]
fn a_letter_and_its_mark_apart_are_put_together() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Sia\u{302}n");
    assert_eq!(text(&desk, &id, "name").unwrap(), "Siân");
    decide(&mut desk, &id, "purpose", "Bara W\u{302}yn");
    assert!(computer.holds("Bara Ŵyn") && !computer.holds("W\u{302}"), "in the file too");
    desk.set_name("Sia\u{302}n").unwrap();
    assert_eq!(desk.preferences().name, "Siân");
}

const HIDDEN: [char; 15] = [
    '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
    '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{feff}', '\0', '\u{9b}',
];

/// Everything that takes words, each told to take these.
fn everywhere(desk: &mut Desk, id: &str, words: &str) -> Vec<(&'static str, Result<(), Failure>)> {
    let answer = |value: &str, reason: &str| desk::Answer {
        value: Some(value.into()),
        status: "agreed".to_owned(),
        reason: reason.to_owned(),
    };
    let begin = Begin {
        coop_type: "worker".to_owned(),
        form: "clg".to_owned(),
        nation: "england".to_owned(),
        name: words.to_owned(),
    };
    let office = desk::OrganisationFields { number: words.to_owned(), ..organisation("Calder") };
    let home = {
        let mut home = person("Asha", "Patel");
        home.home.town = words.to_owned();
        home
    };
    vec![
        ("beginning", desk.begin(&begin).map(drop)),
        ("an answer", desk.decide(id, "purpose", &answer(words, ""))),
        ("a reason", desk.decide(id, "purpose", &answer("Bread", words))),
        ("a person\u{2019}s name", desk.save_person(id, None, &person("Asha", words)).map(drop)),
        ("a person\u{2019}s address", desk.save_person(id, None, &home).map(drop)),
        ("an organisation\u{2019}s name", desk.save_organisation(id, None, &organisation(words)).map(drop)),
        ("an organisation\u{2019}s number", desk.save_organisation(id, None, &office).map(drop)),
        ("a comment", desk.comment(id, "quorum", words)),
        ("an accepted warning", desk.accept(id, "some-check", "decision:name", words, "Because")),
        ("a note", desk.add_note(id, words)),
        ("the settings", desk.set_name(words)),
    ]
}

#[test]
fn marks_that_hide_or_turn_are_refused_wherever_words_are_taken() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    let before = desk.formation(&id).unwrap();
    for hidden in HIDDEN {
        let words = format!("Bre{hidden}ad");
        for (place, taken) in everywhere(&mut desk, &id, &words) {
            let failure = taken.expect_err(&format!("{place} takes U+{:04X}", u32::from(hidden)));
            assert_eq!(failure.code, FailureCode::Input, "{place}: {failure}");
            let code = format!("U+{:04X}", u32::from(hidden));
            assert!(
                failure.sentence.contains(&code) && failure.what_to_do.contains("type it again"),
                "{failure}"
            );
        }
    }
    assert_eq!(desk.formation(&id).unwrap(), before);
    assert_eq!(desk.desk_view().unwrap().formations.len(), 1, "nothing was begun");
    for (place, taken) in everywhere(&mut desk, &id, "Bread") {
        assert_eq!(taken.err(), None, "{place} takes plain words");
    }
}

#[test]
fn files_with_such_marks_are_refused_and_change_nothing() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate");
    let file = computer.folder().join("in.coop");
    desk.export(&id, &file, ExportKind::Text).unwrap();
    let Coop::Text { fields } = Coop::from_file(&file, None).unwrap() else { panic!("a text-only file") };
    let assets = Assets::embedded().unwrap();
    let answers = "format = 1\ntype = \"worker\"\nform = \"clg\"\nnation = \"england\"\n";
    for hidden in HIDDEN {
        let mut altered = fields.clone();
        let name = json!({ "value": format!("North{hidden}gate"), "status": "agreed", "reason": null });
        altered.insert("decision/name".to_owned(), name);
        // Its hash is right: whoever writes such a file can work it out.
        fs::write(&file, Coop::Text { fields: altered }.write()).unwrap();
        let failure = desk.import(&file, None).unwrap_err();
        assert!(failure.sentence.contains("hidden character"), "{failure}");
        assert!(!failure.what_to_do.is_empty(), "{failure}");
        let typed = format!("{answers}[decisions]\nname = \"North\\u{:04X}gate\"\n", u32::from(hidden));
        let error = answers_file::read(&assets.library, &typed).unwrap_err();
        assert!(error.message.contains("hidden character"), "{error}");
    }
    assert_eq!(desk.desk_view().unwrap().formations.len(), 1);
}
