//! Any block tree becomes a file that keeps to every rule of PDF/A-2a and PDF/UA-1, twice the same, or is refused
//! by name; the other writers take it, too, and what Word opens is well-formed.

#![no_main]

use std::io::Read;
use std::sync::LazyLock;

use desk::Assets;
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use toadlane_fuzz::AnyPaper;
use typeset::{About, Print, conformance, docx, html, lay_out, lay_out_in, markdown, missing, svg, text, write_pdf};

static ASSETS: LazyLock<Assets> = LazyLock::new(|| Assets::embedded().expect("the app's own texts are sound"));

fuzz_target!(|paper: AnyPaper| {
    let paper = paper.0;
    let fonts = &ASSETS.fonts;
    let about = About {
        title: paper.title.clone(),
        author: format!("A{}", paper.furniture.header),
        subject: format!("S{}", paper.furniture.footer),
        date: date(2026, 11, 29),
        producer: "fuzz".to_owned(),
    };
    let printable = missing(&paper, fonts).is_empty();
    for print in [Print::Usual, Print::Large] {
        let pages = lay_out_in(&paper, fonts, print);
        let drawn = svg(&pages, fonts, 0).expect("a paper has a page");
        roxmltree::Document::parse(&drawn).expect("a page's picture is well-formed");
        match write_pdf(&pages, fonts, &about) {
            Ok(bytes) => {
                let breaches = conformance::breaches(&bytes);
                // What no face has is refused before a file is made.
                assert!(!printable || breaches.is_empty(), "{breaches:#?}");
                assert!(write_pdf(&pages, fonts, &about).is_ok_and(|again| again == bytes), "other bytes");
            }
            Err(error) => assert!(!printable, "{error}"),
        }
    }
    let _ = (html(&paper), markdown(&paper), text(&paper));
    let bytes = docx(&paper, &lay_out(&paper, fonts), &about).expect("any paper is a Word file");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a Word file is an archive");
    for index in 0..archive.len() {
        let mut part = String::new();
        archive.by_index(index).expect("a part").read_to_string(&mut part).expect("a part is text");
        roxmltree::Document::parse(&part).unwrap_or_else(|error| panic!("{error} in {part}"));
    }
});
