//! The hostile texts and their shadows where no form of a co-op's screens takes them: in the names of a sponsor's package,
//! in the boxes for secrets, and in the names under which papers are signed.

use std::fs;

use screens::Reply;
use tempfile::TempDir;

use crate::corpus::texts;
use crate::markup::html;
use crate::models::{begin, example, look};
use crate::skeleton::{forms, said, skeleton};
use crate::stage::{Stage, region};
use crate::twins::{TEXT, Twins, is_hidden, packed, squeezed};

/// The sponsor's example with these words for its title, its edition, its sponsor and its licence.
fn package_called(words: &str) -> TempDir {
    let folder = example();
    let model = folder.path().join("models/ridings-worker.toml");
    // What JSON calls a text, TOML does too, but for one character.
    let quoted = serde_json::to_string(words).unwrap().replace('\u{7f}', "\\u007f");
    let named = |line: &str| match line.split_once(" = ") {
        Some((name @ ("title" | "edition" | "sponsor" | "licence"), _)) => format!("{name} = {quoted}\n"),
        _ => format!("{line}\n"),
    };
    let text: String = fs::read_to_string(&model).unwrap().lines().map(named).collect();
    fs::write(&model, text).unwrap();
    folder
}

fn look_at(stage: &mut Stage, words: &str) -> Reply {
    look(stage, Some(package_called(words).path()))
}

/// Texts that can be seen, and those with characters that nobody sees: a package with such a one is refused.
fn by_sight() -> (Vec<String>, Vec<String>) {
    texts().into_iter().partition(|text| !text.chars().any(is_hidden))
}

#[test]
fn the_names_of_a_package_are_text() {
    let mut twins = Twins::new();
    let (plain, hidden) = by_sight();
    for pack in packed(&plain, 1_000) {
        twins.say(&pack);
        let looked = twins.both("models", |stage, _, words| look_at(stage, words));
        assert!(looked.iter().all(|reply| region(reply, "main").contains("id=\"add\"")), "{pack:?}");
        twins.act("models", "add", &[]);
        twins.go("start");
        let key = region(&twins.go("models")[0], "main");
        let key = key.split("id=\"package-").nth(1).unwrap().split('"').next().unwrap().to_owned();
        twins.act("models", "ask-remove", &[("package", &key)]);
        twins.act("models", "remove", &[("package", &key)]);
    }
    // A co-op that follows one says so on its own pages.
    let shown = twins.shown;
    twins.both("models", |stage, _, words| look_at(stage, words));
    twins.act("models", "add", &[]);
    let begun = twins.both("start", |stage, _, _| begin(stage, "england"));
    let id = begun[0].at.split('/').nth(1).unwrap().to_owned();
    let screens = ["rules", "rule/quorum", "checks", "pack", "pack/constitution/1", "read/explained/1"];
    for screen in screens.into_iter().chain(["history", "privacy"]) {
        twins.go(&format!("f/{id}/{screen}"));
    }
    assert!(twins.shown > shown + 3, "{shown}, then {}", twins.shown);
    // What is refused is said with other elements than what is taken.
    let store = TempDir::new().unwrap();
    let refused = look_at(&mut Stage::new(store.path()), "Plain a\u{202e}b");
    twins.known.extend(skeleton(&html(&refused)));
    for pack in packed(&hidden, 1_000) {
        twins.say(&pack);
        twins.both("models", |stage, _, words| look_at(stage, words));
        twins.go("models");
    }
}

#[test]
fn what_is_typed_as_a_secret_is_on_no_page() {
    let mut twins = Twins::new();
    let packs = packed(&texts(), 1_800);
    let boxes = |one: &'static str, other: &'static str| {
        [("written", "yes"), ("passphrase", one), ("passphrase-again", other)]
    };
    for pack in &packs {
        twins.say(pack);
        twins.act("passphrase", "encrypt", &boxes(TEXT, "another"));
        twins.act("passphrase", "encrypt", &boxes("another", TEXT));
        twins.act("passphrase", "encrypt", &[("passphrase", TEXT), ("passphrase-again", TEXT)]);
    }
    // The last of them as the passphrase itself, and as what it is changed to.
    let set = twins.act("passphrase", "encrypt", &boxes(TEXT, TEXT));
    assert!(set.iter().all(|reply| reply.focus.as_deref() == Some("done")), "{}", region(&set[0], "main"));
    twins.act(
        "passphrase/change",
        "change",
        &[("passphrase", "wrong"), ("new-passphrase", TEXT), ("passphrase-again", TEXT)],
    );
    twins.act(
        "passphrase/change",
        "change",
        &[("passphrase", TEXT), ("new-passphrase", TEXT), ("passphrase-again", "x")],
    );
    twins.act("passphrase/code", "new-code", &[("passphrase", TEXT)]);
    twins.act("passphrase/off", "decrypt", &[("recovery-code", TEXT)]);
    twins.act("passphrase", "lock", &[]);
    twins.act("desk", "unlock", &[("recovery-code", TEXT)]);
    twins.act("desk", "unlock", &[("passphrase", "wrong"), ("recovery-code", TEXT)]);
    let opened = twins.act("desk", "unlock", &[("passphrase", TEXT)]);
    assert!(region(&opened[0], "main").contains("Northgate"), "{}", region(&opened[0], "main"));
    assert_eq!(twins.shown, 0, "a secret stood on a page");
}

/// The elements of pages on which a name has signs that registrars seldom take: the checks say so of a hostile text, and
/// never of its shadow.
fn oddly_named() -> Vec<String> {
    let store = TempDir::new().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    let person = format!("f/{id}/person/asha");
    let form = forms(&html(&stage.go(&person))).into_iter().find(|form| form.act == "done").unwrap();
    let held =
        |name: &str, held: &str| if name == "first" { "Plain <1>".to_owned() } else { held.to_owned() };
    let fields: Vec<(&str, String)> =
        form.fields.iter().map(|field| (field.name.as_str(), held(&field.name, &field.held))).collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let saved = html(&stage.act(&person, "save", &fields));
    let pack = html(&stage.go(&format!("f/{id}/pack")));
    [saved, pack].iter().flat_map(|page| skeleton(&page.replace(&id, "ID"))).collect()
}

#[test]
fn the_names_under_which_papers_are_signed_are_text() {
    let mut twins = Twins::new();
    twins.known.extend(oddly_named());
    let id = twins.ids[0].clone();
    let person = format!("f/{id}/person/asha");
    let form = forms(&html(&twins.go(&person)[0])).into_iter().find(|form| form.act == "done").unwrap();
    for pack in packed(&by_sight().0, 150) {
        twins.say(&pack);
        let value = |name: &str, held: &str| match name {
            "first" | "last" => TEXT.to_owned(),
            _ => held.to_owned(),
        };
        let fields: Vec<(&str, String)> =
            form.fields.iter().map(|field| (field.name.as_str(), value(&field.name, &field.held))).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        twins.act(&person, "save", &fields);
        let main = region(&twins.go(&format!("f/{id}/pack"))[0], "main");
        let signing = main.split("id=\"signing\"").nth(1).expect("papers are signed");
        let signing = squeezed(&said(signing.split("</form>").next().unwrap()).concat());
        assert!(signing.contains(&squeezed(&pack)), "{pack:?} signs nothing: {signing}");
    }
}
