//! Pages of stores of their own: a sponsor's models, a store that does not open, a desk that is locked.

use std::fs;
use std::path::Path;

use screens::Reply;

use crate::stage::{self, Stage, event};
use crate::{LONG, Preview};

/// A language, and what the names of its pages begin with.
pub const LANGUAGES: [(&str, &str); 2] = [("en-GB", ""), ("cy", "cy-")];

/// A sponsor's model: looked at, added, begun with, changed by hand, and a newer edition of it.
pub fn sponsored(preview: &mut Preview) {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let folder = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/sponsor-example");
    for inner in ["models", "clauses", "decisions", "examples"] {
        fs::create_dir(folder.path().join(inner)).unwrap();
        for file in fs::read_dir(example.join(inner)).unwrap() {
            let file = file.unwrap().path();
            fs::copy(&file, folder.path().join(inner).join(file.file_name().unwrap())).unwrap();
        }
    }
    let alter = |file: &str, from: &str, to: &str| {
        let file = folder.path().join(file);
        let text = fs::read_to_string(&file).unwrap();
        fs::write(file, text.replace(from, to)).unwrap();
    };
    let choose = event("models", "choose", &[]);
    preview.page("models-empty", &stage.go("models"));
    alter("models/ridings-worker.toml", "\"quorum\"", "\"quorums\"");
    preview.page("models-faulty", &stage.screens.chosen(choose.clone(), Some(folder.path())));
    alter("models/ridings-worker.toml", "\"quorums\"", "\"quorum\"");
    preview.page("models-error", &stage.screens.chosen(choose.clone(), Some(&folder.path().join("none"))));
    preview.page("models-looked", &stage.screens.chosen(choose.clone(), Some(folder.path())));
    preview.page("models-added", &stage.act("models", "add", &[]));
    let start = stage.go("start");
    preview.page("start-rules", &start);
    let main = stage::region(&start, "main");
    let rules = main.split("name=\"rules\" value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
    let fields = |nation| {
        [
            ("kind", "worker/cs"),
            ("rules", rules.as_str()),
            ("nation", nation),
            ("name", "Airedale Menders Limited"),
        ]
    };
    preview.page("start-rules-nation", &stage.act("start", "begin", &fields("wales")));
    preview.page(
        "start-rules-error",
        &stage.act("start", "begin", &[("kind", "worker/clg"), ("rules", &rules), ("nation", "england")]),
    );
    let at = stage.act("start", "begin", &fields("england")).at;
    let at = |screen: &str| format!("f/{}/{screen}", at.split('/').nth(1).unwrap());
    stage.act(&at("rule/quorum"), "save", &[("heading", "Quorum"), ("text", "1. Three of us.")]);
    stage.act(&at("rule-after/quorum"), "add", &[("heading", LONG), ("text", "1. Dogs may come in.")]);
    preview.page("sponsored-rules", &stage.go(&at("rules")));
    preview.page("sponsored-rule", &stage.go(&at("rule/quorum")));
    preview.page("sponsored-question", &stage.go(&at("question/learning-days")));
    alter("models/ridings-worker.toml", "\"2026-1\"", "\"2027-1\"");
    alter("clauses/ridings-federation.md", "3 months before", "6 months before");
    stage.screens.chosen(choose, Some(folder.path()));
    let added = stage.act("models", "add", &[]);
    preview.page("models-two-editions", &added);
    let main = stage::region(&added, "main");
    let to = main.split("/edition/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    preview.page("edition", &stage.go(&at(&format!("edition/{to}"))));
    preview.page("models-remove", &stage.act("models", "ask-remove", &[("package", &to)]));
    let newer = folder.path().join("fees.toml");
    let write = |value: &str| {
        let fee = "[[fee]]\nforms = [\"clg\", \"cls\"]\nroute = \"online\"\nwhat = \"Registering a company online\"\nfrom = 2026-11-01\n\
                   source = \"a notice\"\nchecked = 2026-11-24\nconfidence = \"medium\"\nconfirm = \"GOV.UK\"\nusual = true\n";
        std::fs::write(&newer, format!("{fee}value = {value}\n")).unwrap();
    };
    let choose_law = event("law", "choose-file", &[]);
    preview.page("law", &stage.go("law"));
    write("-1");
    preview.page("law-faulty", &stage.screens.chosen(choose_law.clone(), Some(&newer)));
    write("137");
    preview.page("law-looked", &stage.screens.chosen(choose_law.clone(), Some(&newer)));
    preview.page("law-taken", &stage.act("law", "take", &[]));
    stage.act("settings", "set-language", &[("language", "cy")]);
    preview.page("cy-law", &stage.go("law"));
    stage.act("law", "own", &[]);
    preview.page("cy-models", &stage.go("models"));
    preview
        .page("cy-models-looked", &stage.screens.chosen(event("models", "choose", &[]), Some(folder.path())));
    preview.page("cy-edition", &stage.go(&at(&format!("edition/{to}"))));
    preview.page("cy-sponsored-rules", &stage.go(&at("rules")));
}

/// A store that does not open.
pub fn damaged(preview: &mut Preview, (language, prefix): (&str, &str)) {
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    let id = stage.example("northgate-bakers");
    stage.act("settings", "set-language", &[("language", language)]);
    stage.act("backups", "back-up", &[]);
    for text in ["We bake bread.", "We bake cake."] {
        stage.act(&format!("f/{id}/question/purpose"), "answer", &[("text", text), ("status", "agreed")]);
    }
    drop(stage);
    let file = store.path().join("toad-lane.store");
    let mut bytes = fs::read(&file).unwrap();
    let needle = b"We bake cake.";
    for at in 0..bytes.len() - needle.len() {
        if bytes[at..].starts_with(needle) {
            bytes[at] ^= 1;
        }
    }
    fs::write(&file, bytes).unwrap();
    let mut stage = Stage::new(store.path());
    preview.page(&format!("{prefix}damaged"), &stage.go("desk"));
    preview.page(&format!("{prefix}recovered"), &stage.act("desk", "salvage", &[]));
    let _second = Stage::new(store.path());
    preview.page(&format!("{prefix}in-use"), &Stage::new(store.path()).go("desk"));
}

/// Locking with a passphrase, and what can be done about it later.
pub fn passphrase(preview: &mut Preview, (language, prefix): (&str, &str)) {
    let mut page = |name: &str, reply: &Reply| preview.page(&format!("{prefix}{name}"), reply);
    let store = tempfile::tempdir().unwrap();
    let mut stage = Stage::new(store.path());
    stage.example("northgate-bakers");
    stage.act("settings", "set-language", &[("language", language)]);
    page("passphrase-none", &stage.go("passphrase"));
    page("passphrase-none-error", &stage.act("passphrase", "encrypt", &[]));
    let same = "four legs good";
    let fields = [("written", "yes"), ("passphrase", same), ("passphrase-again", same)];
    page("passphrase-set", &stage.act("passphrase", "encrypt", &fields));
    page("passphrase", &stage.go("passphrase"));
    for step in ["change", "code", "off"] {
        page(&format!("passphrase-{step}"), &stage.go(&format!("passphrase/{step}")));
    }
    let wrong = [("passphrase", "two legs"), ("new-passphrase", same), ("passphrase-again", same)];
    page("passphrase-change-error", &stage.act("passphrase/change", "change", &wrong));
    page("locked", &stage.act("passphrase", "lock", &[]));
    page("locked-error", &stage.act("desk", "unlock", &[("passphrase", "two legs")]));
}
