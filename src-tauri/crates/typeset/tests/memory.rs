//! Papers of a size that nobody writes: each in a process of its own, which may take a gigabyte and must not panic.
//! What is laid out holds every letter; what is not laid out is counted, and no file is made of the rest.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs
)]

mod papers;

use std::process::{Command, ExitCode};

use document::{Block, Heading, Text};
use typeset::{Draw, Owner, PdfError, docx, html, lay_out, markdown, text, write_pdf};

/// In kilobytes, as the kernel counts them.
const MOST_MEMORY: usize = 1_000_000;

struct Case {
    name: &'static str,
    blocks: fn() -> Vec<Block>,
    /// Whether all of it is laid out.
    fits: bool,
}

const CASES: [Case; 6] = [
    Case {
        name: "50 MB of text in one rule",
        blocks: || vec![Block::body(sentences(50_000_000))],
        fits: false,
    },
    Case { name: "50 MB of text after a rule", blocks: after_a_rule, fits: false },
    Case {
        name: "the longest text that fits",
        blocks: || vec![Block::body(sentences(3_900_000))],
        fits: true,
    },
    Case { name: "10,000 rules", blocks: || (1..=10_000).flat_map(rule).collect(), fits: true },
    Case { name: "a million empty blocks", blocks: || vec![Block::body(""); 1_000_000], fits: false },
    Case {
        name: "5,000 marks on a letter, a hundred times",
        blocks: || {
            let name = format!("e{}", "\u{301}".repeat(5_000));
            (0..100).map(|_| Block::body(Text::value(name.clone()))).collect()
        },
        fits: true,
    },
];

fn sentences(bytes: usize) -> String {
    "Every member has one vote. ".repeat(bytes / 27)
}

fn after_a_rule() -> Vec<Block> {
    let mut blocks: Vec<Block> = rule(1).into();
    blocks.push(Block::body(sentences(50_000_000)));
    blocks.extend(rule(2));
    blocks
}

fn rule(number: usize) -> [Block; 2] {
    let heading = Heading { level: 3, label: Some(number.to_string()), anchor: None, text: "Votes".into() };
    [Block::Heading(heading), Block::body("Every member has one vote.")]
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, index] = arguments.as_slice()
        && flag == "--case"
    {
        run(&CASES[index.parse::<usize>().unwrap()]);
        return ExitCode::SUCCESS;
    }
    let this = std::env::current_exe().unwrap();
    let mut failed = false;
    for (index, case) in CASES.iter().enumerate() {
        let output = Command::new(&this).args(["--case", &index.to_string()]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let kilobytes = said.trim().parse::<usize>();
        let sound = output.status.success() && kilobytes.as_ref().is_ok_and(|peak| *peak < MOST_MEMORY);
        println!("{}: {} kB{}", case.name, said.trim(), if sound { "" } else { ": FAILED" });
        if !sound {
            eprintln!("{}", String::from_utf8_lossy(&output.stderr));
            failed = true;
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Makes every file of a case, and prints the most memory that took.
fn run(case: &Case) {
    let fonts = papers::fonts();
    let paper = papers::paper("much", "Much", (case.blocks)());
    let about = papers::about(&paper);
    let pages = lay_out(&paper, &fonts);
    let read =
        pages.pages.iter().flat_map(|page| &page.chunks).filter(|c| matches!(c.owner, Owner::Element(_)));
    let laid_out: usize = read
        .flat_map(|chunk| &chunk.draws)
        .map(|draw| match draw {
            Draw::Glyphs(run) => letters(&run.shaped.text),
            _ => 0,
        })
        .sum();
    let mut expected = 0;
    paper.visit(&mut |block| {
        if let Block::Heading(heading) = block {
            expected += heading.label.as_deref().map_or(0, letters);
        }
        expected += block.texts().iter().map(|text| letters(&text.plain())).sum::<usize>();
    });
    assert_eq!(pages.left_out == 0, case.fits, "{} letters left out", pages.left_out);
    match write_pdf(&pages, &fonts, &about) {
        Ok(bytes) => {
            assert!(case.fits);
            assert_eq!(laid_out, expected);
            let read = lopdf::Document::load_mem(&bytes).unwrap();
            assert_eq!(read.get_pages().len(), pages.pages.len());
        }
        Err(PdfError::TooLong(letters)) => assert!(!case.fits && letters == pages.left_out),
        Err(error) => panic!("{error}"),
    }
    // The editions without pages of their own have no such limit.
    assert!(letters(&text(&paper)) >= expected);
    assert!(letters(&html(&paper)) >= expected);
    assert!(letters(&markdown(&paper)) >= expected);
    assert!(!docx(&paper, &pages, &about).unwrap().is_empty());
    println!("{}", peak());
}

fn letters(words: &str) -> usize {
    words.chars().filter(|c| !c.is_whitespace()).count()
}

/// The most memory this process has had, in kilobytes; 0 where no kernel tells.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok()).unwrap_or(0)
}
