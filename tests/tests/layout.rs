//! What a page of each kind reads like, line by line, as `pdftotext -layout` gives it back: golden files. A space that is
//! lost, a line in the wrong place and columns that run into each other show in them. `papers` compares every paper, but
//! letter by letter: it leaves spaces and places out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::process::Command;

use desk::{Assets, ConstitutionEdition, PackKind, WorkedOut, edition_of, examples, pack};
use formation::answers_file;
use formation::pack::{Edition, PackPaper, paper};
use jiff::civil::date;
use typeset::{Print, lay_out_in, write_pdf};

/// The pages that are kept: of which example, of which paper, from which page, to which.
const PAGES: [(&str, &str, u8, u8); 10] = [
    // A title and contents; rules with numbers and letters.
    ("tidewell-software", "constitution", 1, 1),
    ("tidewell-software", "constitution", 6, 7),
    // A form of questions and answers, and a table.
    ("tidewell-software", "fca-answers", 1, 2),
    ("tidewell-software", "founders-register", 1, 1),
    // Ticks, blank lines and places to sign.
    ("northgate-bakers", "memorandum", 1, 1),
    ("northgate-bakers", "consents-to-act", 1, 1),
    ("northgate-bakers", "founding-minutes", 1, 2),
    // Names in other scripts.
    ("gwlan-y-dwr", "founders-register", 1, 1),
    // A border.
    ("glen-orrin-energy", "share-certificates", 1, 1),
    // Running text.
    ("glen-orrin-energy", "cover-sheet", 1, 1),
];

/// The editions of which the first pages are kept.
const EDITIONS: [(ConstitutionEdition, u8, u8); 4] = [
    (ConstitutionEdition::Explained, 3, 3),
    (ConstitutionEdition::Summary, 1, 1),
    (ConstitutionEdition::LargePrint, 4, 4),
    (ConstitutionEdition::Marked, 1, 1),
];

/// Some pages of a paper as somebody copies them out. How wide a gap between columns comes out hangs on the program's
/// version, so every gap is two spaces; the version in the footer names the answers, which other tests are about.
fn read(
    worked_out: &WorkedOut<'_>,
    (paper, print, edition): &(PackPaper, Print, Edition),
    from: u8,
    to: u8,
) -> String {
    let fonts = &worked_out.assets.fonts;
    let pages = lay_out_in(&paper.paper, fonts, *print);
    let bytes = write_pdf(&pages, fonts, &pack::about(worked_out, edition, paper)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    fs::write(&file, bytes).unwrap();
    let pages = [from.to_string(), to.to_string()];
    let output = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8", "-f", &pages[0], "-l", &pages[1]])
        .arg(&file)
        .arg("-")
        .output()
        .expect("pdftotext of poppler-utils");
    let text = String::from_utf8(output.stdout).unwrap().replace(&edition.version, "\u{2026}");
    let lines = text.trim_end_matches('\u{c}').replace('\u{c}', "\n--- next page ---\n");
    let lines = lines.lines().map(even).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// A line with every gap two spaces wide, and no row of dots longer than three.
fn even(line: &str) -> String {
    let gaps = line.trim().split("  ").map(str::trim).filter(|part| !part.is_empty());
    let mut line = gaps.collect::<Vec<_>>().join("  ");
    while line.contains(" . . . .") {
        line = line.replace(" . . . .", " . . .");
    }
    line
}

#[test]
fn a_page_of_each_kind_reads_line_by_line_as_it_is_kept() {
    let assets = Assets::embedded().unwrap();
    let open = |name: &str| {
        let (_, text) = examples().into_iter().find(|(one, _)| *one == name).unwrap();
        let formation = answers_file::read(&assets.library, text).unwrap();
        WorkedOut::new(&assets, formation, date(2026, 11, 24)).unwrap()
    };
    for (name, slug, from, to) in PAGES {
        let worked_out = open(name);
        let edition = pack::edition(&worked_out, PackKind::Final);
        let (_, paper) =
            paper(&worked_out.case(), &edition, slug).unwrap_or_else(|| panic!("{name} has no {slug}"));
        let text = read(&worked_out, &(paper, Print::Usual, edition), from, to);
        insta::assert_snapshot!(format!("{name}-{slug}-{from}"), text);
    }
    let worked_out = open("tidewell-software");
    for (which, from, to) in EDITIONS {
        let text = read(&worked_out, &edition_of(&worked_out, which, None).unwrap(), from, to);
        insta::assert_snapshot!(format!("tidewell-software-{which:?}").to_lowercase(), text);
    }
}
