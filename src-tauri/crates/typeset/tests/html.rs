//! The HTML edition as a browser's parser reads it: sound, whole in itself, with places for its links.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod papers;

use std::collections::BTreeSet;

use document::{Block, Foreign, Language, Text, compare};
use scraper::{Html, Selector};
use typeset::html;

/// Everything that a reader of the page could stumble over.
fn faults(page: &str) -> Vec<String> {
    let parsed = Html::parse_document(page);
    let mut faults: Vec<String> = parsed.errors.iter().map(ToString::to_string).collect();
    let select = |selector: &str| -> Vec<_> { parsed.select(&Selector::parse(selector).unwrap()).collect() };
    let mut ids = BTreeSet::new();
    for id in select("[id]").iter().filter_map(|node| node.attr("id")) {
        if !ids.insert(id.to_owned()) {
            faults.push(format!("id {id} twice"));
        }
    }
    for to in select("[href]").iter().filter_map(|node| node.attr("href")) {
        if !to.strip_prefix('#').is_some_and(|to| ids.contains(to)) {
            faults.push(format!("link to {to}"));
        }
    }
    for barred in ["script", "img", "link", "iframe", "object", "[src]", "[onclick]", "[style]", "form"] {
        if !select(barred).is_empty() {
            faults.push(format!("has {barred}"));
        }
    }
    for (once, count) in [("html[lang]", 1), ("main", 1), ("h1", 1), ("title", 1), ("meta[charset]", 1)] {
        if select(once).len() != count {
            faults.push(format!("{} of {once}", select(once).len()));
        }
    }
    if !select("th:not([scope])").is_empty() {
        faults.push("a table head without scope".into());
    }
    let mut level = 1;
    for heading in select("h1, h2, h3, h4") {
        let next: u32 = heading.value().name()[1..].parse().unwrap();
        if next > level + 1 {
            faults.push(format!("level {next} after {level}"));
        }
        level = next;
    }
    if page.contains("url(")
        || page.contains("@import")
        || page.contains("http://")
        || page.contains("https://")
    {
        faults.push("leads outside".into());
    }
    faults
}

#[test]
fn every_paper_is_one_sound_page() {
    for paper in papers::all() {
        assert_eq!(faults(&html(&paper)), [""; 0], "{}", paper.slug);
    }
    let after = papers::constitution(1);
    let mut before = after.clone();
    before.blocks.remove(8);
    before.blocks.push(Block::body("Gone."));
    let marked = document::Paper { blocks: compare(&before.blocks, &after.blocks).blocks, ..after };
    let page = html(&marked);
    assert_eq!(faults(&page), [""; 0]);
    assert!(page.contains("<ins><span class=\"unseen\"> (new:) </span>"));
    assert!(
        page.contains(
            "<del><span class=\"unseen\"> (gone:) </span>Gone.<span class=\"unseen\"> (end of gone) "
        )
    );
}

#[test]
fn words_of_another_language_say_so() {
    let blocks =
        vec![Block::Title { text: "Rules of Tŷ & Gwyn".into(), under: Some(Text::value("Tŷ & Gwyn")) }];
    let mut paper = papers::paper("rules", "Rules", blocks);
    paper.foreign = vec![Foreign { words: "Tŷ & Gwyn".to_owned(), language: Language::WELSH }];
    let page = html(&paper);
    assert!(page.contains("Rules of <span lang=\"cy\">Tŷ &amp; Gwyn</span></h1>"), "{page}");
    assert!(page.contains("<bdi><span lang=\"cy\">Tŷ &amp; Gwyn</span></bdi>"), "{page}");
}

#[test]
fn a_planted_fault_is_found() {
    let sound = html(&papers::constitution(1));
    let cases = [
        ("</main>", "", "Unexpected"),
        ("id=\"rule-1\"", "id=\"rule-2\"", "twice"),
        ("href=\"#rule-3\"", "href=\"#nowhere\"", "link to"),
        ("<main>", "<main><script></script>", "has script"),
        ("<main>", "<main><h1>Another</h1>", "2 of h1"),
        ("<main>", "<main><p><a href=\"https://x.example\">x</a></p>", "leads outside"),
        (" scope=\"col\"", "", "without scope"),
        ("<h2", "<h4", "level 4 after"),
        ("<html lang=\"en-GB\">", "<html>", "0 of html[lang]"),
    ];
    for (from, to, expected) in cases {
        assert!(sound.contains(from), "no {from}");
        let found = faults(&sound.replacen(from, to, 1));
        assert!(found.iter().any(|fault| fault.contains(expected)), "{expected}: {found:?}");
    }
}

#[test]
fn all_words_are_on_the_page_in_their_order() {
    for paper in papers::all() {
        let page = Html::parse_document(&html(&paper));
        let main = Selector::parse("main").unwrap();
        let shown = squeezed(&page.select(&main).next().unwrap().text().collect::<Vec<_>>().join(" "));
        let mut from = 0;
        paper.visit(&mut |block| {
            for text in block.texts() {
                let words = squeezed(&Text::plain(text).replace("____________", ""));
                let blank = text.plain().contains("____________");
                if !blank {
                    let found = shown[from..].find(&words);
                    assert!(found.is_some(), "{}: {words}", paper.slug);
                    from += found.unwrap();
                }
            }
        });
    }
}

/// Without any spaces: where they stand between elements is no matter.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
