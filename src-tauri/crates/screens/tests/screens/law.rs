//! Newer figures of the law in the window: looked at, taken in, shown where they are used, put away; and words in them that
//! are anything but words.

use std::fs;
use std::path::Path;

use screens::{Ask, Reply};
use tempfile::TempDir;

use crate::stage::{Stage, region};

fn fees(value: &str, source: &str) -> String {
    format!(
        "[[fee]]\nforms = [\"clg\", \"cls\"]\nroute = \"online\"\nwhat = \"Registering a company on the website\"\n\
         value = {value}\nfrom = 2026-11-01\nsource = '{source}'\nchecked = 2026-11-24\nconfidence = \"medium\"\n\
         confirm = \"GOV.UK\"\nusual = true\n"
    )
}

/// Asks for a file, and chooses one as the host does.
fn look(stage: &mut Stage, path: Option<&Path>) -> Reply {
    let asked = stage.act("law", "choose-file", &[]).ask.unwrap();
    assert!(matches!(asked, Ask::File { .. }), "{asked:?}");
    stage.screens.chosen(asked.into_event(), path)
}

#[test]
fn newer_figures_are_shown_before_they_are_taken_in_and_can_be_put_away() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("fees.toml");
    let store = TempDir::new().unwrap();
    let mut stage = Stage::new(store.path());
    assert!(region(&stage.go("settings"), "main").contains("#/law"));
    let used = region(&stage.go("law"), "main");
    assert!(used.contains("The figures that Toad Lane came with.") && !used.contains("id=\"own\""), "{used}");
    let nothing = look(&mut stage, None);
    assert!(!format!("{nothing:?}").contains("id=\\\"take\\\""));

    fs::write(&file, fees("-1", "a notice")).unwrap();
    let faulty = region(&look(&mut stage, Some(&file)), "main");
    assert!(faulty.contains("fees.toml") && !faulty.contains("id=\"take\""), "{faulty}");

    fs::write(&file, fees("137", "a notice <b onclick=\"x\">of November</b>")).unwrap();
    let looked = region(&look(&mut stage, Some(&file)), "main");
    assert!(looked.contains("\u{a3}137") && looked.contains("id=\"take\""), "{looked}");
    assert!(
        looked.contains("probably right, confirm it") && looked.contains("24\u{a0}November 2026"),
        "{looked}"
    );
    assert!(!looked.contains("<b onclick"), "{looked}");
    // What is taken in is what was shown, whatever becomes of the file.
    fs::write(&file, fees("999", "another notice")).unwrap();
    let taken = region(&stage.act("law", "take", &[]), "main");
    assert!(taken.contains("id=\"own\"") && taken.contains("\u{a3}137"), "{taken}");
    assert!(region(&stage.go("start"), "main").contains("Registering costs \u{a3}137."));
    let own = region(&stage.act("law", "own", &[]), "main");
    assert!(own.contains("The figures that Toad Lane came with."), "{own}");
    assert!(!region(&stage.go("start"), "main").contains("\u{a3}137"));
}
