//! The app talks to no network: nothing that could is compiled into it.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;

use toadlane_tests::{compiled, root};

/// Reads what `deny.toml` bans, so that there is one list.
fn banned(root: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(root.join("deny.toml")).unwrap();
    let table: toml::Table = toml::from_str(&text).unwrap();
    let deny = table["bans"]["deny"].as_array().unwrap();
    deny.iter().map(|entry| entry["crate"].as_str().unwrap().to_owned()).collect()
}

/// Whatever in a page, a style or a script would name another computer.
const ADDRESSES: [&str; 6] = ["http://", "https://", "ws://", "\"//", "'//", "(//"];

#[test]
fn no_page_style_or_script_names_another_computer() {
    let (mut folders, mut read, mut named) = (vec![root().join("ui")], 0, Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|kind| ["html", "css", "js", "svg"].iter().any(|one| kind == *one))
            {
                let text = std::fs::read_to_string(&path).unwrap();
                read += 1;
                named.extend(
                    ADDRESSES
                        .iter()
                        .filter(|one| text.contains(**one))
                        .map(|one| format!("{one} in {}", path.display())),
                );
            }
        }
    }
    assert!(read > 70, "only {read} files were read");
    assert_eq!(named, Vec::<String>::new());
}

#[test]
fn nothing_that_could_talk_to_a_network_is_compiled() {
    let banned = banned(&root());
    assert!(banned.len() > 10);
    let found = compiled(&["--workspace", "--target", "x86_64-unknown-linux-gnu"]);
    let found: BTreeSet<String> = found.into_iter().map(|(name, _)| name).collect();
    assert!(found.contains("store") && found.len() > 100, "the list of crates must be there");
    let breaches: Vec<_> = found.intersection(&banned).collect();
    assert!(breaches.is_empty(), "{breaches:?}");
}
