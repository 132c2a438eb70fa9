//! From an empty desk to a pack on the disk, without a window, a clock or a network.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use desk::view::AddressView;
use desk::{Answer, Begin, Desk, FailureCode, Host, PackKind, PersonFields, Places};
use jiff::civil::{Date, date};
use serde_json::{Value as Json, json};

/// A host whose day never ends and whose ids count.
struct Still(AtomicU64);

impl Host for Still {
    fn today(&self) -> Date {
        date(2026, 11, 24)
    }

    fn now_ms(&self) -> i64 {
        1_795_528_800_000
    }

    fn time_of_day(&self) -> String {
        "14:00".to_owned()
    }

    fn date_and_time(&self, _: i64) -> String {
        "24 November 2026, 14:00".to_owned()
    }

    fn new_id(&self) -> String {
        format!("id-{}", self.0.fetch_add(1, Ordering::Relaxed))
    }
}

/// Opens a desk; ids begin anew at `first`, so that no two desks over one store give the same.
fn desk(store: &Path, first: u64) -> Desk {
    Desk::open(&Places { store: store.to_owned() }, Box::new(Still(AtomicU64::new(first)))).unwrap()
}

fn agreed(value: Json) -> Answer {
    Answer { value: Some(value), status: "agreed".to_owned(), reason: String::new() }
}

fn address(lines: &str) -> AddressView {
    AddressView {
        lines: lines.to_owned(),
        town: "Halifax".to_owned(),
        postcode: "HX1 2AB".to_owned(),
        country: "England".to_owned(),
    }
}

fn person(first: &str, roles: &[&str]) -> PersonFields {
    PersonFields {
        first: first.to_owned(),
        last: "Patel".to_owned(),
        born: ["12".to_owned(), "4".to_owned(), "1990".to_owned()],
        nationality: "British".to_owned(),
        occupation: "Baker".to_owned(),
        home: address("12 Well Lane"),
        email: format!("{}@example.org", first.to_lowercase()),
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        ..PersonFields::default()
    }
}

#[test]
fn a_group_goes_from_nothing_to_its_pack() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let mut first = desk(&store, 0);
    let begin = Begin {
        coop_type: "worker".to_owned(),
        form: "clg".to_owned(),
        nation: "england".to_owned(),
        name: String::new(),
    };
    let id = first.begin(&begin).unwrap();
    let refused = first.export_pack(&id, folder.path(), PackKind::Final).unwrap_err();
    assert_eq!(refused.code, FailureCode::Blocked);

    for (slug, value) in [
        ("name", json!("Northgate Bakers Co-operative Limited")),
        (
            "registered-office",
            json!({ "lines": ["Unit 4, Mill Yard"], "town": "Halifax", "postcode": "HX1 1AA", "country": "England" }),
        ),
        ("purpose", json!("We bake good bread for Halifax.")),
        ("objects", json!(["Baking and selling bread and cakes"])),
        ("sic-codes", json!(["10710"])),
        ("registered-email", json!("post@northgatebakers.example")),
    ] {
        first.decide(&id, slug, &agreed(value)).unwrap_or_else(|failure| panic!("{slug}: {failure}"));
    }
    let roles = ["member", "director", "signatory"];
    for (name, more) in [("Asha", "secretary"), ("Bilal", "treasurer"), ("Carys", "contact")] {
        let roles: Vec<&str> = roles.iter().copied().chain([more]).collect();
        first.save_person(&id, None, &person(name, &roles)).unwrap();
    }
    first.agree_usual(&id).unwrap();
    let checks = first.checks_view(&id).unwrap();
    let blockers: Vec<_> = checks.findings.iter().filter(|finding| finding.severity == "blocker").collect();
    assert!(blockers.is_empty(), "{blockers:#?}");

    // Another start, another desk: everything is as it was.
    drop(first);
    let mut second = desk(&store, 10_000);
    assert_eq!(second.people_view(&id).unwrap().people.len(), 3);
    let exported = second.export_pack(&id, folder.path(), PackKind::Final).unwrap();
    let files: Vec<String> = fs::read_dir(&exported.folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(files.iter().filter(|file| file.ends_with(".pdf")).count(), exported.papers, "{files:?}");
    assert!(files.contains(&"manifest.json".to_owned()), "{files:?}");
}
