//! LibreOffice opens our Word files, and what it prints says the same as our PDF.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod libre;
mod papers;

use document::Paper;
use typeset::{docx, lay_out, write_pdf};

#[test]
fn what_libreoffice_prints_says_what_the_pdf_says() {
    let fonts = papers::fonts();
    let papers: Vec<Paper> = [papers::constitution(2)].into_iter().chain(papers::all()).collect();
    let mut files = Vec::new();
    for (number, paper) in papers.iter().enumerate() {
        let about = papers::about(paper);
        let pages = lay_out(paper, &fonts);
        let pdf = write_pdf(&pages, &fonts, &about).unwrap();
        let docx = docx(paper, &pages, &about).unwrap();
        files.push(libre::Pair { name: format!("{number}-{}", paper.slug), docx, pdf });
    }
    let printed = libre::print(&files);
    for (paper, printed) in papers.iter().zip(&printed) {
        let difference = libre::difference(&printed.ours, &printed.theirs, paper);
        assert!(difference.is_none(), "{}: {}", paper.slug, difference.unwrap_or_default());
    }
    // The comparison can tell: a number that Word would show otherwise, a word that went.
    let (first, paper) = (&printed[0], &papers[0]);
    for (from, to) in [("\n2.3 ", "\n2.4 "), ("quorum", "forum"), ("(ii)", "(iii)")] {
        let planted = first.theirs.replacen(from, to, 1);
        assert_ne!(planted, first.theirs);
        assert!(libre::difference(&first.ours, &planted, paper).is_some(), "{from}");
    }
}
