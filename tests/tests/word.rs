//! Every example's papers as Word files: Word counts the constitution's numbers as we print them, and what
//! LibreOffice prints says what our PDF says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../src-tauri/crates/typeset/tests/libre/mod.rs"]
mod libre;
#[path = "../../src-tauri/crates/typeset/tests/word/mod.rs"]
mod word;

use desk::{Assets, PackKind, WorkedOut, examples, pack};
use document::Furniture;
use formation::{answers_file, pack as papers};
use jiff::civil::date;
use typeset::{docx, lay_out, write_pdf};

#[test]
fn every_example_reads_the_same_in_word_as_in_print() {
    let assets = Assets::embedded().unwrap_or_else(|error| panic!("{error}"));
    let mut files = Vec::new();
    let mut furniture: Vec<Furniture> = Vec::new();
    for (name, text) in examples() {
        let formation = answers_file::read(&assets.library, text).unwrap();
        let worked_out = WorkedOut::new(&assets, formation, date(2026, 11, 24)).unwrap();
        let edition = pack::edition(&worked_out, PackKind::Final);
        for paper in papers::papers(&worked_out.case(), &edition) {
            let about = pack::about(&worked_out, &edition, &paper);
            let pages = lay_out(&paper.paper, &assets.fonts);
            let docx = docx(&paper.paper, &pages, &about).unwrap();
            let name = format!("{name}-{}", paper.paper.slug);
            let mut expected = Vec::new();
            word::labels(&paper.paper.blocks, &mut expected);
            assert_eq!(word::shown_numbers(&word::parts(&docx)), expected, "{name}");
            let pdf = write_pdf(&pages, &assets.fonts, &about).unwrap();
            files.push(libre::Pair { name, docx, pdf });
            furniture.push(paper.paper.furniture);
        }
    }
    let printed = libre::print(&files);
    let differences: Vec<String> = files
        .iter()
        .zip(&printed)
        .zip(&furniture)
        .filter_map(|((file, printed), furniture)| {
            let difference = libre::difference(&printed.ours, &printed.theirs, furniture)?;
            Some(format!("{}: {difference}", file.name))
        })
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
