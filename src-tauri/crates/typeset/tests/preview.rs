//! A page as a picture shows what the page of the file shows, and large print is set anew.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod papers;

use typeset::{Draw, Length, Pages, Print, lay_out, lay_out_in, svg, write_pdf};

#[test]
fn a_picture_has_every_letter_and_line_of_its_page() {
    let fonts = papers::fonts();
    for paper in papers::all() {
        let pages = lay_out(&paper, &fonts);
        for (index, page) in pages.pages.iter().enumerate() {
            let picture = svg(&pages, &fonts, index).unwrap();
            let label = format!("aria-label=\"Page {} of {}\"", index + 1, pages.pages.len());
            assert!(picture.contains(&label) && picture.ends_with("</svg>"));
            let draws = || page.chunks.iter().flat_map(|chunk| &chunk.draws);
            let glyphs = draws().map(|draw| match draw {
                Draw::Glyphs(run) | Draw::Watermark { run, .. } => run.shaped.glyphs.len(),
                _ => 0,
            });
            assert_eq!(picture.matches("<use ").count(), glyphs.sum::<usize>());
            let lines = draws().filter(|draw| matches!(draw, Draw::Line { .. })).count();
            assert_eq!(
                picture.matches("stroke=\"#000\"").count() - picture.matches("<rect x").count(),
                lines
            );
            // Nothing in it runs, loads or asks.
            assert!(
                !picture.contains("<script") && !picture.contains("http:/")
                    || picture.matches("http:").count() == 1
            );
        }
        assert!(svg(&pages, &fonts, pages.pages.len()).is_none());
    }
}

fn sizes(pages: &Pages) -> Vec<Length> {
    let draws = pages.pages.iter().flat_map(|page| &page.chunks).flat_map(|chunk| &chunk.draws);
    draws
        .filter_map(|draw| match draw {
            Draw::Glyphs(run) => Some(run.size),
            _ => None,
        })
        .collect()
}

#[test]
fn large_print_is_large_and_keeps_to_every_rule() {
    let fonts = papers::fonts();
    for paper in [papers::constitution(1), papers::register(), papers::answers(), papers::minutes()] {
        let usual = lay_out(&paper, &fonts);
        assert!(sizes(&usual).iter().all(|size| *size >= Length::pt(10)));
        let large = lay_out_in(&paper, &fonts, Print::Large);
        assert!(large.pages.len() > usual.pages.len());
        assert!(large.pages.iter().all(|page| page.width == usual.pages[0].width));
        assert!(sizes(&large).iter().all(|size| *size >= Length::pt(16)));
        assert!(paper.slug == "register" || sizes(&large).contains(&Length::pt(18)));
        let bytes = write_pdf(&large, &fonts, &papers::about(&paper)).unwrap();
        let found = typeset::conformance::breaches(&bytes);
        assert!(found.is_empty(), "{}: {found:#?}", paper.slug);
    }
}
