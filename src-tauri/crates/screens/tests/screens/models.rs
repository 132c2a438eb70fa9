//! Rules of sponsoring bodies in the window: adding a model, beginning with it, moving to another edition, and packages
//! that are anything but that.

use std::fs;
use std::path::{Path, PathBuf};

use screens::{Ask, Reply};
use tempfile::TempDir;

use crate::markup::tags;
use crate::stage::{Stage, event, region};

/// The worked example of the guide for sponsors, in a folder of its own.
pub fn example() -> TempDir {
    let folder = TempDir::new().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/sponsor-example"), folder.path());
    folder
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

/// Asks for a model, and chooses a folder as the host does.
pub fn look(stage: &mut Stage, folder: Option<&Path>) -> Reply {
    let asked = stage.act("models", "choose", &[]).ask.unwrap();
    assert!(matches!(asked, Ask::Folder { .. }), "{asked:?}");
    stage.screens.chosen(asked.into_event(), folder)
}

fn add(stage: &mut Stage, folder: &Path) -> Reply {
    let looked = region(&look(stage, Some(folder)), "main");
    assert!(looked.contains("id=\"add\""), "{looked}");
    stage.act("models", "add", &[])
}

/// Begins a co-op with the only model on the shelf.
pub fn begin(stage: &mut Stage, nation: &str) -> Reply {
    let start = region(&stage.go("start"), "main");
    let choice = tags(&start)
        .into_iter()
        .find(|tag| tag.get("name") == Some("rules") && tag.get("value") != Some(""))
        .and_then(|tag| tag.get("value").map(str::to_owned))
        .expect("a model can be chosen");
    let fields =
        [("kind", "worker/cs"), ("rules", choice.as_str()), ("nation", nation), ("name", "Airedale")];
    stage.act("start", "begin", &fields)
}

#[test]
fn a_model_is_looked_at_added_begun_with_and_its_fee_is_counted() {
    let store = TempDir::new().unwrap();
    let mut stage = Stage::new(store.path());
    assert!(
        !region(&stage.go("start"), "main").contains("Whose rules?"),
        "nothing is asked while one answer is there"
    );
    let folder = example();
    let looked = look(&mut stage, Some(folder.path()));
    assert_eq!(looked.focus.as_deref(), Some("looked"));
    let main = region(&looked, "main");
    for said in [
        "Ridings worker co-operative, edition 2026-1",
        "Ridings Federation",
        "CC0-1.0",
        "Questions it adds",
        "sound constitution of",
    ] {
        assert!(main.contains(said), "{said}: {main}");
    }
    assert!(!main.contains(&folder.path().display().to_string()), "the page learns no path");
    // What is added is what was shown.
    folder.close().unwrap();
    let added = stage.act("models", "add", &[]);
    assert_eq!(added.focus.as_deref(), Some("shelf"), "{}", region(&added, "main"));

    let wrong = begin(&mut stage, "wales");
    assert!(region(&wrong, "main").contains("made for England only"), "{}", region(&wrong, "main"));
    let begun = begin(&mut stage, "england");
    assert!(begun.at.ends_with("/tasks"), "{}", region(&begun, "main"));
    let id = begun.at.split('/').nth(1).unwrap().to_owned();
    assert!(region(&begun, "head").contains("Fee \u{a3}40"), "{}", region(&begun, "head"));
    let rules = region(&stage.go(&format!("f/{id}/rules")), "main");
    assert!(rules.contains("These rules follow a model: <span>Ridings"), "{rules}");
    let plain = rules.replace('\u{a0}', " ");
    assert!(plain.contains("FCA Handbook") && plain.contains("Checked on 23 November 2026"), "{plain}");
    let at = format!("f/{id}/rule/quorum");
    stage.act(&at, "save", &[("heading", "Quorum"), ("text", "1. Three of us.")]);
    let rules = region(&stage.go(&format!("f/{id}/rules")), "main");
    assert!(
        rules.contains("with 1 rule that counts as changed") && rules.contains("\u{a3}80 less"),
        "{rules}"
    );
    assert!(region(&stage.go(&format!("f/{id}/tasks")), "head").contains("Fee \u{a3}120"));

    // After a restart it is there, without the folder.
    drop(stage);
    let mut stage = Stage::new(store.path());
    assert!(region(&stage.go("models"), "main").contains("Ridings worker co-operative"));
    assert!(region(&stage.go(&format!("f/{id}/question/learning-days")), "main").contains("learn"));
}

#[test]
fn a_newer_edition_is_compared_and_moved_to_and_the_old_one_taken_off() {
    let store = TempDir::new().unwrap();
    let mut stage = Stage::new(store.path());
    let folder = example();
    add(&mut stage, folder.path());
    let id = begin(&mut stage, "england").at.split('/').nth(1).unwrap().to_owned();
    let model = folder.path().join("models/ridings-worker.toml");
    let text = fs::read_to_string(&model).unwrap();
    fs::write(&model, text.replace("\"2026-1\"", "\"2027-1\"")).unwrap();
    let rule = folder.path().join("clauses/ridings-federation.md");
    let text = fs::read_to_string(&rule).unwrap();
    fs::write(&rule, text.replace("3 months", "6 months")).unwrap();
    let added = region(&add(&mut stage, folder.path()), "main");
    let link = tags(&added)
        .into_iter()
        .filter_map(|tag| Some(tag.get("href")?.trim_start_matches("#/").to_owned()))
        .find(|to| to.contains("/edition/"))
        .expect("the co-op can be moved");
    let compared = region(&stage.go(&link), "main");
    assert!(compared.contains("1 change") && compared.contains("6 months"), "{compared}");
    let before = region(&stage.go(&format!("f/{id}/rules")), "main");
    assert!(before.contains("3 months before"), "looking moves nothing");
    let moved = stage.act(&link, "move", &[]);
    assert!(region(&moved, "main").contains("6 months before"), "{}", region(&moved, "main"));
    let undone = stage.act(&format!("f/{id}/rules"), "undo", &[]);
    assert!(region(&undone, "main").contains("3 months before"));

    let main = region(&stage.go("models"), "main");
    let key = tags(&main).into_iter().find(|tag| tag.get("data-act") == Some("ask-remove")).unwrap();
    let key = key.get("value").unwrap().to_owned();
    let asked = stage.act("models", "ask-remove", &[("package", &key)]);
    assert_eq!(asked.focus.as_deref(), Some("removing"));
    let left = region(&stage.act("models", "remove", &[("package", &key)]), "main");
    assert_eq!(left.matches("ask-remove").count(), 1, "{left}");
    assert!(region(&stage.go(&format!("f/{id}/rules")), "main").contains("3 months before"));
}

/// Adds a rule with this text to a package.
fn rule_of(folder: &Path, text: &str) {
    let rule = format!("+++\nslot = \"A1\"\nheading = \"H\"\n+++\n{text}\n");
    fs::write(folder.join("clauses/odd.md"), rule).unwrap();
    let model = folder.join("models/ridings-worker.toml");
    let names = fs::read_to_string(&model).unwrap().replacen("\"name\",", "\"name\", \"odd\",", 1);
    fs::write(model, names).unwrap();
}

/// How a folder is spoilt, by its number: 200 odd packages of 18 kinds.
fn spoil(folder: &Path, number: usize) {
    let at = |name: &str| folder.join(name);
    let file =
        ["clauses/ridings-federation.md", "decisions/ridings.toml", "models/ridings-worker.toml"][number % 3];
    let text = fs::read_to_string(at(file)).unwrap();
    let cut = text.char_indices().map(|(at, _)| at).nth(number * 7 % text.chars().count()).unwrap();
    match number % 18 {
        0 => fs::write(at(file), "x".repeat(200_001)).unwrap(),
        1 => std::os::unix::fs::symlink("/etc/passwd", at("clauses/passwd.md")).unwrap(),
        2 => std::os::unix::fs::symlink("/", at("everything")).unwrap(),
        3 => fs::write(at("models/broken.toml"), format!("id = \"{}", &text[..cut])).unwrap(),
        4 => fs::write(at("clauses/binary.md"), [0xff, 0xfe, 0x00, number as u8]).unwrap(),
        5 => fs::write(at("clauses/a\\..\\..%2fname.md"), "words").unwrap(),
        6 => fs::write(at("run.sh"), "rm -rf /").unwrap(),
        7 => fs::write(at("clauses/deep.md"), "{% for a in 1 %}".repeat(300 + number)).unwrap(),
        8 => fs::write(at("clauses/name.md"), "+++\nslot = \"A1\"\nheading = \"H\"\n+++\nMine.\n").unwrap(),
        9 => {
            let rule = at("clauses/ridings-federation.md");
            let text = fs::read_to_string(&rule).unwrap();
            fs::write(rule, text.replace("leave the federation", "leave the f\u{7}ederation")).unwrap();
        }
        10 => (0..1_001).for_each(|n| fs::write(at(&format!("clauses/n{n}.md")), "x").unwrap()),
        11 => (0..6).for_each(|n| fs::write(at(&format!("clauses/big{n}.md")), "y".repeat(199_000)).unwrap()),
        12 => fs::create_dir_all(at("clauses/a/b/c/d/e/f")).unwrap(),
        13 => fs::remove_dir_all(at(["models", "examples"][number / 18 % 2])).unwrap(),
        // What is read elsewhere, what doubles until the memory ends, and what is written until it does.
        14 => rule_of(folder, "{% include \"/etc/passwd\" %}{{ secret }}"),
        15 => rule_of(folder, &format!("{{% set a = 'x' %}}{}{{{{ a }}}}", "{% set a = a ~ a %}".repeat(60))),
        16 => rule_of(
            folder,
            &format!("{{% for a in '{}' %}}{}{{% endfor %}}", "y".repeat(40_000), "words ".repeat(20_000)),
        ),
        _ => {
            let model = fs::read_to_string(at("models/ridings-worker.toml")).unwrap();
            fs::write(at("models/ridings-worker.toml"), model.replace("\"worker\"", "\"<script>\"")).unwrap();
        }
    }
}

#[test]
fn two_hundred_odd_packages_are_refused_in_words_and_nothing_of_them_is_kept() {
    let store = TempDir::new().unwrap();
    let mut stage = Stage::new(store.path());
    for number in 0..200 {
        let folder = example();
        spoil(folder.path(), number);
        let main = region(&look(&mut stage, Some(folder.path())), "main");
        assert!(!main.contains("id=\"add\""), "{number}: {main}");
        assert!(main.contains("id=\"trouble\"") || main.contains("It cannot be added"), "{number}: {main}");
        assert!(!main.contains("<script>") && !main.contains("root:"), "{number}: {main}");
        assert!(!main.contains(&folder.path().display().to_string()), "{number}: no path: {main}");
        // Whoever sends the act all the same gets nowhere.
        let forced = region(&stage.act("models", "add", &[]), "main");
        assert!(forced.contains("None yet."), "{number}: {forced}");
    }
    assert!(region(&stage.go("desk"), "main").contains("id=\"heading\""));
}

#[test]
fn no_folder_a_file_and_an_empty_folder_are_said_as_what_they_are() {
    let store = TempDir::new().unwrap();
    let mut stage = Stage::new(store.path());
    let none = look(&mut stage, None);
    assert_eq!(none.say.as_deref(), Some("No folder chosen."));
    let empty = TempDir::new().unwrap();
    let main = region(&look(&mut stage, Some(empty.path())), "main");
    assert!(main.contains("a model must be in the package"), "{main}");
    let file: PathBuf = empty.path().join("file");
    fs::write(&file, "x").unwrap();
    assert!(region(&look(&mut stage, Some(&file)), "main").contains("does not begin with the line"));
    let gone = stage.screens.chosen(event("models", "choose", &[]), Some(&empty.path().join("gone")));
    assert!(region(&gone, "main").contains("is no folder"));
}
