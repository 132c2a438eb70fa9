//! Every paper of every example, read as a registrar's, an archive's and a reader's programs read it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::process::Command;

use desk::{Assets, ConstitutionEdition, PackKind, WorkedOut, edition_of, examples, pack};
use document::{Block, Paper, compare};
use formation::answers_file;
use formation::pack::{Edition, PackPaper, papers, reasons, with_usual_answers};
use jiff::civil::{Date, date};
use typeset::{Artifact, Chunk, Draw, Length, Owner, Page, Pages, Print, Role, lay_out_in, write_pdf};

const DAY: Date = date(2026, 11, 24);

/// One paper as laid out and as written.
struct Written {
    name: String,
    pages: Pages,
    bytes: Vec<u8>,
}

/// Every paper of an example's pack, and every edition of its constitution.
fn written(name: &str, worked_out: &WorkedOut<'_>) -> Vec<Written> {
    let write = |paper: &PackPaper, print: Print, edition: &Edition| {
        assert!(paper.problems.is_empty(), "{name}: {:?}", paper.problems);
        let fonts = &worked_out.assets.fonts;
        let pages = lay_out_in(&paper.paper, fonts, print);
        let bytes = write_pdf(&pages, fonts, &pack::about(worked_out, edition, paper)).unwrap();
        let large = if print == Print::Large { "-large" } else { "" };
        Written { name: format!("{name}-{}{large}", paper.paper.slug), pages, bytes }
    };
    let edition = pack::edition(worked_out, PackKind::Final);
    let mut written: Vec<Written> = papers(&worked_out.case(), &edition)
        .iter()
        .map(|paper| write(paper, Print::Usual, &edition))
        .collect();
    // Every page of a draft says so; the first papers show how, for each form.
    let draft = pack::edition(worked_out, PackKind::Draft);
    let drafts = papers(&worked_out.case(), &draft).into_iter().take(3);
    written.extend(drafts.map(|paper| {
        let paper = write(&paper, Print::Usual, &draft);
        Written { name: format!("{}-draft", paper.name), ..paper }
    }));
    // Marked against an earlier version: against the usual answers, as if they had been the group's first.
    let usual = with_usual_answers(&worked_out.case());
    let usual = WorkedOut::new(worked_out.assets, usual, DAY).unwrap();
    let (paper, print, edition_then) =
        edition_of(worked_out, ConstitutionEdition::Marked, Some(&usual)).unwrap();
    let paper = write(&paper, print, &edition_then);
    written.push(Written { name: format!("{}-earlier", paper.name), ..paper });
    for which in [
        ConstitutionEdition::Explained,
        ConstitutionEdition::LargePrint,
        ConstitutionEdition::Marked,
        ConstitutionEdition::Summary,
    ] {
        let (paper, print, edition) = edition_of(worked_out, which, None).unwrap();
        let paper = write(&paper, print, &edition);
        if which == ConstitutionEdition::Summary {
            assert_eq!(paper.pages.pages.len(), 2, "{}", paper.name);
        }
        written.push(paper);
    }
    written
}

fn for_each_example(check: impl Fn(&str, Vec<Written>)) {
    let assets = Assets::embedded().unwrap();
    for (name, text) in examples() {
        let formation = answers_file::read(&assets.library, text).unwrap();
        let worked_out = WorkedOut::new(&assets, formation, DAY).unwrap();
        check(name, written(name, &worked_out));
    }
}

fn run(program: &str, arguments: &[&str], file: &Path) -> (bool, String) {
    let output = Command::new(program)
        .args(arguments)
        .arg(file)
        .args((program == "pdftotext").then_some("-"))
        .output()
        .unwrap_or_else(|error| panic!("{program} is needed: {error}"));
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    (output.status.success(), said.into_owned())
}

/// Everything drawn on a page, in the order in which it is drawn.
fn drawn(pages: &Pages) -> Vec<String> {
    let words = |page: &Page| {
        let draws = page.chunks.iter().flat_map(|chunk| &chunk.draws);
        draws
            .filter_map(|draw| match draw {
                Draw::Glyphs(run) | Draw::Watermark { run, .. } => Some(&*run.shaped.text),
                _ => None,
            })
            .collect()
    };
    pages.pages.iter().map(words).collect()
}

/// The letters of a text that stand in the same order in every program: without spaces, without the words
/// from right to left, which programs turn round each in its own way.
fn plain(text: &str) -> String {
    let turned = |c: char| ('\u{590}'..'\u{900}').contains(&c) || ('\u{200b}'..='\u{200f}').contains(&c);
    let steers = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
    text.chars().filter(|c| !c.is_whitespace() && !turned(*c) && !steers(*c)).collect()
}

#[test]
fn every_change_of_a_rule_against_the_usual_answers_has_its_reason() {
    let assets = Assets::embedded().unwrap();
    let (mut changes, mut of_itself) = (0, 0);
    for (name, text) in examples() {
        let formation = answers_file::read(&assets.library, text).unwrap();
        let worked_out = WorkedOut::new(&assets, formation, DAY).unwrap();
        let usual = with_usual_answers(&worked_out.case());
        let usual = WorkedOut::new(&assets, usual, DAY).unwrap();
        let comparison = compare(&usual.constitution.blocks(), &worked_out.constitution.blocks());
        let of_rules = comparison.changes.iter().filter(|change| change.rule.is_some());
        for change in of_rules {
            changes += 1;
            let why = reasons(&worked_out.case(), change);
            assert!(!why.is_empty(), "{name}: {} {}", change.label, change.heading);
            of_itself += usize::from(why.iter().any(|why| !why.plain().starts_with("It follows from")));
        }
    }
    println!("{changes} changes, {of_itself} with a reason of their own");
    assert!(changes > 300, "only {changes} changes were looked at");
    assert!(of_itself * 4 > changes * 3, "only {of_itself} of {changes} have a reason of their own");
}

#[test]
fn every_paper_keeps_to_every_rule_and_copies_out_as_it_is_read() {
    for_each_example(|example, papers| {
        let folder = tempfile::tempdir().unwrap();
        assert!(papers.len() >= 15, "{example} has {} papers", papers.len());
        for Written { name, pages, bytes } in papers {
            let found = typeset::conformance::breaches(&bytes);
            assert!(found.is_empty(), "{name}: {:#?}", &found[..found.len().min(10)]);
            let file = folder.path().join(format!("{name}.pdf"));
            std::fs::write(&file, &bytes).unwrap();
            let (sound, said) = run("qpdf", &["--check"], &file);
            assert!(sound && !said.contains("WARNING"), "{name}: {said}");
            let (_, copied) = run("pdftotext", &["-raw", "-enc", "UTF-8"], &file);
            let copied: Vec<String> = copied.split('\u{c}').map(plain).collect();
            for (index, expected) in drawn(&pages).iter().enumerate() {
                assert_eq!(copied[index], plain(expected), "{name}, page {}", index + 1);
            }
        }
    });
}

#[test]
fn the_explained_edition_says_who_took_an_answer_down() {
    let assets = Assets::embedded().unwrap();
    let (_, text) = examples().into_iter().find(|(name, _)| *name == "northgate-bakers").unwrap();
    let formation = answers_file::read(&assets.library, text).unwrap();
    let mut worked_out = WorkedOut::new(&assets, formation, DAY).unwrap();
    worked_out
        .taken_down
        .insert("general-meeting-quorum".to_owned(), "Asha Patel, 3 May 2026, 14:02".to_owned());
    let (paper, ..) = edition_of(&worked_out, ConstitutionEdition::Explained, None).unwrap();
    let words = typeset::html(&paper.paper);
    assert!(words.contains("; taken down by ") && words.contains("Asha Patel, 3 May 2026, 14:02"), "{words}");
}

/// What is said of the name of a Welsh co-op in the constitution of one: in English, and in Welsh.
fn welsh_name_said(change: impl FnOnce(&mut Paper)) -> [usize; 2] {
    const NAME: &str = "Cydweithfa Gwlân Tŷ’r Dŵr Cyfyngedig";
    let assets = Assets::embedded().unwrap();
    let (_, text) = examples().into_iter().find(|(name, _)| *name == "gwlan-y-dwr").unwrap();
    let formation = answers_file::read(&assets.library, text).unwrap();
    let worked_out = WorkedOut::new(&assets, formation, DAY).unwrap();
    let (mut paper, _, edition) = edition_of(&worked_out, ConstitutionEdition::Signed, None).unwrap();
    change(&mut paper.paper);
    let fonts = &worked_out.assets.fonts;
    let pages = lay_out_in(&paper.paper, fonts, Print::Usual);
    let bytes = write_pdf(&pages, fonts, &pack::about(&worked_out, &edition, &paper)).unwrap();
    let said = typeset::conformance::languages(&bytes);
    ["en-GB", "cy"].map(|language| {
        let words = said.iter().filter(|(own, _)| own == language).map(|(_, words)| plain(words));
        words.collect::<String>().matches(&plain(NAME)).count()
    })
}

#[test]
fn the_name_of_a_welsh_co_op_is_said_in_welsh_wherever_it_stands() {
    let [english, welsh] = welsh_name_said(|_| {});
    assert!(english == 0 && welsh >= 3, "{english} times in English, {welsh} in Welsh");
    // A paper that does not tell is seen.
    let [english, _] = welsh_name_said(|paper| paper.foreign.clear());
    assert!(english >= 3, "{english} times in English");
}

/// The words of a page's artifacts of one kind.
fn furniture(page: &Page, kind: Artifact) -> String {
    let chunks = page.chunks.iter().filter(|chunk| chunk.owner == Owner::Artifact(kind));
    let draws = chunks.flat_map(|chunk| &chunk.draws);
    draws
        .filter_map(|draw| match draw {
            Draw::Glyphs(run) | Draw::Watermark { run, .. } => Some(&*run.shaped.text),
            _ => None,
        })
        .collect()
}

/// How far from the top of the page anything is drawn that lies over it.
fn highest(page: &Page) -> f32 {
    let tops = page.chunks.iter().flat_map(|chunk| &chunk.draws).filter_map(|draw| match draw {
        Draw::Glyphs(run) => Some((run.at.y - run.size).points()),
        Draw::Line { from, to, .. } => Some(from.y.min(to.y).points()),
        Draw::Frame { at, .. } => Some(at.y.points()),
        Draw::Watermark { .. } => None,
    });
    tops.fold(f32::MAX, f32::min)
}

/// Places to sign that are on another page than the heading above them, by what that says. In large print a page may
/// not hold them all: then it holds the first.
fn torn_from_their_heading(pages: &Pages, print: Print) -> Vec<String> {
    let role = |owner: Owner| match owner {
        Owner::Element(id) => pages.structure.get(id).map(|element| element.role),
        Owner::Artifact(_) => None,
    };
    let words = |chunk: &Chunk| -> String {
        let runs = chunk.draws.iter().filter_map(|draw| match draw {
            Draw::Glyphs(run) => Some(&*run.shaped.text),
            _ => None,
        });
        runs.collect()
    };
    let mut heading = None;
    let mut signed = false;
    let mut torn = Vec::new();
    for (index, page) in pages.pages.iter().enumerate() {
        for chunk in &page.chunks {
            match role(chunk.owner) {
                Some(Role::Heading(_)) => {
                    heading = Some((index, words(chunk)));
                    signed = false;
                }
                Some(Role::Paragraph) if ["Signature", "Llofnod"].contains(&words(chunk).trim()) => {
                    let of = heading.as_ref().map_or("no heading", |(_, words)| words);
                    let apart = heading.as_ref().is_none_or(|(page, _)| *page != index);
                    if apart && (print == Print::Usual || !signed) {
                        torn.push(format!("page {}, below {of:?}", index + 1));
                    }
                    signed = true;
                }
                _ => {}
            }
        }
    }
    torn
}

#[test]
fn nobody_signs_on_another_page_than_the_heading_says_for_what() {
    let assets = Assets::embedded().unwrap();
    let mut places = 0;
    for (name, text) in examples() {
        let formation = answers_file::read(&assets.library, text).unwrap();
        let worked_out = WorkedOut::new(&assets, formation, DAY).unwrap();
        let signed = |paper: &Paper| paper.blocks.iter().any(|block| matches!(block, Block::Signatures(_)));
        let mut all = papers(&worked_out.case(), &pack::edition(&worked_out, PackKind::Final));
        let editions = [ConstitutionEdition::Explained, ConstitutionEdition::Marked];
        all.extend(editions.map(|which| edition_of(&worked_out, which, None).unwrap().0));
        for paper in all.iter().filter(|paper| signed(&paper.paper)) {
            // Only the constitution is ever made in large print.
            let large = (paper.paper.slug == "constitution").then_some(Print::Large);
            for print in [Print::Usual].into_iter().chain(large) {
                let pages = lay_out_in(&paper.paper, &assets.fonts, print);
                let torn = torn_from_their_heading(&pages, print);
                assert!(torn.is_empty(), "{name}-{} in {print:?} print: {torn:?}", paper.paper.slug);
                places += 1;
            }
            // The check can tell: a page that ends between the two.
            let mut paper = paper.paper.clone();
            let at = paper.blocks.iter().position(|block| matches!(block, Block::Signatures(_))).unwrap();
            paper.blocks.insert(at, Block::PageBreak);
            let pages = lay_out_in(&paper, &assets.fonts, Print::Usual);
            assert!(!torn_from_their_heading(&pages, Print::Usual).is_empty(), "{name}-{}", paper.slug);
        }
    }
    assert!(places >= 6 * examples().len(), "only {places} papers are signed");
}

/// From left, top to right, bottom: what a thing takes of its page. None for the word DRAFT, which lies behind the text.
fn reach(draw: &Draw) -> Option<[Length; 4]> {
    Some(match draw {
        Draw::Glyphs(run) => [
            run.at.x,
            run.at.y - run.size,
            run.at.x + run.shaped.width(run.size),
            run.at.y + run.size.times(1, 4),
        ],
        Draw::Line { from, to, .. } => {
            [from.x.min(to.x), from.y.min(to.y), from.x.max(to.x), from.y.max(to.y)]
        }
        Draw::Frame { at, width, height, .. } => [at.x, at.y, at.x + *width, at.y + *height],
        Draw::Watermark { .. } => return None,
    })
}

/// What stands on a page on or outside its border; none when it has no border.
fn beyond_the_border(page: &Page) -> Option<Vec<[Length; 4]>> {
    let (border, text) = page.chunks.split_first()?;
    let frames: Vec<[Length; 4]> = border.draws.iter().filter_map(reach).collect();
    let is_border = border.owner == Owner::Artifact(Artifact::Layout) && frames.len() == 2;
    let [left, top, right, bottom] = *frames.last().filter(|_| is_border)?;
    let within = |[l, t, r, b]: &[Length; 4]| *l > left && *t > top && *r < right && *b < bottom;
    let things = text.iter().flat_map(|chunk| &chunk.draws).filter_map(reach);
    Some(things.filter(|thing| !within(thing)).collect())
}

#[test]
fn every_certificate_has_a_border_that_nothing_touches() {
    let assets = Assets::embedded().unwrap();
    let mut certificates = 0;
    for (name, text) in examples() {
        let formation = answers_file::read(&assets.library, text).unwrap();
        let worked_out = WorkedOut::new(&assets, formation, DAY).unwrap();
        for kind in [PackKind::Final, PackKind::Draft] {
            for paper in papers(&worked_out.case(), &pack::edition(&worked_out, kind)) {
                let is_certificate = paper.paper.slug == "share-certificates";
                let pages = lay_out_in(&paper.paper, &assets.fonts, Print::Usual);
                for (index, page) in pages.pages.iter().enumerate() {
                    let beyond = beyond_the_border(page);
                    let expected = is_certificate.then(Vec::new);
                    assert_eq!(beyond, expected, "{name}-{}, page {}", paper.paper.slug, index + 1);
                    certificates += usize::from(is_certificate);
                }
            }
        }
    }
    assert!(certificates >= 4, "only {certificates} certificates");
}

#[test]
fn every_page_has_its_furniture() {
    let assets = Assets::embedded().unwrap();
    for (name, text) in examples() {
        let formation = answers_file::read(&assets.library, text).unwrap();
        let worked_out = WorkedOut::new(&assets, formation, DAY).unwrap();
        for kind in [PackKind::Final, PackKind::Draft] {
            let edition = pack::edition(&worked_out, kind);
            for paper in papers(&worked_out.case(), &edition) {
                let pages = lay_out_in(&paper.paper, &assets.fonts, Print::Usual);
                let name = format!("{name}-{}", paper.paper.slug);
                for (index, page) in pages.pages.iter().enumerate() {
                    let foot = furniture(page, Artifact::Footer);
                    let number = format!("Page {} of {}", index + 1, pages.pages.len());
                    assert!(foot.contains(&number), "{name}: {foot}");
                    // The memorandum holds nothing but the prescribed words.
                    let versioned = foot.contains(&format!("Version {}", edition.version));
                    assert!(versioned || paper.paper.slug == "memorandum", "{name}: {foot}");
                    nothing_is_struck_through(page, &name);
                    let marked = furniture(page, Artifact::Watermark) == "DRAFT";
                    assert_eq!(marked, kind == PackKind::Draft, "{name}, page {}", index + 1);
                    if kind == PackKind::Final {
                        nothing_is_small(page, &name);
                    }
                }
                if paper.paper.furniture.stamp_space && kind == PackKind::Final {
                    let clear = 25.0 * 72.0 / 25.4;
                    assert!(highest(&pages.pages[0]) >= clear, "{name} has no room for a stamp");
                }
            }
        }
    }
}

/// The rule above the foot stands above the words there, not in them.
fn nothing_is_struck_through(page: &Page, name: &str) {
    let foot = page.chunks.iter().filter(|chunk| chunk.owner == Owner::Artifact(Artifact::Footer));
    let draws: Vec<&Draw> = foot.flat_map(|chunk| &chunk.draws).collect();
    for rule in &draws {
        let Draw::Line { from, .. } = rule else { continue };
        for words in &draws {
            let Draw::Glyphs(run) = words else { continue };
            let top = (run.at.y - run.size).points();
            assert!(from.y.points() < top, "{name}: a rule goes through {:?}", run.shaped.text);
        }
    }
}

fn nothing_is_small(page: &Page, name: &str) {
    for draw in page.chunks.iter().flat_map(|chunk| &chunk.draws) {
        if let Draw::Glyphs(run) = draw {
            let size = run.size.points();
            assert!(size >= 10.0, "{name}: {:?} at {size} pt", run.shaped.text);
        }
    }
}
