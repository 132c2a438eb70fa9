//! Newer law: looked at, taken in, used by checks and papers with its day, kept with the store, and put away again.

use std::fs;

use desk::{Desk, NewerLaw, PackKind};
use serde_json::Value as Json;
use tempfile::TempDir;

use crate::support::{Computer, begin};

const FEES: &str = r#"
[[fee]]
forms = ["clg", "cls"]
route = "online"
what = "Registering a company on the Companies House website"
value = 137
from = 2026-11-01
source = "a notice of November"
checked = 2026-11-24
confidence = "high"
confirm = "the fees page"
usual = true
"#;

/// Reads newer law from a folder with one file.
fn newer(file: &str, text: &str) -> NewerLaw {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join(file), text).unwrap();
    NewerLaw::read(folder.path()).unwrap()
}

/// The manifest of a draft pack, and the text of all its papers.
fn packed(desk: &mut Desk, id: &str) -> Json {
    let folder = TempDir::new().unwrap();
    let pack = desk.export_pack(id, folder.path(), PackKind::Draft).unwrap();
    serde_json::from_str(&fs::read_to_string(pack.folder.join("manifest.json")).unwrap()).unwrap()
}

/// What the finder and the start page say of the fee.
fn fee(desk: &Desk) -> String {
    let forms = desk.start_view().forms;
    let company = forms.iter().find(|choice| choice.form == "clg" && choice.coop_type == "worker").unwrap();
    company.means.iter().find(|line| line.starts_with("Registering costs")).unwrap().clone()
}

#[test]
fn newer_figures_are_used_kept_and_put_away() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate Bakers Co-operative Limited");
    let own = fee(&desk);
    assert_eq!(packed(&mut desk, &id).get("law"), None);

    let law = newer("fees.toml", FEES);
    let report = desk.look_at_law(&law).unwrap();
    assert_eq!(report.faults, []);
    let new = report.changes.iter().find(|change| change.was.is_none()).unwrap().is.clone().unwrap();
    assert!(new.says.starts_with("\u{a3}137, from 1\u{a0}November 2026"), "{new:?}");
    assert_eq!((new.source.as_str(), new.checked), ("a notice of November", jiff::civil::date(2026, 11, 24)));
    assert_eq!(fee(&desk), own, "looking changes nothing");

    desk.take_law(&law).unwrap();
    assert_eq!(fee(&desk), "Registering costs \u{a3}137.");
    let manifest = packed(&mut desk, &id);
    assert_eq!(manifest["law"], "newer figures, the latest checked on 2026-11-24");
    assert!(desk.take_law(&law).is_err(), "nothing in it is newer now");
    assert_eq!(desk.desk_view().unwrap().formations.len(), 1, "what is kept is no co-op");
    drop(desk);

    let mut desk = computer.open();
    assert_eq!(fee(&desk), "Registering costs \u{a3}137.", "kept with the store");
    assert_eq!(desk.law_view().unwrap().taken_in.unwrap().len(), report.changes.len());
    desk.put_law_away().unwrap();
    assert_eq!(fee(&desk), own);
    assert_eq!(desk.law_view().unwrap().taken_in, None);
    drop(desk);
    assert_eq!(fee(&computer.open()), own);
}

#[test]
fn what_the_checks_found_before_is_found_anew() {
    const SHORTER: &str = r#"
[[limit]]
slug = "name-characters"
value = 20
unit = "character"
what = "The longest name a company may have, spaces included"
law = "A regulation of November"
from = 2026-11-01
source = "a notice of November"
checked = 2026-11-24
confidence = "high"
"#;
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let id = begin(&mut desk, "Northgate Bakers Co-operative Limited");
    let too_long = |desk: &Desk| {
        let found = desk.checks_view(&id).unwrap().findings;
        found.iter().any(|finding| finding.check == "name-too-long")
    };
    assert!(!too_long(&desk));
    desk.take_law(&newer("limits.toml", SHORTER)).unwrap();
    assert!(too_long(&desk));
    desk.put_law_away().unwrap();
    assert!(!too_long(&desk));
}

#[test]
fn older_and_faulty_figures_are_not_taken_in() {
    let computer = Computer::new("a");
    let mut desk = computer.open();
    let own = fee(&desk);
    let older = newer("fees.toml", &FEES.replace("2026-11-24", "2025-01-01"));
    let report = desk.look_at_law(&older).unwrap();
    assert_eq!(report.held_back, ["Registering a company on the Companies House website"]);
    assert!(report.changes.is_empty());
    assert!(desk.take_law(&older).is_err());

    let faulty = newer("fees.toml", &FEES.replace("137", "-5"));
    let report = desk.look_at_law(&faulty).unwrap();
    assert!(report.faults[0].to_string().starts_with("fees.toml:5:"), "{:?}", report.faults);
    assert!(desk.take_law(&faulty).is_err());
    let elsewhere = newer("rules.toml", FEES);
    assert!(desk.look_at_law(&elsewhere).unwrap().faults[0].to_string().contains("does not belong here"));
    assert_eq!(fee(&desk), own);
}

#[test]
fn one_file_alone_and_a_bound_file_are_read_as_a_folder_is() {
    let folder = TempDir::new().unwrap();
    let alone = folder.path().join("fees.toml");
    fs::write(&alone, FEES).unwrap();
    let bound = folder.path().join("newer-law.txt");
    fs::write(&bound, format!("Toad Lane bound files, format 1\n=== fees.toml\n{FEES}")).unwrap();
    let whole = newer("fees.toml", FEES);
    assert_eq!(NewerLaw::read(&alone).unwrap(), whole);
    assert_eq!(NewerLaw::read(&bound).unwrap(), whole);
    fs::write(&bound, format!("Toad Lane bound files, format 1\n=== ../fees.toml\n{FEES}")).unwrap();
    assert!(NewerLaw::read(&bound).unwrap_err().to_string().contains("line 2"));
}
