//! What a person gets to read when an answers file or a folder is not as it should be, and with which exit code.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../../assets/library/examples/{name}.toml"))
}

fn toadlane(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_toadlane-cli")).args(arguments).output().unwrap()
}

/// An example with one stretch of its text put in the place of another.
fn changed(folder: &TempDir, name: &str, from: &str, to: &str) -> PathBuf {
    let text = fs::read_to_string(example(name)).unwrap();
    assert!(text.contains(from), "{name} holds no {from}");
    let path = folder.path().join("answers.toml");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    path
}

fn check(file: &Path) -> (Option<i32>, String) {
    let output = toadlane(&["check", file.to_str().unwrap()]);
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).join("\n");
    (output.status.code(), said)
}

const BAKERS: &str = "northgate-bakers";
const MENDERS: &str = "clyde-menders";
const GROWERS: &str = "ashlow-growers";

/// Example, what stands in it, what is put there, and what must be said.
const UNREADABLE: &[(&str, &str, &str, &[&str])] = &[
    (BAKERS, "format = 1", "format = 2", &["line 2", "format", "must be 1"]),
    (BAKERS, "type = \"worker\"", "type = \"worke\"", &["line 3", "type", "worker, consumer"]),
    (BAKERS, "type = \"worker\"\n", "", &["type"]),
    (BAKERS, "form = \"clg\"", "form = \"plc\"", &["line 4", "form", "cs, cbs, clg"]),
    (BAKERS, "nation = \"england\"", "nation = \"northern-ireland\"", &["line 5", "nation", "own Acts"]),
    (BAKERS, "purpose =", "purpos =", &["decisions.purpos", "did you mean \u{201c}purpose\u{201d}"]),
    (BAKERS, "born = 1990-04-12", "born = 1990-13-12", &["month between 01 and 12"]),
    (BAKERS, "email = \"asha", "emial = \"asha", &["emial", "not known"]),
    (BAKERS, "roles = [\"member\"", "roles = [\"membr\"", &["roles", "membr"]),
    (MENDERS, "decision-method = \"majority\"", "decision-method = 3", &["decision-method", "found 3"]),
    (MENDERS, "borrowing-limit = 50000", "borrowing-limit = \"lots\"", &["borrowing-limit", "lots"]),
    (MENDERS, "board-size = {", "board-size = [", &["line"]),
    (GROWERS, "votes = 0.4", "votes = 0.5", &["decisions.classes", "110%", "100%"]),
    (GROWERS, "votes = 0.4", "votes = \"x\"", &["decisions.classes.2.votes", "class 2", "0.25"]),
    (GROWERS, "name = \"Eaters\"", "name = \"growers\"", &["decisions.classes.2.name", "two classes"]),
];

#[test]
fn an_unreadable_file_is_named_with_the_line_the_field_and_what_would_be_right() {
    let folder = TempDir::new().unwrap();
    for (name, from, to, wanted) in UNREADABLE {
        let file = changed(&folder, name, from, to);
        let (code, said) = check(&file);
        assert_eq!(code, Some(2), "{from} -> {to}: {said}");
        assert!(said.contains(file.to_str().unwrap()), "{said}");
        for words in *wanted {
            assert!(said.contains(words), "{from} -> {to}: no {words:?} in: {said}");
        }
    }
}

/// Example, what stands in it, what is put there, the check that speaks, what it is about, and its words.
const BLOCKED: &[(&str, &str, &str, &str, &str)] = &[
    (BAKERS, "born = 1990-04-12", "born = 2011-12-01", "director-too-young", "person:asha"),
    (BAKERS, "Co-operative Limited\"", "Co-operative\"", "name-ending", "decision:name"),
    (
        MENDERS,
        "borrowing-limit = 50000",
        "share-type = \"many\"\nmaximum-holding = 100001",
        "holding-above-law",
        "decision:maximum-holding",
    ),
    (BAKERS, "sic-codes = [", "# sic-codes = [", "open-question", "decision:sic-codes"),
];

#[test]
fn what_the_law_refuses_is_a_blocker_with_its_mend_and_no_pack_is_made() {
    let folder = TempDir::new().unwrap();
    for (name, from, to, id, about) in BLOCKED {
        let file = changed(&folder, name, from, to);
        let (code, said) = check(&file);
        assert_eq!(code, Some(1), "{from} -> {to}: {said}");
        assert!(said.contains(&format!("blocker [{id}] {about}")), "{said}");
        let out = folder.path().join("pack");
        let output = toadlane(&["pack", file.to_str().unwrap(), "--out", out.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8(output.stderr).unwrap().contains(about));
        assert!(!out.exists());
    }
}

#[test]
fn two_founders_are_too_few_for_a_society() {
    let text = fs::read_to_string(example(MENDERS)).unwrap();
    let (head, people) = text.split_once("[[people]]").unwrap();
    let two: Vec<&str> = people.split("[[people]]").take(2).collect();
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("two.toml");
    fs::write(&file, format!("{head}[[people]]{}", two.join("[[people]]"))).unwrap();
    let (code, said) = check(&file);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("blocker [too-few-founders] people"), "{said}");
}

#[test]
fn a_draft_says_so_on_every_page_where_a_final_pack_is_refused() {
    let folder = TempDir::new().unwrap();
    let file = changed(&folder, BAKERS, "sic-codes = [", "# sic-codes = [");
    let out = folder.path().join("draft");
    let output = toadlane(&[
        "pack",
        file.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
        "--draft",
        "--date",
        "2026-11-25",
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["status"], "draft");
    let pages = Command::new("pdftotext").arg(out.join("02-articles.pdf")).arg("-").output().unwrap();
    let pages = String::from_utf8(pages.stdout).unwrap();
    for page in pages.split('\u{c}').filter(|page| !page.trim().is_empty()) {
        assert!(page.contains("DRAFT"), "{page}");
    }
}

/// Makes a pack in a folder that a shell command prepares in a mount namespace of its own.
fn pack_where(prepare: &str, target: &str) -> Output {
    let file = example(BAKERS);
    let command = format!(
        "{prepare} && exec {} pack {} --out {target}",
        env!("CARGO_BIN_EXE_toadlane-cli"),
        file.to_str().unwrap()
    );
    Command::new("unshare").args(["--mount", "--map-root-user", "sh", "-c", &command]).output().unwrap()
}

#[test]
fn a_disk_that_is_full_or_read_only_is_named_and_leaves_nothing_behind() {
    let folder = TempDir::new().unwrap();
    let mount = folder.path().to_str().unwrap();
    let cases = [("size=64k", "the disk is full"), ("ro", "the disk is read-only")];
    for (options, words) in cases {
        let prepare = format!("mount -t tmpfs -o {options} tmpfs {mount}");
        let output = pack_where(&prepare, &format!("{mount}/pack"));
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{options}: {said}");
        assert!(said.contains(words), "{options}: {said}");
    }
    let left = format!("mount -t tmpfs -o size=64k tmpfs {mount} && cd {mount}");
    let file = example(BAKERS);
    let command = format!(
        "{left} && {} pack {} --out {mount}/pack; ls -A {mount}",
        env!("CARGO_BIN_EXE_toadlane-cli"),
        file.to_str().unwrap()
    );
    let output =
        Command::new("unshare").args(["--mount", "--map-root-user", "sh", "-c", &command]).output().unwrap();
    assert!(output.stdout.is_empty(), "left behind: {}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_pack_that_is_there_is_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("pack");
    let arguments =
        ["pack", example(BAKERS).to_str().unwrap(), "--out", out.to_str().unwrap()].map(str::to_owned);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    assert_eq!(toadlane(&arguments).status.code(), Some(0));
    let before = fs::read(out.join("manifest.json")).unwrap();
    let again = toadlane(&arguments);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8(again.stderr).unwrap().contains("is there already"));
    assert_eq!(fs::read(out.join("manifest.json")).unwrap(), before);
    // A file in the place of the folder is no better.
    let file = folder.path().join("file");
    fs::write(&file, "words").unwrap();
    let inside = file.join("pack");
    let output = toadlane(&["pack", arguments[1], "--out", inside.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&file).unwrap(), "words");
}

#[test]
fn verify_names_the_paper_of_which_one_byte_was_changed() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("pack");
    let made = toadlane(&["pack", example(MENDERS).to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let verify = || toadlane(&["verify", out.to_str().unwrap()]);
    assert_eq!(verify().status.code(), Some(0));
    let paper = out.join("02-rules.pdf");
    let mut bytes = fs::read(&paper).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&paper, bytes).unwrap();
    let found = verify();
    assert_eq!(found.status.code(), Some(1));
    let said = String::from_utf8(found.stdout).unwrap();
    assert!(said.contains("02-rules.pdf") && !said.contains("01-"), "{said}");
}
