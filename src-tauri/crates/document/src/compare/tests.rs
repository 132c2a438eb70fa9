//! Comparing whole papers: what is matched with what, and that both editions can be read back.

use proptest::prelude::*;

use super::*;
use crate::{Item, ItemDepth, Span, Text, label};

fn rule(number: usize, slug: &str, heading: &str, items: &[&str]) -> Vec<Block> {
    let number = number.to_string();
    let item = |(index, words): (usize, &&str)| Item {
        label: label(ItemDepth::Paragraph, index, &number),
        anchor: None,
        blocks: vec![Block::body(*words)],
    };
    vec![
        Block::Heading(Heading {
            level: 3,
            label: Some(number.clone()),
            anchor: Some(Anchor(slug.into())),
            text: heading.into(),
        }),
        Block::Items(items.iter().enumerate().map(item).collect()),
    ]
}

/// Every line of a tree with its label; `[-gone-]`, `[+come+]`.
fn lines(blocks: &[Block]) -> Vec<String> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                let label = heading.label.as_deref().unwrap_or_default();
                out.push(format!("{label} {}", shown(&heading.text)));
            }
            Block::Items(items) => {
                for item in items {
                    let inner = lines(&item.blocks);
                    out.push(format!("{} {}", item.label, inner.join(" / ")));
                }
            }
            other => out.extend(other.texts().into_iter().map(shown)),
        }
    }
    out
}

fn shown(text: &Text) -> String {
    let piece = |span: &Span| match span {
        Span::Inserted(text) => format!("[+{}+]", text.plain()),
        Span::Deleted(text) => format!("[-{}-]", text.before().plain()),
        other => Text(vec![other.clone()]).plain(),
    };
    text.0.iter().map(piece).collect()
}

fn said(changes: &[Change]) -> Vec<String> {
    let words = |texts: &[Text]| texts.iter().map(Text::plain).collect::<Vec<_>>().join(" / ");
    let row = |change: &Change| {
        let was_label = change.was_label.as_ref().map_or(String::new(), |was| format!(" (was {was})"));
        let (was, is) = (words(&change.was), words(&change.is));
        format!("{:?} {}{was_label} {}: {was} > {is}", change.kind, change.label, change.heading)
    };
    changes.iter().map(row).collect()
}

#[test]
fn rules_are_matched_by_their_slug_and_numbers_are_no_change() {
    let before = [
        rule(1, "name", "Name", &["The name is Northgate Bakers."]),
        rule(2, "seal", "Seal", &["There is a seal.", "The secretary keeps it."]),
        rule(3, "quorum", "Quorum", &["At least 3 members are a quorum.", "Nobody counts twice."]),
    ]
    .concat();
    let after = [
        rule(1, "name", "Name", &["The name is Northgate Bakers."]),
        rule(
            2,
            "quorum",
            "The quorum",
            &["At least 5 members are a quorum.", "Nobody counts twice.", "Proxies do not count."],
        ),
        rule(3, "votes", "Votes", &["One vote each."]),
    ]
    .concat();
    let comparison = compare(&before, &after);
    assert_eq!(
        lines(&comparison.blocks),
        [
            "1 Name",
            "1.1 The name is Northgate Bakers.",
            "2 [-Seal-]",
            "2.1 [-There is a seal.-]",
            "2.2 [-The secretary keeps it.-]",
            "2 [-Quorum-][+The quorum+]",
            "2.1 At least [-3-][+5+] members are a quorum.",
            "2.2 Nobody counts twice.",
            "2.3 [+Proxies do not count.+]",
            "3 [+Votes+]",
            "3.1 [+One vote each.+]",
        ]
    );
    assert_eq!(
        said(&comparison.changes),
        [
            "Removed 2 Seal: 2.1 There is a seal. / 2.2 The secretary keeps it. > ",
            "Reworded 2 (was 3) The quorum: Quorum > The quorum",
            "Reworded 2.1 (was 3) The quorum: At least 3 members are a quorum. > At least 5 members are a quorum.",
            "Added 2.3 (was 3) The quorum:  > Proxies do not count.",
            "Added 3 Votes:  > 3.1 One vote each.",
        ]
    );
}

#[test]
fn a_rule_that_moved_is_shown_in_its_new_place_and_listed() {
    let (a, b, c) = ("Anyone may join.", "Anyone may leave.", "Money stays here.");
    let before =
        [rule(1, "a", "Joining", &[a]), rule(2, "b", "Leaving", &[b]), rule(3, "c", "Money", &[c])].concat();
    let after =
        [rule(1, "c", "Money", &[c]), rule(2, "a", "Joining", &[a]), rule(3, "b", "Leaving", &[b])].concat();
    let comparison = compare(&before, &after);
    assert_eq!(comparison.blocks, after);
    assert_eq!(said(&comparison.changes), ["Moved 1 (was 3) Money:  > "]);
}

#[test]
fn without_a_slug_the_heading_tells_which_rule_it_is() {
    let plain = |words: &str| vec![Block::heading(2, "Members"), Block::body(words)];
    let comparison = compare(&plain("Workers may join us."), &plain("Workers and neighbours may join us."));
    assert_eq!(lines(&comparison.blocks), [" Members", "Workers [+and neighbours +]may join us."]);
    assert_eq!(comparison.changes.len(), 1);
}

#[test]
fn the_same_paper_has_no_changes() {
    let paper = [rule(1, "name", "Name", &["One.", "Two."]), rule(2, "b", "B", &["Three."])].concat();
    assert_eq!(compare(&paper, &paper), Comparison { blocks: paper.clone(), changes: Vec::new() });
}

#[test]
fn what_became_of_an_item_is_read_off_its_words() {
    let before = rule(1, "a", "A", &["Stays as it is.", "Goes."]);
    let after = rule(1, "a", "A", &["Stays as it is.", "Something entirely new comes."]);
    let comparison = compare(&before, &after);
    let Some(Block::Items(items)) = comparison.blocks.get(1) else { panic!("no items") };
    let markings: Vec<Option<Marking>> = items.iter().map(|item| marking(&item.blocks)).collect();
    assert_eq!(markings, [None, Some(Marking::Deleted), Some(Marking::Inserted)]);
}

/// Every text of a tree, read one way, without those that come out empty.
fn words(blocks: &[Block], read: fn(&Text) -> Text) -> Vec<String> {
    let mut out = Vec::new();
    for block in blocks {
        block.visit(&mut |block| out.extend(block.texts().into_iter().map(|text| read(text).plain())));
    }
    out.retain(|words| !words.trim().is_empty());
    out
}

fn any_text() -> impl Strategy<Value = Text> {
    let word = prop::sample::select(vec![
        "member", "vote", "rule", "14", "days", "of", "the", "board", ".", ",", "שלום",
    ]);
    let words = prop::collection::vec(word, 1..7).prop_map(|words| words.join(" "));
    let span = prop_oneof![
        4 => words.clone().prop_map(Span::Words),
        1 => words.clone().prop_map(Span::Value),
        1 => words.clone().prop_map(|words| Span::Strong(Text::words(words))),
        1 => words.prop_map(|words| Span::Reference { to: Anchor(words.clone()), words }),
    ];
    prop::collection::vec(span, 1..4).prop_map(Text)
}

fn any_paper() -> impl Strategy<Value = Vec<Block>> {
    let rule = (0..6usize, prop::collection::vec(any_text(), 1..5), any_text());
    prop::collection::vec(rule, 0..5).prop_map(|rules| {
        let mut seen = std::collections::BTreeSet::new();
        let mut blocks = vec![Block::body("Opening words.")];
        for (slug, texts, heading) in rules.into_iter().filter(|rule| seen.insert(rule.0)) {
            blocks.push(Block::Heading(Heading {
                level: 3,
                label: None,
                anchor: Some(Anchor(slug.to_string())),
                text: heading,
            }));
            let item = |(index, text)| Item {
                label: label(ItemDepth::Letter, index, ""),
                anchor: None,
                blocks: vec![Block::body(text)],
            };
            blocks.push(Block::Items(texts.into_iter().enumerate().map(item).collect()));
        }
        blocks
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn without_what_is_gone_the_marked_paper_is_the_new_one(before in any_paper(), after in any_paper()) {
        let marked = compare(&before, &after).blocks;
        prop_assert_eq!(words(&marked, Text::after), words(&after, Text::clone));
    }

    #[test]
    fn without_what_is_new_the_marked_paper_has_the_words_of_the_old_one(before in any_paper(), after in any_paper()) {
        let marked = compare(&before, &after).blocks;
        // Moved rules stand in their new place, and what is gone before them.
        let (mut was, mut old) = (words(&marked, Text::before), words(&before, Text::clone));
        was.sort_unstable();
        old.sort_unstable();
        prop_assert_eq!(was, old);
    }

    #[test]
    fn a_paper_compared_with_itself_has_no_changes(paper in any_paper()) {
        prop_assert_eq!(compare(&paper, &paper), Comparison { blocks: paper.clone(), changes: Vec::new() });
    }
}

/// How much is unlike in the tests of what takes too long. Each word against each would be ten thousand million looks.
const UNLIKE: usize = 100_000;

/// Texts that share nothing, or nothing in its place, are not gone through: the old is gone and the new has come.
#[test]
fn long_texts_that_are_unlike_are_shown_one_after_the_other() {
    let signs = |signs: &str| signs.chars().cycle().take(UNLIKE).collect::<String>();
    let words = |from: usize| (0..UNLIKE / 6).map(|at| format!("{} ", from + at)).collect::<String>();
    let turned = |words: &str| words.split_whitespace().rev().collect::<Vec<_>>().join(" ");
    let cases = [
        ("signs", signs("!?;"), signs("+=%")),
        ("words", words(10_000), words(70_000)),
        ("the same words the other way round", words(10_000), turned(&words(10_000))),
        ("one that is short", words(10_000), "One vote each.".to_owned()),
    ];
    for (name, old, new) in cases {
        let blocks = |words: &str| vec![Block::body(words)];
        let compared = compare(&blocks(&old), &blocks(&new));
        let texts: Vec<&Text> = compared.blocks.iter().flat_map(Block::texts).collect();
        let spans: Vec<&Span> = texts.iter().flat_map(|text| &text.0).collect();
        assert!(
            matches!(spans.as_slice(), [Span::Deleted(gone), Span::Inserted(come)]
                if gone.before().plain() == old && come.plain() == new),
            "{name}: {} spans",
            spans.len()
        );
    }
}

#[test]
fn long_lists_that_are_unlike_are_shown_one_after_the_other() {
    let lists =
        |words: Vec<String>| words.iter().map(|words| Block::body(words.as_str())).collect::<Vec<_>>();
    let some = |from: usize| (from..from + UNLIKE).map(|at| format!("{at}")).collect::<Vec<_>>();
    let turned = some(0).into_iter().rev().collect();
    for (name, old, new) in [("others", some(0), some(UNLIKE)), ("the other way round", some(0), turned)] {
        let compared = compare(&lists(old), &lists(new));
        let marks = |wanted: fn(&Span) -> bool| {
            let spans = compared.blocks.iter().flat_map(Block::texts).flat_map(|text| &text.0);
            spans.filter(|span| wanted(span)).count()
        };
        assert_eq!(marks(|span| matches!(span, Span::Deleted(_))), UNLIKE, "{name}");
        assert_eq!(marks(|span| matches!(span, Span::Inserted(_))), UNLIKE, "{name}");
    }
    // Rules in another order: more than anybody has, and none is lost.
    let rules = |from: Vec<usize>| {
        from.into_iter()
            .flat_map(|at| rule(at, &format!("r{at}"), &format!("Rule {at}"), &[]))
            .collect::<Vec<_>>()
    };
    let (old, new) = (rules((0..20_000).collect()), rules((0..20_000).rev().collect()));
    let compared = compare(&old, &new);
    assert_eq!(compared.blocks.iter().filter(|block| matches!(block, Block::Heading(_))).count(), 20_000);
}
