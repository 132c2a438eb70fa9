//! The dependency rule, and tidiness: what no reviewer should have to look for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// Which of our packages each may name. The shell knows screens and desk, the cli and screens know desk,
/// desk knows formation, typeset and store; formation and typeset know document; those know nobody. The
/// two hosts also read the plain data of what they show.
fn allowed() -> BTreeMap<&'static str, &'static [&'static str]> {
    BTreeMap::from([
        ("document", &[][..]),
        ("store", &[][..]),
        ("formation", &["document"][..]),
        ("typeset", &["document"][..]),
        ("desk", &["document", "formation", "store", "typeset"][..]),
        ("screens", &["desk"][..]),
        ("cli", &["desk", "document", "formation", "typeset"][..]),
    ])
}

const OURS: [&str; 7] = ["document", "formation", "typeset", "store", "desk", "screens", "toadlane"];

fn dependencies(manifest: &Path) -> Vec<String> {
    let text = fs::read_to_string(manifest).unwrap();
    let table: toml::Table = toml::from_str(&text).unwrap();
    let dependencies = table.get("dependencies").and_then(toml::Value::as_table);
    dependencies.map(|table| table.keys().cloned().collect()).unwrap_or_default()
}

#[test]
fn packages_know_only_whom_they_may() {
    for (package, may) in allowed() {
        let found = dependencies(&root().join(format!("src-tauri/crates/{package}/Cargo.toml")));
        let ours: Vec<&String> = found.iter().filter(|name| OURS.contains(&name.as_str())).collect();
        for name in ours {
            assert!(may.contains(&name.as_str()), "{package} must not know {name}");
        }
    }
}

#[test]
fn only_the_shell_names_tauri() {
    for package in allowed().keys() {
        let found = dependencies(&root().join(format!("src-tauri/crates/{package}/Cargo.toml")));
        assert!(!found.iter().any(|name| name.starts_with("tauri")), "{package} names tauri");
    }
    assert!(dependencies(&root().join("src-tauri/Cargo.toml")).contains(&"tauri".to_owned()));
}

#[test]
fn the_shell_knows_screens_and_desk() {
    let found = dependencies(&root().join("src-tauri/Cargo.toml"));
    let ours: Vec<&String> = found.iter().filter(|name| OURS.contains(&name.as_str())).collect();
    assert_eq!(ours, ["desk", "screens"]);
}

#[test]
fn the_core_needs_no_desktop() {
    const DESKTOP: [&str; 5] = ["tauri", "wry", "tao", "gtk", "webkit2gtk"];
    for package in allowed().keys() {
        let package = if *package == "cli" { "toadlane-cli" } else { package };
        let built = built_for(package);
        assert!(built.len() > 1, "cargo lists nothing for {package}");
        let desktop: Vec<&String> = built.iter().filter(|name| DESKTOP.contains(&name.as_str())).collect();
        assert!(desktop.is_empty(), "{package} is built with {desktop:?}");
    }
}

/// The names of all packages that are compiled into a package of ours on this platform. The lock file would
/// list those of every platform.
fn built_for(package: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "--offline",
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--package",
            package,
        ])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

#[test]
fn the_core_reads_no_clock_no_files_and_no_environment() {
    const BARRED: [&str; 8] = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "SystemTime",
        "Instant::now",
        "Zoned::now",
        "Uuid::new",
    ];
    for package in ["document", "formation", "typeset", "screens"] {
        for file in files(&root().join(format!("src-tauri/crates/{package}/src")), "rs") {
            let text = fs::read_to_string(&file).unwrap();
            // Tests may read the library from the disk.
            if file.ends_with("tried.rs") {
                continue;
            }
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for barred in BARRED {
                assert!(!code.contains(barred), "{} uses {barred}", file.display());
            }
        }
    }
}

#[test]
fn source_files_are_short_and_say_what_they_are_for() {
    for file in files(&root().join("src-tauri"), "rs") {
        let text = fs::read_to_string(&file).unwrap();
        let lines = text.lines().count();
        assert!(lines <= 700, "{} has {lines} lines", file.display());
        assert!(
            text.starts_with("//!") || text.starts_with("#!["),
            "{} does not say what it is for",
            file.display()
        );
    }
}

#[test]
fn no_file_is_named_for_nothing() {
    const EMPTY_NAMES: [&str; 6] = ["utils", "util", "helpers", "manager", "service", "common"];
    for file in files(&root().join("src-tauri"), "rs") {
        let stem = file.file_stem().unwrap().to_str().unwrap();
        assert!(!EMPTY_NAMES.contains(&stem), "{} is named for nothing", file.display());
    }
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !path.ends_with("target") && !path.ends_with("gen") {
                out.extend(files(&path, ending));
            }
        } else if path.extension().is_some_and(|found| found == ending) {
            out.push(path);
        }
    }
    out.sort();
    out
}
