//! Any paper is laid out whole: no word lost, nothing outside its page, no place to sign torn.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod papers;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use document::{
    Align, Anchor, Answer, Block, Column, Field, Heading, Item, Notice, Paper, Signature, Span, Table, Text,
    Tone,
};
use proptest::prelude::*;
use typeset::{Draw, Fonts, Length, Owner, Page, Pages, Print, lay_out, lay_out_in, write_pdf};

fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(papers::fonts)
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => "[a-z]{1,12}",
        2 => "[A-Z][a-z]{1,3}-[a-z]{2,9}",
        1 => "[a-z]{60,120}",
        1 => "[\u{e0}-\u{ff}]{2,6}",
        1 => proptest::sample::select(papers::NAMES.to_vec()).prop_map(str::to_owned),
        1 => "[0-9]{1,6}",
    ]
}

fn sentence() -> impl Strategy<Value = String> {
    proptest::collection::vec(word(), 1..60).prop_map(|words| words.join(" "))
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        6 => sentence().prop_map(|words| Span::Words(format!("{words} "))),
        2 => sentence().prop_map(Span::Value),
        1 => sentence().prop_map(|words| Span::Strong(Text::words(words))),
        1 => sentence().prop_map(|words| Span::Emphasis(Text::words(words))),
        1 => word().prop_map(Span::Open),
        1 => (1u16..300).prop_map(|millimetres| Span::Blank { millimetres }),
        1 => Just(Span::LineBreak),
        1 => word().prop_map(|words| Span::Reference { to: Anchor("a1".into()), words }),
    ]
}

fn text() -> impl Strategy<Value = Text> {
    proptest::collection::vec(span(), 1..4).prop_map(Text)
}

fn short() -> impl Strategy<Value = Text> {
    proptest::collection::vec(word(), 1..6).prop_map(|words| Text::value(words.join(" ")))
}

fn table() -> impl Strategy<Value = Block> {
    (1usize..5, any::<bool>(), 1usize..30).prop_flat_map(|(columns, head, rows)| {
        let row = || proptest::collection::vec(proptest::collection::vec(short(), 0..3), columns);
        let head = if head { row().prop_map(Some).boxed() } else { Just(None).boxed() };
        (head, proptest::collection::vec(row(), 1..=rows)).prop_map(move |(head, rows)| {
            let columns = vec![Column { share: 1, align: Align::Start }; columns];
            Block::Table(Table { caption: Some("Caption".into()), columns, head, rows })
        })
    })
}

fn field() -> impl Strategy<Value = Field> {
    let answer = prop_oneof![
        proptest::collection::vec(short(), 0..4).prop_map(Answer::Given),
        (0u8..6).prop_map(|lines| Answer::Blank { lines }),
        (any::<bool>(), short()).prop_map(|(ticked, text)| Answer::Box { ticked, text }),
    ];
    (short(), proptest::option::of(short()), answer).prop_map(|(label, hint, answer)| Field {
        label,
        hint,
        answer,
    })
}

fn leaf() -> impl Strategy<Value = Block> {
    let tone = proptest::sample::select(vec![Tone::Body, Tone::Lead, Tone::Note, Tone::Small, Tone::Centred]);
    let place = (proptest::option::of(short()), any::<bool>()).prop_map(|(name, dated)| Signature {
        role: "Quality".into(),
        name,
        dated,
    });
    prop_oneof![
        6 => (text(), tone).prop_map(|(text, tone)| Block::Paragraph { text, tone }),
        3 => (2u8..5, proptest::option::of("[1-9][0-9]{0,2}"), short()).prop_map(|(level, label, text)| {
            Block::Heading(Heading { level, label, anchor: Some(Anchor("a1".into())), text })
        }),
        1 => (short(), proptest::option::of(short())).prop_map(|(text, under)| Block::Title { text, under }),
        2 => table(),
        2 => proptest::collection::vec(field(), 1..8).prop_map(Block::Fields),
        2 => proptest::collection::vec(place, 1..9).prop_map(Block::Signatures),
        1 => Just(Block::Contents),
        1 => Just(Block::PageBreak),
    ]
}

fn block() -> impl Strategy<Value = Block> {
    leaf().prop_recursive(3, 24, 4, |inner| {
        let blocks = || proptest::collection::vec(inner.clone(), 0..3);
        prop_oneof![
            proptest::collection::vec(("[(][a-z]{1,5}[)]|[0-9]{1,3}[.][0-9]{1,2}", blocks()), 1..4).prop_map(
                |items| {
                    let item = |(label, blocks)| Item { label, anchor: None, blocks };
                    Block::Items(items.into_iter().map(item).collect())
                }
            ),
            proptest::collection::vec(blocks(), 1..4).prop_map(Block::Bullets),
            (proptest::sample::select(vec![Notice::Remark, Notice::Private]), blocks())
                .prop_map(|(kind, blocks)| Block::Notice { kind, blocks }),
        ]
    })
}

fn paper() -> impl Strategy<Value = Paper> {
    (proptest::collection::vec(block(), 0..14), any::<[bool; 4]>(), sentence()).prop_map(
        |(blocks, [draft, private, stamp_space, border], header)| {
            let mut paper = papers::paper("any", "Any", blocks);
            paper.furniture.draft = draft;
            paper.furniture.private = private.then(|| header.clone());
            paper.furniture.header = header;
            paper.furniture.stamp_space = stamp_space;
            paper.furniture.border = border;
            paper
        },
    )
}

fn squeezed(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace() && *c != '_').collect()
}

/// The words of one page, as they are read.
fn words(page: &Page) -> String {
    let chunks = page.chunks.iter().filter(|chunk| matches!(chunk.owner, Owner::Element(_)));
    let draws = chunks.flat_map(|chunk| &chunk.draws);
    squeezed(
        &draws
            .filter_map(|draw| if let Draw::Glyphs(run) = draw { Some(&*run.shaped.text) } else { None })
            .collect::<String>(),
    )
}

fn no_word_is_lost(paper: &Paper, pages: &Pages) {
    let all: String = pages.pages.iter().map(words).collect();
    let mut rest = all.as_str();
    paper.visit(&mut |block| {
        for text in block.texts() {
            let wanted = squeezed(&text.plain());
            let at = rest.find(&wanted).unwrap_or_else(|| panic!("{wanted:?} is not in {rest:?}"));
            rest = &rest[at + wanted.len()..];
        }
    });
}

/// Every letter stands somewhere, as often as it must.
fn no_letter_is_lost(paper: &Paper, pages: &Pages) {
    let mut left: BTreeMap<char, usize> = BTreeMap::new();
    pages.pages.iter().for_each(|page| words(page).chars().for_each(|c| *left.entry(c).or_default() += 1));
    paper.visit(&mut |block| {
        for c in block.texts().iter().flat_map(|text| squeezed(&text.plain()).chars().collect::<Vec<_>>()) {
            let count = left.get_mut(&c).filter(|count| **count > 0);
            *count.unwrap_or_else(|| panic!("{c:?} is lost")) -= 1;
        }
    });
}

fn nothing_is_outside(pages: &Pages) {
    for page in &pages.pages {
        let inside = |x: Length, y: Length| {
            assert!(x >= Length::ZERO && x <= page.width, "{x:?} is not on the page");
            assert!(y >= Length::ZERO && y <= page.height, "{y:?} is not on the page");
        };
        for draw in page.chunks.iter().flat_map(|chunk| &chunk.draws) {
            match draw {
                Draw::Glyphs(run) => {
                    inside(run.at.x, run.at.y - run.size);
                    inside(run.at.x + run.shaped.width(run.size), run.at.y);
                }
                Draw::Line { from, to, .. } => {
                    inside(from.x, from.y);
                    inside(to.x, to.y);
                }
                Draw::Frame { at, width, height, .. } => {
                    inside(at.x, at.y);
                    inside(at.x + *width, at.y + *height);
                }
                Draw::Watermark { run, .. } => inside(run.at.x, run.at.y),
            }
        }
    }
}

/// A place's role stands on the page of its line for the signature.
fn no_place_is_torn(pages: &Pages) {
    for page in &pages.pages {
        let words = words(page);
        assert_eq!(words.matches("Quality").count(), words.matches("Signature").count());
    }
}

/// Few cases at each change, many in a soak.
fn cases(few: u32) -> u32 {
    if std::env::var_os("SOAK").is_some() { few * 60 } else { few }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(64), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_paper_is_laid_out_whole(paper in paper()) {
        let pages = lay_out(&paper, fonts());
        no_word_is_lost(&paper, &pages);
        nothing_is_outside(&pages);
        no_place_is_torn(&pages);
        // A table may be a list there, and a row may be torn, so that words stand in another order.
        let large = lay_out_in(&paper, fonts(), Print::Large);
        no_letter_is_lost(&paper, &large);
        nothing_is_outside(&large);
        no_place_is_torn(&large);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(8), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_paper_can_be_written(paper in paper()) {
        let about = papers::about(&paper);
        for print in [Print::Usual, Print::Large] {
            let pages = lay_out_in(&paper, fonts(), print);
            let bytes = write_pdf(&pages, fonts(), &about).unwrap();
            let read = lopdf::Document::load_mem(&bytes).unwrap();
            prop_assert_eq!(read.get_pages().len(), pages.pages.len());
            // As it is with nothing remembered of the papers before.
            let fresh = papers::fonts();
            let again = write_pdf(&lay_out_in(&paper, &fresh, print), &fresh, &about).unwrap();
            prop_assert!(again == bytes, "other bytes in {:?} print", print);
        }
        // Other editions do not fail, either.
        prop_assert!(typeset::html(&paper).ends_with("</html>\n"));
        prop_assert!(typeset::text(&paper).ends_with('\n'));
        prop_assert!(typeset::markdown(&paper).ends_with('\n'));
    }
}
