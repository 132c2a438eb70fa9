//! Whoever wrote a part of the app is named in it with their licence, and stands in the bill of materials.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use toadlane_tests::{compiled, root};

type Packages = BTreeSet<(String, String)>;

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap()
}

fn json(file: &str) -> Json {
    serde_json::from_str(&read(file)).unwrap()
}

fn text(json: &Json) -> String {
    json.as_str().unwrap().to_owned()
}

/// What the lock file pins, for every system; with whether it is somebody else's.
fn locked() -> BTreeMap<(String, String), bool> {
    let lock: toml::Table = toml::from_str(&read("Cargo.lock")).unwrap();
    let entry = |package: &toml::Value| {
        let of = |key: &str| package[key].as_str().unwrap().to_owned();
        ((of("name"), of("version")), package.get("source").is_some())
    };
    lock["package"].as_array().unwrap().iter().map(entry).collect()
}

/// What is compiled into the app on this system, or in order to build it.
fn in_the_app() -> Packages {
    compiled(&["--offline", "--package", "toadlane", "--package", "toadlane-cli"])
}

fn in_the_notices() -> Packages {
    let notices = json("assets/notices.json");
    let packages =
        notices.as_array().unwrap().iter().flat_map(|notice| notice["packages"].as_array().unwrap());
    packages.map(|package| (text(&package[0]), text(&package[1]))).collect()
}

fn in_the_bill() -> Packages {
    let bill = json("docs/sbom.cdx.json");
    assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&"CycloneDX".into(), &"1.5".into()));
    let app = std::iter::once(&bill["metadata"]["component"]);
    let components = bill["components"].as_array().unwrap().iter().chain(app);
    components.map(|one| (text(&one["name"]), text(&one["version"]))).collect()
}

const MADE_BY: &str = "scripts/make-notices writes it anew";

#[test]
fn whatever_is_compiled_stands_in_the_notices_and_in_the_bill_of_materials() {
    let (compiled, locked) = (in_the_app(), locked());
    assert!(
        compiled.len() > 300 && compiled.iter().all(|package| locked.contains_key(package)),
        "{compiled:?}"
    );
    let missing: Vec<_> = compiled.difference(&in_the_bill()).cloned().collect();
    assert!(missing.is_empty(), "not in docs/sbom.cdx.json: {missing:?}; {MADE_BY}");
    let theirs: Packages = compiled.into_iter().filter(|package| locked[package]).collect();
    let missing: Vec<_> = theirs.difference(&in_the_notices()).cloned().collect();
    assert!(missing.is_empty(), "not in assets/notices.json: {missing:?}; {MADE_BY}");
}

#[test]
fn nothing_stands_there_that_the_lock_file_does_not_pin() {
    let locked = locked();
    let stale = |package: &(String, String)| !locked.contains_key(package);
    let gone: Vec<_> = in_the_bill().into_iter().filter(stale).collect();
    assert!(gone.is_empty(), "docs/sbom.cdx.json: {gone:?}; {MADE_BY}");
    // Typefaces and OpenSSL are no packages.
    let beside = [
        "Atkinson Hyperlegible Next",
        "Noto Serif, on the screen",
        "Noto Serif and Noto Sans, on paper",
        "OpenSSL",
    ];
    let notices = in_the_notices();
    assert!(beside.iter().all(|name| notices.iter().any(|(named, _)| named == name)), "{beside:?}");
    let gone: Vec<_> = notices
        .into_iter()
        .filter(|package| stale(package) && !beside.contains(&package.0.as_str()))
        .collect();
    assert!(gone.is_empty(), "assets/notices.json: {gone:?}; {MADE_BY}");
}

#[test]
fn every_licence_is_one_that_we_allow_and_has_its_words() {
    let deny: toml::Table = toml::from_str(&read("deny.toml")).unwrap();
    let words = |list: &toml::Value| -> BTreeSet<String> {
        list.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
    };
    let mut allowed = words(&deny["licenses"]["allow"]);
    for exception in deny["licenses"]["exceptions"].as_array().unwrap() {
        allowed.extend(words(&exception["allow"]));
    }
    allowed.insert("SIL Open Font Licence 1.1".to_owned());
    for notice in json("assets/notices.json").as_array().unwrap() {
        let (licence, says) = (text(&notice["licence"]), text(&notice["text"]));
        let unknown: Vec<&str> = licence.split(" and ").filter(|one| !allowed.contains(*one)).collect();
        assert!(unknown.is_empty(), "{unknown:?}: {}", notice["packages"]);
        assert!(says.len() > 200, "{licence}: {says}");
    }
    let all = read("assets/notices.json");
    for whose in [
        "ZETETIC LLC",
        "Atkinson Hyperlegible Next Project Authors",
        "Apache License",
        "Mozilla Public License",
    ] {
        assert!(all.contains(whose), "{whose} is not there");
    }
}
