//! What is written with signs, and what comes out of it.

use proptest::prelude::*;

use super::super::{LONGEST_TEXT, Wording};
use super::*;
use crate::checks::tried::{examples, with_case};

fn outline(text: &str) -> String {
    fn lines(blocks: &[Block], inset: usize, out: &mut String) {
        for block in blocks {
            match block {
                Block::Paragraph { text, .. } => out.push_str(&format!("{:inset$}{:?}\n", "", text.0)),
                Block::Items(items) => {
                    for item in items {
                        out.push_str(&format!("{:inset$}{} {:?}\n", "", item.label, item.anchor));
                        lines(&item.blocks, inset + 2, out);
                    }
                }
                Block::Bullets(bullets) => {
                    for bullet in bullets {
                        out.push_str(&format!("{:inset$}-\n", ""));
                        lines(bullet, inset + 2, out);
                    }
                }
                other => out.push_str(&format!("{other:?}\n")),
            }
        }
    }
    let mut out = String::new();
    lines(&read(text, "7").blocks, 0, &mut out);
    out
}

#[test]
fn what_people_type_becomes_numbered_items() {
    let text = "First\nline goes on.\n\n1. **Must** have 2:\n   (a) one [](#quorum)\n   (b) two\n      (i) deep\n\
        \n   And more of it.\n3. [#named] Last.\n\nA paragraph between.\n\n7.9 Printed number.\n- bullet\n- other";
    insta::assert_snapshot!(outline(text), @r#"
    [Words("First line goes on.")]
    7.1 None
      [Strong(Text([Words("Must")])), Words(" have 2:")]
      (a) None
        [Words("one "), Reference { to: Anchor("quorum"), words: "" }]
      (b) None
        [Words("two")]
        (i) None
          [Words("deep")]
      [Words("And more of it.")]
    7.2 Some(Anchor("named"))
      [Words("Last.")]
    [Words("A paragraph between.")]
    7.3 None
      [Words("Printed number.")]
    -
      [Words("bullet")]
    -
      [Words("other")]
    "#);
}

#[test]
fn lists_as_the_library_writes_them_are_read_too() {
    insta::assert_snapshot!(outline("1. One\n   1. inner\n   1. other\n      1. deepest\n1. Two"), @r#"
    7.1 None
      [Words("One")]
      (a) None
        [Words("inner")]
      (b) None
        [Words("other")]
        (i) None
          [Words("deepest")]
    7.2 None
      [Words("Two")]
    "#);
}

#[test]
fn letters_and_small_numbers_are_told_apart() {
    let all: String = ('a'..='k').map(|c| format!("   ({c}) x\n")).collect();
    insta::assert_snapshot!(outline(&format!("1. One\n{all}      (i) y\n      (ii) y\n   (l) z")), @r#"
    7.1 None
      [Words("One")]
      (a) None
        [Words("x")]
      (b) None
        [Words("x")]
      (c) None
        [Words("x")]
      (d) None
        [Words("x")]
      (e) None
        [Words("x")]
      (f) None
        [Words("x")]
      (g) None
        [Words("x")]
      (h) None
        [Words("x")]
      (i) None
        [Words("x")]
      (j) None
        [Words("x")]
      (k) None
        [Words("x")]
        (i) None
          [Words("y")]
        (ii) None
          [Words("y")]
      (l) None
        [Words("z")]
    "#);
}

#[test]
fn what_is_no_sign_comes_out_as_typed() {
    for literal in [
        "<script>alert(1)</script>",
        "{{ name }} {% include \"x\" %}",
        "a & b < c > d",
        "[link](https://example.org)",
        "![picture](x.png)",
        "| a | b |",
        "# Heading",
        "> quoted",
        "```sign",
        "[[constitution]]",
        "---",
        "2 * 3 ** 4 = ** x",
        "snake_case _x_",
        "[#not first] x",
        "trailing \\",
        "2.5 hours a week",
        "[](#Not A Slug)",
        "[x](=)",
        "Ŵyn \u{627}\u{644}\u{639} 😀",
    ] {
        let Read { blocks, terms } = read(literal, "1");
        assert_eq!(blocks, [Block::body(literal)], "{literal}");
        assert!(terms.is_empty());
    }
}

/// The words, the labels and the names of items, in order.
fn said(blocks: &[Block]) -> String {
    let mut out = String::new();
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some((table.columns.len(), table.head.is_some(), table.rows.len())),
        _ => None,
    });
    out.extend(tables.map(|shape| format!("{shape:?}")));
    for block in blocks {
        block.visit(&mut |block| match block {
            Block::Items(items) => {
                let labels = items.iter().map(|item| format!("{} {:?} ", item.label, item.anchor));
                out.extend(labels);
            }
            block => {
                for text in block.texts() {
                    text.visit(&mut |span| match span {
                        Span::Words(words) | Span::Value(words) => out.push_str(words),
                        Span::Reference { to, .. } => out.push_str(&format!("<{}>", to.0)),
                        Span::Open(words) => out.push_str(&format!("[{words}]")),
                        Span::Strong(_) => out.push('*'),
                        Span::LineBreak => out.push('/'),
                        Span::Blank { millimetres } => out.push_str(&format!("_{millimetres}")),
                        _ => {}
                    });
                    out.push('\n');
                }
            }
        });
    }
    let lines = out.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_rule_of_every_example_can_be_taken_up_and_says_the_same() {
    let mut without_signs = std::collections::BTreeSet::new();
    for example in examples() {
        with_case(
            &example,
            |_| {},
            |case| {
                for rule in case.constitution.rules() {
                    let Some(source) = rule.source() else {
                        without_signs.insert(rule.slug.clone());
                        continue;
                    };
                    let again = read(&source, &rule.number.to_string());
                    assert_eq!(said(&again.blocks), said(&rule.blocks), "{example} {}:\n{source}", rule.slug);
                    assert!(source.chars().count() < LONGEST_TEXT / 2, "{} is long already", rule.slug);
                    Wording::new(&rule.heading.plain(), &source).unwrap();
                }
            },
        );
    }
    assert_eq!(without_signs.into_iter().collect::<Vec<_>>(), ["words-used"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn nothing_that_is_typed_is_lost_or_understood_as_more(
        text in "([ -~\n\\\\*_\\[\\]()#=.0-9a-j|<>{}éŵ😀-]){0,200}"
    ) {
        let Read { blocks, .. } = read(&text, "3");
        let mut only_ours = true;
        for block in &blocks {
            block.visit(&mut |block| {
                only_ours &= matches!(
                    block,
                    Block::Paragraph { .. } | Block::Items(_) | Block::Bullets(_) | Block::Table(_)
                );
            });
        }
        prop_assert!(only_ours, "{blocks:?}");
        // Written out and read again it says the same.
        let source = write(&blocks).unwrap();
        let again = read(&source, "3").blocks;
        prop_assert_eq!(said(&again), said(&blocks), "{}", source);
        // Letters are never lost.
        let letters = |text: &str| text.chars().filter(|c| matches!(c, 'k'..='z' | 'é' | 'ŵ' | '😀')).collect::<String>();
        let plain: String = blocks.iter().map(|block| {
            let mut out = String::new();
            block.visit(&mut |block| block.texts().iter().for_each(|text| {
                text.visit(&mut |span| match span {
                    Span::Words(words) => out.push_str(words),
                    Span::Reference { to, .. } => out.push_str(&to.0),
                    _ => {}
                });
            }));
            out
        }).collect();
        if !text.contains(['[', '(']) {
            prop_assert_eq!(letters(&plain), letters(&text));
        }
    }
}
