//! Every example's papers as Word files: Word counts the constitution's numbers as we print them, and what
//! LibreOffice prints says what our PDF says; and of some marked editions, what it prints of tracked changes.
//!
//! One start of LibreOffice prints some hundred files: the whole pack of every other example, and the constitution
//! and the register of all. All packs would take more than two minutes on two cores.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../src-tauri/crates/typeset/tests/libre/mod.rs"]
mod libre;
#[path = "../../src-tauri/crates/typeset/tests/word/mod.rs"]
mod word;

use desk::{Assets, ConstitutionEdition, PackKind, WorkedOut, edition_of, examples, pack};
use document::{Paper, Span};
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

/// With changes shown, LibreOffice prints what came underlined and what went struck out. So the words of its print are
/// those of our marked PDF, in the same order: each inserted and each deleted one stands there. Numbers of rules and
/// items are left out of it: beside a tracked paragraph LibreOffice prints two, with the change and without it.
#[test]
fn tracked_changes_print_as_the_marked_edition_reads() {
    let assets = Assets::embedded().unwrap_or_else(|error| panic!("{error}"));
    let (mut files, mut written) = (Vec::new(), Vec::new());
    for (name, text) in examples().into_iter().filter(|(name, _)| MARKED.contains(name)) {
        let formation = answers_file::read(&assets.library, text).unwrap();
        let worked_out = WorkedOut::new(&assets, formation, date(2026, 11, 24)).unwrap();
        let (paper, _, edition) = edition_of(&worked_out, ConstitutionEdition::Marked, None).unwrap();
        let about = pack::about(&worked_out, &edition, &paper);
        let pages = lay_out(&paper.paper, &assets.fonts);
        let docx = docx(&paper.paper, &pages, &about).unwrap();
        let pdf = write_pdf(&pages, &assets.fonts, &about).unwrap();
        files.push(libre::Pair { name: name.to_owned(), docx, pdf });
        written.push(paper.paper);
    }
    assert_eq!(files.len(), MARKED.len());
    let printed = libre::print(&files);
    for ((file, printed), paper) in files.iter().zip(&printed).zip(&written) {
        let (inserted, deleted) = marks(paper);
        assert!(inserted > 10 && deleted > 10, "{}: {inserted} inserted, {deleted} deleted", file.name);
        let difference = libre::difference_but_numbers(&printed.ours, &printed.theirs, paper);
        assert!(difference.is_none(), "{}: {}", file.name, difference.unwrap_or_default());
        // The comparison can tell: two words that were deleted are gone from the print, or two that were inserted.
        for wanted in [is_deleted, is_inserted] {
            let words = two_words(paper, wanted).unwrap();
            let lines = printed.theirs.replace('\n', " ");
            let at = lines.rfind(&words).unwrap_or_else(|| panic!("{}: {words:?} is not printed", file.name));
            let planted = format!("{}{}", &printed.theirs[..at], &printed.theirs[at + words.len()..]);
            let difference = libre::difference_but_numbers(&printed.ours, &planted, paper);
            assert!(difference.is_some(), "{}: nobody sees that {words:?} is gone", file.name);
        }
    }
}

/// Examples whose answers differ much from the usual ones: two societies, and one of another form.
const MARKED: [&str; 3] = ["glen-orrin-energy", "severnside-interpreters", "tidewell-software"];

fn is_inserted(span: &Span) -> bool {
    matches!(span, Span::Inserted(_))
}

fn is_deleted(span: &Span) -> bool {
    matches!(span, Span::Deleted(_))
}

/// How many stretches of a paper are inserted, and how many deleted.
fn marks(paper: &Paper) -> (usize, usize) {
    let (mut inserted, mut deleted) = (0, 0);
    spans(paper, &mut |span| {
        inserted += usize::from(is_inserted(span));
        deleted += usize::from(is_deleted(span));
    });
    (inserted, deleted)
}

/// The first two words of the first stretch that begins with two long ones, of those that are `wanted`.
fn two_words(paper: &Paper, wanted: fn(&Span) -> bool) -> Option<String> {
    let mut found = None;
    spans(paper, &mut |span| {
        if let (Span::Inserted(text) | Span::Deleted(text), true) = (span, wanted(span)) {
            let plain = text.plain();
            let words: Vec<&str> = plain.split_whitespace().take(2).collect();
            if found.is_none() && words.len() == 2 && words.iter().all(|word| word.len() > 3) {
                found = Some(words.join(" "));
            }
        }
    });
    found
}

fn spans(paper: &Paper, see: &mut impl FnMut(&Span)) {
    let mut texts = Vec::new();
    let mut blocks = paper.blocks.clone();
    blocks.iter_mut().for_each(|block| block.texts_mut(&mut |text| texts.push(text.clone())));
    texts.iter().flat_map(|text| &text.0).for_each(see);
}
