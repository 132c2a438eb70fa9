//! The guide's table of types and forms is worked out from the library, so that it cannot go stale.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::path::Path;

use desk::{Assets, PackKind, Stop, WorkedOut, pack};
use formation::answers_file::BUILT_IN_MODEL;
use formation::legal::{CoopType, LegalForm, Nation};
use formation::pack::papers;
use formation::{Formation, Rule, checks};
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
    let own: usize =
        worked_out.constitution.rules().filter(|rule| !rule.is_prescribed()).map(Rule::word_count).sum();
    let asked = assets
        .library
        .decisions_of(worked_out.model)
        .filter(|decision| worked_out.answers.is_asked(&decision.slug))
        .count();
    let made = pack::make(&worked_out, PackKind::Draft, &Stop::default()).unwrap();
    let pages: usize = made.manifest.documents.iter().map(|document| document.pages).sum();
    format!(
        "| {} | {} (`{}`) | {} | {} | {} | {asked} | {} | {pages} |",
        coop_type.title(),
        form.title(),
        form.slug(),
        hundreds(own),
        hundreds(words),
        worked_out.constitution.rules().count(),
        papers.len(),
    )
}

/// To the nearest hundred: a word more or less is no news.
fn hundreds(words: usize) -> usize {
    (words + 50) / 100 * 100
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
    out.push_str(
        "\u{201c}Words of the rules\u{201d} counts their headings and texts, without those that a statute prescribes. \
         \u{201c}In the paper\u{201d} counts all that the printed constitution holds: title, contents, numbers, remarks, the \
         words explained and the places to sign.\n\n",
    );
    out.push_str(
        "| Type | Form | Words of the rules | In the paper | Rules | Questions asked | Papers | Pages |\n",
    );
    out.push_str("|---|---|--:|--:|--:|--:|--:|--:|\n");
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
