//! The guide's table of types and forms is worked out from the library, so that it cannot go stale.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::path::Path;

use desk::{Assets, PackKind, Stop, WorkedOut, pack};
use formation::answers_file::BUILT_IN_MODEL;
use formation::legal::{CoopType, LegalForm, Nation};
use formation::pack::papers;
use formation::{Formation, checks};
use jiff::civil::date;

const BEGIN: &str = "<!-- table: worked out by tests/tests/guide.rs -->\n";
const END: &str = "<!-- end of table -->\n";

/// A line of the table: what comes out when every usual answer is kept and nobody is entered yet.
fn line(assets: &Assets, coop_type: CoopType, form: LegalForm) -> String {
    let formation = Formation::new(coop_type, form, Nation::England, BUILT_IN_MODEL);
    let worked_out = WorkedOut::new(assets, formation, date(2026, 11, 25)).unwrap();
    let edition = pack::edition(&worked_out, PackKind::Draft);
    let papers = papers(&worked_out.case(), &edition);
    let constitution = papers.iter().find(|paper| paper.paper.slug == "constitution").unwrap();
    let words = typeset::text(&constitution.paper).split_whitespace().count();
    let asked = assets
        .library
        .decisions_of(worked_out.model)
        .filter(|decision| worked_out.answers.is_asked(&decision.slug))
        .count();
    let made = pack::make(&worked_out, PackKind::Draft, &Stop::default()).unwrap();
    let pages: usize = made.manifest.documents.iter().map(|document| document.pages).sum();
    format!(
        "| {} | {} (`{}`) | {} | {} | {asked} | {} | {pages} |",
        coop_type.title(),
        form.title(),
        form.slug(),
        // To the nearest hundred: a word more or less is no news.
        (words + 50) / 100 * 100,
        worked_out.constitution.rules().count(),
        papers.len(),
    )
}

fn table() -> String {
    let assets = Assets::embedded().unwrap();
    let mut out = String::new();
    let mut pairs = 0;
    let mut rows = String::new();
    for coop_type in CoopType::ALL {
        for form in LegalForm::ALL {
            if assets.library.model(BUILT_IN_MODEL, *coop_type, *form).is_some() {
                pairs += 1;
                writeln!(rows, "{}", line(&assets, *coop_type, *form)).unwrap();
            }
        }
    }
    writeln!(
        out,
        "There are {pairs} pairs of a type and a form. Each goes through all {} checks.\n",
        checks::count()
    )
    .unwrap();
    out.push_str("| Type | Form | Words, about | Rules | Questions asked | Papers | Pages |\n");
    out.push_str("|---|---|--:|--:|--:|--:|--:|\n");
    out + &rows
}

#[test]
fn the_table_of_types_and_forms_is_true() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/library.md");
    let text = std::fs::read_to_string(&file).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("the guide has a place for the table");
    let (said, after) = rest.split_once(END).expect("the table ends");
    let worked_out = table();
    if std::env::var_os("UPDATE_GUIDE").is_some() {
        std::fs::write(&file, format!("{before}{BEGIN}{worked_out}{END}{after}")).unwrap();
    } else {
        assert_eq!(said, worked_out, "run this test with UPDATE_GUIDE=1 and read what changed");
    }
}
