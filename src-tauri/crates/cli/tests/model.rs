//! A sponsor's package at the command line: the worked example is sound, and what is wrong with a package is named.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/sponsor-example")
}

fn toadlane(arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_toadlane-cli")).args(arguments).output().unwrap();
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).join("\n");
    (output.status.code(), said)
}

/// A copy of the worked example in a folder of its own.
fn copy(folder: &TempDir) -> PathBuf {
    let to = folder.path().join("package");
    for inner in ["models", "clauses", "decisions", "examples"] {
        fs::create_dir_all(to.join(inner)).unwrap();
        for file in fs::read_dir(sample().join(inner)).unwrap() {
            let file = file.unwrap().path();
            fs::copy(&file, to.join(inner).join(file.file_name().unwrap())).unwrap();
        }
    }
    to
}

#[test]
fn the_worked_example_is_sound_and_makes_a_pack_with_its_own_rules() {
    let package = sample();
    let package = package.to_str().unwrap();
    let (code, said) = toadlane(&["model", "check", package]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("The package is sound."), "{said}");

    let folder = TempDir::new().unwrap();
    let answers = sample().join("examples/airedale-menders.toml");
    let rules = folder.path().join("rules.md");
    let arguments =
        ["constitution", answers.to_str().unwrap(), "--package", package, "--format", "md", "--out"];
    let (code, said) = toadlane(&[&arguments[..], &[rules.to_str().unwrap()]].concat());
    assert_eq!(code, Some(0), "{said}");
    let rules = fs::read_to_string(&rules).unwrap();
    assert!(rules.contains("Ridings Federation") && rules.contains("days a year to learn"), "{rules}");

    // Without the package, its model is not there.
    let (code, said) = toadlane(&["check", answers.to_str().unwrap()]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("ridings-federation"), "{said}");
}

#[test]
fn what_is_wrong_is_named_with_its_file_and_nothing_else_is_read() {
    let secret = TempDir::new().unwrap();
    let hidden = secret.path().join("secret.md");
    fs::write(&hidden, "a word that nobody may see").unwrap();
    let takes_in = format!("{{% include \"{}\" %}}", hidden.display());
    let cases: &[(&str, &str, &str, &str)] = &[
        // File, what stands there, what is put there, and what must be said.
        ("models/ridings-worker.toml", "\"name\",", "\"nmae\",", "there is no rule \u{201c}nmae\u{201d}"),
        ("decisions/ridings.toml", "unit = \"day\"\n", "", "decisions/ridings.toml:33: learning-days"),
        (
            "clauses/ridings-learning.md",
            "{{ learning_days",
            "{{ learning_dys",
            "clauses/ridings-learning.md:9",
        ),
        ("clauses/ridings-learning.md", "[member](=member)", "{{ open", "clauses/ridings-learning.md:"),
        ("clauses/ridings-federation.md", "pays its", "pays under [](#no-such-rule) its", "no-such-rule"),
        ("clauses/ridings-federation.md", "1. The members", &takes_in, "Our federation"),
        (
            "clauses/ridings-federation.md",
            "1. The members",
            "{% for i in range(99999999) %}x{% endfor %}",
            "ederation",
        ),
        ("examples/airedale-menders.toml", "purpose = ", "purpse = ", "examples/airedale-menders.toml:"),
        ("examples/airedale-menders.toml", "Co-operative Limited\"", "Co-operative\"", "Limited"),
    ];
    for (file, from, to, wanted) in cases {
        let folder = TempDir::new().unwrap();
        let package = copy(&folder);
        let text = fs::read_to_string(package.join(file)).unwrap();
        assert!(text.contains(from), "{file} holds no {from}");
        fs::write(package.join(file), text.replacen(from, to, 1)).unwrap();
        let (code, said) = toadlane(&["model", "check", package.to_str().unwrap()]);
        assert_eq!(code, Some(1), "{file}, {to}: {said}");
        assert!(said.contains(wanted), "{file}, {to}: {said}");
        assert!(!said.contains("nobody may see"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_package_is_refused() {
    let folder = TempDir::new().unwrap();
    let package = copy(&folder);
    std::os::unix::fs::symlink("/etc/hostname", package.join("clauses/outside.md")).unwrap();
    let (code, said) = toadlane(&["model", "check", package.to_str().unwrap()]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("outside.md is no plain file of a package"), "{said}");
}

#[test]
fn a_bound_package_is_the_same_package_in_one_file() {
    let folder = TempDir::new().unwrap();
    let package = copy(&folder);
    let bound = folder.path().join("ridings.txt");
    let bind =
        |out: &Path| toadlane(&["model", "bind", package.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(bind(&bound).0, Some(0));
    let again = folder.path().join("again.txt");
    assert_eq!(bind(&again).0, Some(0));
    let text = fs::read_to_string(&bound).unwrap();
    assert_eq!(text, fs::read_to_string(&again).unwrap());
    let (code, said) = toadlane(&["model", "check", bound.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(said, toadlane(&["model", "check", package.to_str().unwrap()]).1);

    // A fault is named by the file inside, and its line there.
    let faulty = folder.path().join("faulty.txt");
    fs::write(&faulty, text.replacen("{{ learning_days", "{{ learning_dys", 1)).unwrap();
    let (code, said) = toadlane(&["model", "check", faulty.to_str().unwrap()]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("clauses/ridings-learning.md:9"), "{said}");
    for (path, wanted) in [("../outside.md", "no folder can hold"), ("models/ridings-worker.toml", "already")]
    {
        fs::write(&faulty, format!("{text}=== {path}\nx\n")).unwrap();
        let (code, said) = toadlane(&["model", "check", faulty.to_str().unwrap()]);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains(wanted), "{said}");
    }
}

#[test]
fn newer_law_is_looked_at_taken_into_a_store_and_put_away() {
    let folder = TempDir::new().unwrap();
    let (law, store) = (folder.path().join("limits.toml"), folder.path().join("store"));
    let text = "[[limit]]\nslug = \"name-characters\"\nvalue = 120\nunit = \"character\"\nwhat = \"The longest name\"\n\
                law = \"An Act\"\nfrom = 2026-11-24\nsource = \"a notice\"\nchecked = 2026-11-24\nconfidence = \"high\"\n";
    fs::write(&law, text).unwrap();
    let (law, store) = (law.to_str().unwrap(), store.to_str().unwrap());
    let (code, said) = toadlane(&["law", "check", law]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("new: 120 characters, from 24\u{a0}November 2026; checked on 24\u{a0}November 2026"),
        "{said}"
    );
    let (code, said) = toadlane(&["law", "take", law, "--store", store]);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = toadlane(&["law", "check", law, "--store", store]);
    assert_eq!((code, said.contains("Nothing would change.")), (Some(0), true), "{said}");
    let (code, said) = toadlane(&["law", "own", "--store", store]);
    assert_eq!(code, Some(0), "{said}");
    let (_, said) = toadlane(&["law", "check", law, "--store", store]);
    assert!(said.contains("120 characters"), "{said}");

    // A file that is checked with the newer figure, without any store.
    let answers =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/library/examples/northgate-bakers.toml");
    let example = fs::read_to_string(answers).unwrap();
    let long = example.replacen("Northgate Bakers", &format!("Northgate {}Bakers", "Better ".repeat(16)), 1);
    let file = folder.path().join("long.toml");
    fs::write(&file, long).unwrap();
    let file = file.to_str().unwrap();
    assert!(!toadlane(&["check", file]).1.contains("takes 120"));
    let (_, said) = toadlane(&["check", file, "--law", law]);
    assert!(said.contains("120"), "{said}");
    fs::write(law, text.replace("120", "many")).unwrap();
    let (code, said) = toadlane(&["law", "check", law]);
    assert_eq!((code, said.contains("limits.toml:3:")), (Some(1), true), "{said}");
}
