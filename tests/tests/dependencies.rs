//! What the app is built on grows only where somebody says why: `docs/dependencies.md` has a line for each package that
//! we name ourselves, and how many come with them.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;

use toadlane_tests::{compiled, root};

/// Our own packages, by name.
fn ours(workspace: &toml::Table) -> BTreeSet<String> {
    let members = workspace["workspace"]["members"].as_array().unwrap();
    let name = |member: &toml::Value| {
        let manifest = manifest(&format!("{}/Cargo.toml", member.as_str().unwrap()));
        manifest["package"]["name"].as_str().unwrap().to_owned()
    };
    members.iter().map(name).collect()
}

fn manifest(file: &str) -> toml::Table {
    toml::from_str(&std::fs::read_to_string(root().join(file)).unwrap()).unwrap()
}

/// What our packages name in any of their tables of dependencies, but for each other.
fn named() -> BTreeSet<String> {
    let workspace = manifest("Cargo.toml");
    let ours = ours(&workspace);
    let mut found = BTreeSet::new();
    for member in workspace["workspace"]["members"].as_array().unwrap() {
        let manifest = manifest(&format!("{}/Cargo.toml", member.as_str().unwrap()));
        gather(&toml::Value::Table(manifest), &mut found);
    }
    found.retain(|name| !ours.contains(name));
    found
}

/// Tables of dependencies stand at the top, and below each system that they are for.
fn gather(value: &toml::Value, found: &mut BTreeSet<String>) {
    let Some(table) = value.as_table() else { return };
    for (key, inner) in table {
        match (key.as_str(), inner) {
            ("dependencies" | "build-dependencies" | "dev-dependencies", toml::Value::Table(names)) => {
                found.extend(names.keys().cloned());
            }
            _ => gather(inner, found),
        }
    }
}

/// The rows of the list: a name and a reason.
fn listed(text: &str) -> Vec<(String, String)> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    rows.map(|(name, reason)| (name.to_owned(), reason.trim_end_matches(" |").to_owned())).collect()
}

#[test]
fn each_package_that_we_name_has_its_reason_and_no_more_come_along_than_are_counted() {
    let text = std::fs::read_to_string(root().join("docs/dependencies.md")).unwrap();
    let listed = listed(&text);
    let names: BTreeSet<String> = listed.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(names.len(), listed.len(), "one stands there twice");
    let named = named();
    let missing: Vec<&String> = named.difference(&names).collect();
    assert!(missing.is_empty(), "docs/dependencies.md does not say why we need {missing:?}");
    let gone: Vec<&String> = names.difference(&named).collect();
    assert!(gone.is_empty(), "docs/dependencies.md has {gone:?}, which nothing needs any more");
    for (name, reason) in &listed {
        assert!(reason.split_whitespace().count() >= 3, "{name}: {reason}");
    }
    let counted =
        text.lines().find_map(|line| line.strip_prefix("Counted: ")?.split(' ').next()?.parse().ok());
    let counted: usize = counted.unwrap_or_else(|| panic!("no line says \u{201c}Counted: \u{2026}\u{201d}"));
    let found = compiled(&["--package", "toadlane", "--package", "toadlane-cli"]).len();
    assert!(
        found <= counted,
        "{found} packages are compiled for the app, {counted} were counted: say in docs/dependencies.md what came, and why"
    );
}
