//! Sponsors' models: added, begun with, packed, handed on, moved to another edition, and never in the way.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use desk::exchange::{Coop, ExportKind};
use desk::view::MarkedAgainst;
use desk::{Begin, Desk, PackKind, Package, RuleWords};
use serde_json::{Value as Json, json};
use store::{Act, ActId, ChangeId, FieldPath, FormationId, NewChange, Salt, Store};
use tempfile::TempDir;

use crate::support::{Computer, begin, decide};

/// The worked example of the guide for sponsors, in a folder of its own, with some words of it changed.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/sponsor-example"), folder.path());
        Self(folder)
    }

    fn change(&self, file: &str, from: &str, to: &str) -> &Self {
        let path = self.0.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        fs::write(path, text.replace(from, to)).unwrap();
        self
    }

    fn package(&self) -> Package {
        Package::read(self.0.path()).unwrap()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, to).unwrap();
        }
    }
}

fn society(nation: &str) -> Begin {
    Begin {
        coop_type: "worker".to_owned(),
        form: "cs".to_owned(),
        nation: nation.to_owned(),
        name: "Airedale Menders Limited".to_owned(),
    }
}

/// What a form sends to choose the model of the newest package on the shelf.
fn choice(desk: &Desk) -> String {
    desk.start_view().rules.last().unwrap().value.clone()
}

/// Adds the worked example and begins a co-op with it.
fn begun(desk: &mut Desk) -> String {
    desk.add_package(&Folder::new().package()).unwrap();
    let rules = choice(desk);
    desk.begin_following(&rules, &society("england")).unwrap()
}

fn rule(desk: &Desk, id: &str, slug: &str) -> Option<String> {
    Some(desk.rules_view(id).unwrap().row(slug)?.rule.html.0.clone())
}

#[test]
fn a_model_is_there_after_a_restart_and_without_its_folder_and_a_co_op_works_whole_with_it() {
    let computer = Computer::new("a");
    let id = begun(&mut computer.open());
    let mut desk = computer.open();
    assert_eq!(desk.desk_view().unwrap().formations.len(), 1, "the shelf is no co-op");
    assert_eq!(desk.shelf_view().unwrap().rows[0].models[0].title, "Ridings worker co-operative");

    let question = desk.question_view(&id, "learning-days").unwrap();
    assert!(question.question.contains("learn"), "{}", question.question);
    decide(&mut desk, &id, "learning-days", 9);
    let said = rule(&desk, &id, "training").unwrap().replace('\u{a0}', " ");
    assert!(said.contains("9 days a year to learn"), "the answer is in the sponsor's rule: {said}");
    let history = desk.history_view(&id).unwrap();
    assert!(history.acts[0].lines[0].what.contains("learn"), "the history knows the sponsor's question");

    let words =
        RuleWords { heading: "Learning".into(), text: "1. Everybody learns.".into(), ..RuleWords::default() };
    desk.reword(&id, "training", &words).unwrap();
    let marked = desk.marked_view(&id, MarkedAgainst::Model).unwrap();
    let was: String = marked.changes.iter().map(|change| change.was.replace('\u{a0}', " ")).collect();
    assert!(was.contains("9 days"), "marked against the sponsor's words: {was}");

    let folder = TempDir::new().unwrap();
    let pack = desk.export_pack(&id, folder.path(), PackKind::Draft).unwrap();
    let manifest = fs::read_to_string(pack.folder.join("manifest.json")).unwrap();
    assert!(manifest.contains("ridings-federation"), "{manifest}");
    let copy = desk.copy(&id).unwrap();
    assert!(rule(&desk, &copy, "ridings-federation").is_some(), "a copy follows the same model");
    assert!(desk.search("solidarity").unwrap().hits.iter().any(|hit| hit.to.contains("/rules/")));
}

#[test]
fn a_new_edition_changes_no_co_op_until_it_is_moved_and_undo_takes_that_back() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begun(&mut desk);
    let before = rule(&desk, &id, "ridings-federation").unwrap();

    let folder = Folder::new();
    folder.change("clauses/ridings-federation.md", "3 months before", "6 months before");
    // The same edition with other words is refused; a new one stands beside the old.
    let same = desk.add_package(&folder.package()).unwrap_err();
    assert!(same.sentence.contains("is here already"), "{same}");
    desk.add_package(&folder.change("models/ridings-worker.toml", "\"2026-1\"", "\"2027-1\"").package())
        .unwrap();
    assert_eq!(rule(&desk, &id, "ridings-federation").unwrap(), before);
    let rows = desk.shelf_view().unwrap().rows;
    assert_eq!(rows.len(), 2);
    let key = rows.iter().find(|row| row.models[0].edition == "2027-1").unwrap();
    assert_eq!(key.followers[0].follows.as_deref(), Some("Ridings worker co-operative, edition 2026-1"));
    let key = key.key.clone();

    let looked = desk.move_view(&id, &key).unwrap();
    assert_eq!(looked.changes.len(), 1, "{:?}", looked.changes);
    assert!(looked.changes[0].is.contains("6 months"), "{looked:?}");
    assert_eq!(rule(&desk, &id, "ridings-federation").unwrap(), before, "looking changes nothing");
    desk.move_to(&id, &key).unwrap();
    assert!(rule(&desk, &id, "ridings-federation").unwrap().contains("6 months"));
    desk.undo(&id).unwrap();
    assert_eq!(rule(&desk, &id, "ridings-federation").unwrap(), before);
    // Both editions may go: the co-op keeps what it follows.
    for row in desk.shelf_view().unwrap().rows {
        desk.remove_package(&row.key).unwrap();
    }
    drop(desk);
    assert_eq!(rule(&computer.open(), &id, "ridings-federation").unwrap(), before);
}

#[test]
fn a_file_carries_the_texts_to_a_desk_that_lacks_the_model() {
    let (here, there) = (Computer::new("a"), Computer::new("b"));
    let mut desk = here.open();
    let id = begun(&mut desk);
    decide(&mut desk, &id, "learning-days", 9);
    let rules = rule(&desk, &id, "training");
    for kind in [ExportKind::Full, ExportKind::Text] {
        let file = here.folder().join(format!("{kind:?}.coop"));
        let words = desk.export(&id, &file, kind).unwrap().words;
        let mut other = there.open();
        let shown = other.preview_import(&file, words.as_deref()).unwrap();
        let line = shown.lines.iter().find(|line| line.what == "Texts of the model").unwrap();
        assert_eq!(line.after, "Ridings worker co-operative, edition 2026-1");
        let came = other.import(&file, words.as_deref()).unwrap().formation;
        assert_eq!(rule(&other, &came, "training"), rules, "{kind:?}");
        assert!(other.shelf_view().unwrap().rows.is_empty(), "what comes with a co-op is that co-op's alone");
    }
}

/// Leaves a co-op with other texts of its model, or none, as another version of the app might.
fn spoil(computer: &Computer, id: &str, texts: Option<Json>) {
    let mut store = Store::open(&computer.places().store.join("toad-lane.store"), None).unwrap();
    let name = format!("spoilt-{}", texts.is_some());
    let act = Act {
        id: ActId::new(name.clone()).unwrap(),
        author: "Nobody".to_owned(),
        at: 1,
        salt: Salt::new("spoilt"),
        reverts: None,
    };
    let change = NewChange {
        id: ChangeId::new(name).unwrap(),
        field: FieldPath::new("texts").unwrap(),
        value: texts,
        replaces: None,
    };
    store.append(&FormationId::new(id).unwrap(), &act, &[change]).unwrap();
}

#[test]
fn texts_that_cannot_be_read_or_are_missing_are_a_sentence_and_a_way_out() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begun(&mut desk);
    let other = begin(&mut desk, "Northgate Bakers Co-operative Limited");
    let key = desk.shelf_view().unwrap().rows[0].key.clone();
    for (texts, said) in [
        (Some(json!({ "files": { "models/ridings-worker.toml": "id = 3" } })), "cannot be read any more"),
        (None, "texts are not here"),
    ] {
        drop(desk);
        spoil(&computer, &id, texts);
        desk = computer.open();
        let failure = desk.rules_view(&id).unwrap_err();
        assert!(failure.sentence.contains(said), "{failure}");
        let rows = desk.desk_view().unwrap().formations;
        assert!(
            rows.iter().any(|row| row.failure.as_deref().is_some_and(|failure| failure.contains(said))),
            "{rows:?}"
        );
        assert!(desk.rules_view(&other).is_ok(), "the others are as they were");
        assert!(desk.search("solidarity").is_ok() && desk.names().is_ok());
        assert!(desk.move_view(&id, &key).unwrap().frame.is_none());
        desk.move_to(&id, &key).unwrap();
        assert!(desk.rules_view(&id).is_ok());
    }
}

#[test]
fn a_file_whose_model_is_not_in_it_says_so_and_what_to_do() {
    let computer = Computer::new("a");
    let fields = [("type", "worker"), ("form", "cs"), ("nation", "england"), ("model", "ridings-federation")];
    let fields = fields.into_iter().map(|(path, slug)| (path.to_owned(), json!(slug)));
    let mut fields: BTreeMap<String, Json> = fields.collect();
    let file = computer.folder().join("without.coop");
    Coop::text(&fields).to_file(&file, "").unwrap();
    let mut desk = computer.open();
    let failure = desk.import(&file, None).unwrap_err();
    assert!(failure.sentence.contains("texts are not in it"), "{failure}");
    assert!(failure.what_to_do.contains("Hand it on"), "{failure}");
    // Texts that came along are read with the suspicion that a folder is.
    fields.insert("texts".to_owned(), json!({ "files": { "clauses/name.md": "mine" } }));
    Coop::text(&fields).to_file(&file, "").unwrap();
    let failure = desk.import(&file, None).unwrap_err();
    assert!(failure.sentence.contains("goes by a name of the app's own"), "{failure}");
    assert!(desk.desk_view().unwrap().formations.is_empty());
}

#[test]
fn a_model_is_followed_only_by_whom_it_is_made_for() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    desk.add_package(&Folder::new().package()).unwrap();
    let rules = choice(&desk);
    let wrong = desk.begin_following(&rules, &society("wales")).unwrap_err();
    assert!(wrong.sentence.contains("made for England only"), "{wrong}");
    let company = Begin { form: "clg".to_owned(), ..society("england") };
    let wrong = desk.begin_following(&rules, &company).unwrap_err();
    assert!(wrong.sentence.contains("Co-operative society"), "{wrong}");
    assert!(desk.begin_following("nothing/there", &society("england")).is_err());
    assert!(desk.desk_view().unwrap().formations.is_empty());
}
