//! Every example's papers as Word files: Word counts the constitution's numbers as we print them, and what
//! LibreOffice prints says what our PDF says.
//!
//! One start of LibreOffice prints some hundred files: the whole pack of every other example, and the constitution
//! and the register of all. All packs would take more than two minutes on two cores.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../src-tauri/crates/typeset/tests/libre/mod.rs"]
mod libre;
#[path = "../../src-tauri/crates/typeset/tests/word/mod.rs"]
mod word;

use desk::{Assets, PackKind, WorkedOut, examples, pack};
use document::Paper;
use formation::{answers_file, pack as papers};
use jiff::civil::date;
use typeset::{docx, lay_out, write_pdf};

#[test]
fn every_example_reads_the_same_in_word_as_in_print() {
    let assets = Assets::embedded().unwrap_or_else(|error| panic!("{error}"));
    let mut files = Vec::new();
    let mut written: Vec<Paper> = Vec::new();
    for (index, (name, text)) in examples().into_iter().enumerate() {
        let formation = answers_file::read(&assets.library, text).unwrap();
        let worked_out = WorkedOut::new(&assets, formation, date(2026, 11, 24)).unwrap();
        let edition = pack::edition(&worked_out, PackKind::Final);
        let mut all = papers::papers(&worked_out.case(), &edition);
        if index % 2 == 1 {
            all.retain(|paper| ["constitution", "founders-register"].contains(&paper.paper.slug.as_str()));
        }
        for paper in all {
            let about = pack::about(&worked_out, &edition, &paper);
            let pages = lay_out(&paper.paper, &assets.fonts);
            let docx = docx(&paper.paper, &pages, &about).unwrap();
            let name = format!("{name}-{}", paper.paper.slug);
            let mut expected = Vec::new();
            word::labels(&paper.paper.blocks, &mut expected);
            assert_eq!(word::shown_numbers(&word::parts(&docx)), expected, "{name}");
            let pdf = write_pdf(&pages, &assets.fonts, &about).unwrap();
            files.push(libre::Pair { name, docx, pdf });
            written.push(paper.paper);
        }
    }
    let printed = libre::print(&files);
    let differences: Vec<String> = files
        .iter()
        .zip(&printed)
        .zip(&written)
        .filter_map(|((file, printed), paper)| {
            let difference = libre::difference(&printed.ours, &printed.theirs, paper)?;
            Some(format!("{}: {difference}", file.name))
        })
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    // The comparison can tell in each of them: a word that went.
    for ((file, printed), paper) in files.iter().zip(&printed).zip(&written) {
        let planted = printed.theirs.replacen(" the ", " ", 1);
        let same = planted == printed.theirs;
        assert!(same || libre::difference(&printed.ours, &planted, paper).is_some(), "{}", file.name);
    }
}
